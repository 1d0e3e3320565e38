import { countTerms } from '../simulation/count-terms.ts';
import { describe, expect, test } from 'vitest';
import { findMember } from '../../shared/room/room-state.ts';
import { expectAgreement, openMatch } from '../simulation/running-match.ts';
import type { SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

/** Longest time in which nothing became final at any of these, in milliseconds. */
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
  test.each([2, 4])('[N21] gives its part away within 200 ms, of %i players', (count) => {
    const room = openMatch(count, true);
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
      expect(session.counts).toMatchObject({ retractions: 0, repairs: 0, stalledTicks: 0 });
      expect(session.engine.loads).toBe(session === host.session ? 0 : 1);
    }
    expectAgreement(room);
  });

  test('[N21] is followed by one that waits for no input which was known before', () => {
    const times = [31, 32, 33, 34, 35, 36, 37, 38].map((seed) => {
      const room = openMatch(4, true, seed);
      const [host, ...others] = room.peers;
      const startMs = room.network.nowMs;
      host!.session.setHidden(true);
      expect(room.run(2_000, () => others.every((peer) => countTerms(roomOf(peer)) === 2))).toBe(
        true,
      );
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

  test('[N21] goes on itself when the heir crashes at that moment, and nobody stalls', () => {
    const room = openMatch(3, true);
    const [host, heir, third] = room.peers;
    host!.session.setHidden(true);
    room.run(20);
    room.crash(heir!);
    room.run(4_000);
    expect(roomOf(third!).sequencer).not.toBe(heir!.session.self);
    for (const { session } of room.alive) {
      expect(session.counts).toMatchObject({ retractions: 0, stalledTicks: 0 });
    }
    expectAgreement(room);
  });
});
