import { expect, test } from 'vitest';
import { SettingsStore } from '../../settings/settings-store.ts';
import { followInstall, type InstallWindow } from './install-event.ts';
import { type InstallNavigator, offerInstall } from './install-offer.ts';

/** A browser that lets the page ask. */
function makeBrowser(navigator: InstallNavigator = {}) {
  const listeners = new Map<string, (event: Event) => void>();
  const page = {
    addEventListener: (type: string, listen: (event: Event) => void) => listeners.set(type, listen),
  } as unknown as InstallWindow;
  const settings = new SettingsStore({ getItem: () => null, setItem: () => {} });
  const seen = { prevented: 0, prompted: 0 };
  const event = {
    preventDefault: () => (seen.prevented += 1),
    prompt: async () => (seen.prompted += 1),
  };
  return {
    settings,
    seen,
    offer: offerInstall(followInstall(page), settings, navigator),
    ask: () => listeners.get('beforeinstallprompt')!(event as unknown as Event),
    install: () => listeners.get('appinstalled')!(new Event('appinstalled')),
  };
}

test('the browser’s own offer never covers the page, and ours waits for a person that has played', () => {
  const { offer, ask, seen, settings } = makeBrowser();
  ask();
  expect([seen.prevented, offer.isOffered.value]).toEqual([1, false]);
  settings.update({ lessons: 1 });
  expect(offer.isOffered.value).toBe(true);
});

test('a browser may be asked once', () => {
  const { offer, ask, seen, settings } = makeBrowser();
  settings.update({ isNamed: true });
  expect(offer.isOffered.value).toBe(false);
  offer.accept();
  ask();
  offer.accept();
  expect([seen.prompted, offer.isOffered.value]).toEqual([1, false]);
});

test('an offer that is refused does not come again', () => {
  const { offer, ask, settings } = makeBrowser();
  settings.update({ isNamed: true });
  ask();
  offer.refuse();
  ask();
  expect([offer.isOffered.value, settings.value.offerInstall]).toEqual([false, false]);
});

test('a game that is installed is not offered', () => {
  const { offer, ask, install, settings } = makeBrowser();
  settings.update({ isNamed: true });
  ask();
  install();
  expect(offer.isOffered.value).toBe(false);
});

test('where pages go to the home screen by hand the way is said, and not to a page that is there', () => {
  const safari = makeBrowser({ standalone: false });
  expect([safari.offer.isByHand, safari.offer.isOffered.value]).toEqual([true, false]);
  safari.settings.update({ lessons: 1 });
  expect(safari.offer.isOffered.value).toBe(true);
  safari.offer.refuse();
  expect(safari.offer.isOffered.value).toBe(false);
  const onHomeScreen = makeBrowser({ standalone: true });
  onHomeScreen.settings.update({ lessons: 1 });
  expect([onHomeScreen.offer.isByHand, onHomeScreen.offer.isOffered.value]).toEqual([false, false]);
});
