/** Keeps the signed guest id, so that a reloaded page gets its own place in the room again. */
export interface GuestStore {
  load(): string | null;
  save(guest: string): void;
}

const KEY = 'peerball.guest';

/**
 * One guest a tab, not a browser: two tabs are two players. Storage can be forbidden (private
 * windows, blocked cookies); the guest then lasts as long as the page.
 */
export function tabGuestStore(): GuestStore {
  let held: string | null = null;
  return {
    load() {
      try {
        return sessionStorage.getItem(KEY) ?? held;
      } catch {
        return held;
      }
    },
    save(guest) {
      held = guest;
      try {
        sessionStorage.setItem(KEY, guest);
      } catch {
        // `held` is all there is then.
      }
    },
  };
}
