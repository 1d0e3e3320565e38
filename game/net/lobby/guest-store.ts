import { attempt } from '../../../shared/base/attempt.ts';

/** Keeps the signed guest id, so that a reloaded page gets its own place in the room again. */
export interface GuestStore {
  load(): string | null;
  save(guest: string): void;
  /** Resolves once it is known which guest this is; absent where it is from the first. */
  readonly settled?: Promise<void>;
}

const KEY = 'peerball.guest';

type Stored = Pick<Storage, 'getItem' | 'setItem'>;

export type TabGuestPorts = {
  /** Of this tab. Storage may throw, as a browser's does where it is forbidden. */
  readonly tab: () => Stored;
  /** Of the browser. */
  readonly browser: () => Stored;
  /** Null where a page has none: only on https and on this machine there are any. */
  readonly locks: Pick<LockManager, 'request'> | null;
};

/**
 * [L161] One guest a tab: two tabs are two players. The first of a browser is the guest that its browser was before, so
 * that a room's script, and who sent somebody away, know it again. A lock that lasts as long as the page says
 * which tab that is. Storage can be forbidden (private windows, blocked cookies); the guest then lasts as long
 * as the page.
 */
export class TabGuestStore implements GuestStore {
  readonly settled: Promise<void>;
  readonly #ports: TabGuestPorts;
  #held: string | null = null;
  #isBrowsers = false;

  constructor(ports: TabGuestPorts) {
    this.#ports = ports;
    this.settled = new Promise((resolve) => {
      const take = (lock: unknown): Promise<never> | void => {
        if (lock) this.#beBrowsers();
        resolve();
        // For as long as the page lives.
        if (lock) return new Promise(() => {});
      };
      // Where locks cannot be had this tab has a guest of its own.
      if (ports.locks) ports.locks.request(KEY, { ifAvailable: true }, take).catch(resolve);
      else resolve();
    });
  }

  load(): string | null {
    return attempt(() => this.#ports.tab().getItem(KEY), this.#held);
  }

  save(guest: string): void {
    this.#held = guest;
    attempt(() => this.#ports.tab().setItem(KEY, guest), undefined);
    if (this.#isBrowsers) attempt(() => this.#ports.browser().setItem(KEY, guest), undefined);
  }

  /** A page that was loaded anew goes on as whom it was. */
  #beBrowsers(): void {
    this.#isBrowsers = true;
    const guest = this.load() ?? attempt(() => this.#ports.browser().getItem(KEY), null);
    if (guest !== null) this.save(guest);
  }
}

/** That of this page. */
export function tabGuestStore(): TabGuestStore {
  return new TabGuestStore({
    tab: () => sessionStorage,
    browser: () => localStorage,
    locks: attempt(() => navigator.locks, null),
  });
}
