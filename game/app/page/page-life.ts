import type { App } from '../app.ts';

/** As much of a window as tells when its page comes and goes. */
export type LifeWindow = {
  addEventListener(
    type: 'pagehide' | 'pageshow',
    listen: (event: Pick<PageTransitionEvent, 'persisted'>) => void,
  ): void;
};

/** Goes along when the browser takes the page away, and when it shows it again. */
export function followPageLife(page: LifeWindow, app: Pick<App, 'depart' | 'reload'>): void {
  // The goodbye of a page that goes away has to leave within this event.
  page.addEventListener('pagehide', ({ persisted }) => app.depart(!persisted));
  page.addEventListener('pageshow', ({ persisted }) => {
    // Out of the back-forward cache: links and sockets are gone for good.
    if (persisted) app.reload();
  });
}
