import { describe, expect, test } from 'vitest';
import { findMember } from '../../shared/room/room-state.ts';
import { countTerms } from '../simulation/count-terms.ts';
import { cutOff, expectClean, isLive, openMatch } from '../simulation/running-match.ts';
import type { SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

/** Longest time in which nothing was ordered at any of these, in milliseconds. */
function longestRest(room: SimulatedRoom, peers: readonly SimulatedPeer[], ms: number): number {
  const since = new Map(peers.map((peer) => [peer, { end: 0, atMs: room.network.nowMs }]));
  let longest = 0;
  const endMs = room.network.nowMs + ms;
  room.run(ms, () => {
    for (const [peer, last] of since) {
      const { end } = peer.session.engine.timeline;
      if (end > last.end) Object.assign(last, { end, atMs: room.network.nowMs });
      longest = Math.max(longest, room.network.nowMs - last.atMs);
    }
    return room.network.nowMs >= endMs;
  });
  return longest;
}

function roomOf({ session }: SimulatedPeer): SimulatedPeer['session']['engine']['final']['room'] {
  return session.engine.room;
}

describe('a sequencer whose tab is hidden', () => {
  test.each([
    { peers: 2, withLobby: true },
    { peers: 3, withLobby: true },
    { peers: 4, withLobby: true },
    { peers: 8, withLobby: true },
    { peers: 2, withLobby: false },
    { peers: 4, withLobby: false },
    { peers: 8, withLobby: false },
  ])(
    '[C12] [N21] hands over to one that is seen, of $peers, with a lobby: $withLobby',
    ({ peers, withLobby }) => {
      const room = openMatch(peers, withLobby);
      const [host, ...others] = room.peers as [SimulatedPeer, ...SimulatedPeer[]];
      const heir = Math.min(...others.map(({ session }) => session.self!));
      host.session.setHidden(true);
      const rest = longestRest(room, room.peers, 3_000);
      for (const peer of room.peers) {
        expect([roomOf(peer).sequencer, countTerms(roomOf(peer))]).toEqual([heir, 2]);
      }
      // Until its first ticks come: a round trip, and the deadline of inputs that were on their way.
      expect(rest).toBeLessThan(200 + 4 * room.conditions.delayMs);
      for (const { session } of room.peers) {
        expect(session.counts).toMatchObject({ repairs: 0, stalledTicks: 0 });
        expect(session.engine.loads).toBe(session === host.session ? 0 : 1);
      }
      expectClean(room);
    },
  );

  test('[N21] is followed within 200 ms, over a way of 80 ms with loss', () => {
    const times = [31, 32, 33, 34, 35, 36, 37, 38].map((seed) => {
      const room = openMatch(4, true, seed);
      const [host, ...others] = room.peers;
      const startMs = room.network.nowMs;
      host!.session.setHidden(true);
      const areNext = (): boolean => others.every((peer) => countTerms(roomOf(peer)) === 2);
      expect(room.run(2_000, areNext)).toBe(true);
      return room.network.nowMs - startMs;
    });
    expect(Math.max(...times)).toBeLessThan(200);
  });

  test('[R6] stays present and runs the room as before', () => {
    const room = openMatch(3, true);
    const host = room.peers[0]!;
    host.session.setHidden(true);
    room.run(3_000);
    const { session } = room.peers[2]!;
    expect(session.engine.room.host).toBe(host.session.self);
    expect(findMember(session.engine.room, host.session.self!)?.absent).toBe(false);
    host.session.request({ type: 'pause', paused: true });
    room.run(1_000);
    const { host: person, sequencer } = session.engine.room;
    expect(person).not.toBe(sequencer);
  });

  test('[N21] keeps its part when nobody looks at any page', () => {
    const room = openMatch(3, true);
    for (const peer of room.peers.toReversed()) {
      peer.session.setHidden(true);
      room.run(500);
    }
    room.run(2_000);
    const seen = roomOf(room.peers[1]!);
    expect([seen.sequencer, countTerms(seen)]).toEqual([room.peers[0]!.session.self, 1]);
  });

  test('[C12] goes on itself when the heir crashes at that moment, and nobody stalls', () => {
    const room = openMatch(3, true);
    const [host, heir, third] = room.peers;
    host!.session.setHidden(true);
    room.run(20);
    room.crash(heir!);
    room.run(4_000);
    expect(roomOf(third!).sequencer).not.toBe(heir!.session.self);
    for (const { session } of room.alive) expect(session.counts.stalledTicks).toBe(0);
    expectClean(room);
  });
});

describe('[C12] host and heir are cut off together, and the host is hidden about then', () => {
  test.each([
    { peers: 4, withLobby: true, hiddenAfterMs: [-100, 0, 50, 150, 400] },
    { peers: 5, withLobby: true, hiddenAfterMs: [-100, 0, 50, 150, 400] },
    { peers: 5, withLobby: false, hiddenAfterMs: [-100, 0, 50, 150, 400] },
    { peers: 6, withLobby: true, hiddenAfterMs: [-100, 50] },
    { peers: 8, withLobby: false, hiddenAfterMs: [50] },
  ])(
    'of $peers, with a lobby: $withLobby: no tick differs, nothing final is taken back',
    ({ peers, withLobby, hiddenAfterMs }) => {
      for (const afterMs of hiddenAfterMs) {
        const room = openMatch(peers, withLobby, peers + afterMs);
        const [host, heir] = room.peers;
        let heal = (): void => {};
        const cut = (): void => {
          heal = cutOff(room, [host!, heir!], true);
        };
        const hide = (): void => host!.session.setHidden(true);
        const [first, second] = afterMs < 0 ? [hide, cut] : [cut, hide];
        first();
        room.run(Math.abs(afterMs));
        second();
        room.run(3_000);
        heal();
        room.run(4_000);
        expect(room.peers.every(isLive)).toBe(true);
        expectClean(room);
      }
    },
  );
});
