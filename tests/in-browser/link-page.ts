import { pageClock } from '../../game/time/page-clock.ts';
import { type LinkDescription, PeerLink } from '../../game/net/link/peer-link.ts';
import { pageTimers } from '../../game/time/timers.ts';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import { LINK_RULES, type LinkPair } from '../../shared/netplay/link/link.contract.ts';

/** Runs in a page: checks the contract of `Link` with two WebRTC ends in one page. */
export async function checkPeerLinks(): Promise<Readonly<Record<string, string | null>>> {
  const results: Record<string, string | null> = {};
  for (const rule of LINK_RULES) results[rule.name] = await rule.check(await openPair());
  return results;
}

/** What the browser says of a channel that is open. */
export async function describePeerLink(): Promise<LinkDescription> {
  const { near } = await openPair();
  return near.describe();
}

async function openPair(): Promise<LinkPair & { readonly near: PeerLink }> {
  const ends: { near?: PeerLink; far?: PeerLink } = {};
  const whenOpen: Promise<void>[] = [];
  const create = (place: 0 | 1, onOpen: () => void, onEnd: () => void): PeerLink =>
    new PeerLink({
      remote: parsePeerId(place === 0 ? 'far' : 'near')!,
      initiator: place === 0,
      iceServers: [],
      turnOnly: false,
      timers: pageTimers,
      // Signals arrive in a later turn, as they do through a lobby.
      onSignal: (payload) =>
        queueMicrotask(() => (place === 0 ? ends.far : ends.near)?.accept(payload)),
      onOpen,
      onEnd,
    });
  for (const place of [0, 1] as const) {
    const opening = new Promise<void>((resolve, reject) => {
      const end = create(place, resolve, () => reject(new Error('a link ended before it opened')));
      ends[place === 0 ? 'near' : 'far'] = end;
    });
    whenOpen.push(opening);
  }
  await Promise.all(whenOpen);
  return {
    near: ends.near!,
    far: ends.far!,
    nowMs: () => pageClock.now(),
    pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
