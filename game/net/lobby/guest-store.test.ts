import { expect, test } from 'vitest';
import { TabGuestStore, type TabGuestPorts } from './guest-store.ts';

function createStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** A browser: its storage, and one lock that a tab holds until it is closed. */
function createBrowser() {
  const storage = createStorage();
  let holder: object | null = null;
  const open = (tab = createStorage(), hasLocks = true) => {
    const self = {};
    const request = ((_name: string, _options: object, take: (lock: object | null) => unknown) => {
      const isFree = holder === null;
      if (isFree) holder = self;
      return Promise.resolve(take(isFree ? {} : null));
    }) as unknown as NonNullable<TabGuestPorts['locks']>['request'];
    const locks = hasLocks ? { request } : null;
    const guests = new TabGuestStore({ tab: () => tab, browser: () => storage, locks });
    const close = (): void => {
      if (holder === self) holder = null;
    };
    return { guests, tab, close };
  };
  return { open };
}

test('[L161] a browser that comes again is the guest that it was', async () => {
  const browser = createBrowser();
  const first = browser.open();
  await first.guests.settled;
  expect(first.guests.load()).toBeNull();
  first.guests.save('ana');
  first.close();
  const later = browser.open();
  await later.guests.settled;
  expect(later.guests.load()).toBe('ana');
});

test('[L161] a second tab beside the first is somebody else, and stays that when the first is closed', async () => {
  const browser = createBrowser();
  const first = browser.open();
  await first.guests.settled;
  first.guests.save('ana');
  const second = browser.open();
  await second.guests.settled;
  expect(second.guests.load()).toBeNull();
  second.guests.save('ben');
  first.close();
  const third = browser.open();
  await third.guests.settled;
  expect([second.guests.load(), third.guests.load()]).toEqual(['ben', 'ana']);
});

test('[L161] a page that is loaded anew goes on as whom it was, also without the lock', async () => {
  const browser = createBrowser();
  const first = browser.open();
  await first.guests.settled;
  first.guests.save('ana');
  // The old page has not let go of it yet.
  const again = browser.open(first.tab);
  await again.guests.settled;
  expect(again.guests.load()).toBe('ana');
});

test('[L161] where there are no locks, or no storage, a guest is its tab or its page', async () => {
  const browser = createBrowser();
  const plain = browser.open(createStorage(), false);
  await plain.guests.settled;
  plain.guests.save('ana');
  const next = browser.open(createStorage(), false);
  await next.guests.settled;
  expect([plain.guests.load(), next.guests.load()]).toEqual(['ana', null]);
  const forbidden = (): never => {
    throw new Error('forbidden');
  };
  const bare = new TabGuestStore({ tab: forbidden, browser: forbidden, locks: null });
  await bare.settled;
  bare.save('ben');
  expect(bare.load()).toBe('ben');
});
