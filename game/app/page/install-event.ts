import { type Signal, signal } from '@preact/signals';

/** Where a browser lets a page ask whether it may be installed, it says so by this event. */
export type InstallEvent = Pick<Event, 'preventDefault'> & { prompt(): Promise<unknown> };

/** As much of a window as tells whether the game can be installed. */
export type InstallWindow = {
  addEventListener(type: string, listen: (event: Event) => void): void;
};

/** Whether the browser may be asked; it comes before what asks. Its own offer would cover the page. */
export function followInstall(page: InstallWindow): Signal<InstallEvent | null> {
  const latest = signal<InstallEvent | null>(null);
  page.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    latest.value = event as Event & InstallEvent;
  });
  page.addEventListener('appinstalled', () => {
    latest.value = null;
  });
  return latest;
}
