import { describe, expect, test } from 'vitest';
import { UNCLEAN_ALONE_MS } from '../../shared/consensus/timing.ts';
import { countOf } from '../../shared/consensus/term-state.ts';
import { expectAgreement, openMatch } from '../simulation/running-match.ts';
import type { SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

/** ms for which anybody may see nothing new, and how often the part may move meanwhile. */
const STILL_MAX_MS = 2_000;
const WATCHED_MS = 20_000;
const TERMS_MAX = 2;
/** Ticks of a second. */
const TICKS = 60;

/** Longest time, in ms, in which the picture of anybody stood still while `ms` went by. */
function watchStill(room: SimulatedRoom, ms: number): number {
  const shown = new Map(room.peers.map((peer) => [peer, { tick: -1, atMs: room.network.nowMs }]));
  let stillMs = 0;
  room.run(ms, () => {
    const { nowMs } = room.network;
    for (const [{ session }, last] of shown) {
      const { tick } = session.world;
      if (tick !== last.tick) Object.assign(last, { tick, atMs: nowMs });
      stillMs = Math.max(stillMs, nowMs - last.atMs);
    }
    return false;
  });
  return stillMs;
}

function termsOf(room: SimulatedRoom): number {
  return Math.max(...room.peers.map(({ session }) => countOf(session.stats().term)));
}

function expectOneSequencer(room: SimulatedRoom): void {
  expect(new Set(room.peers.map(({ session }) => session.stats().term)).size).toBe(1);
  for (const { session } of room.peers) {
    expect(session.counts).toMatchObject({ unclean: 0, retractions: 0, rivals: 0 });
  }
  expectAgreement(room);
}

describe.each([false, true])(
  '[N59] a link is dead in one direction, with a lobby: %s',
  (withLobby) => {
    test.each([3, 4, 5, 8])('of %i nobody stands still, and the part moves once', (peers) => {
      for (const isToSequencer of [true, false]) {
        const room = openMatch(peers, withLobby);
        const [host] = room.peers;
        const last = room.peers.at(-1)!;
        const [deaf, dumb] = isToSequencer ? [host!.id, last.id] : [last.id, host!.id];
        const before = termsOf(room);
        room.cutWays((from, to) => from === dumb && to === deaf);
        expect(watchStill(room, WATCHED_MS)).toBeLessThan(STILL_MAX_MS);
        expect(termsOf(room) - before).toBeLessThanOrEqual(TERMS_MAX);
        expectOneSequencer(room);
      }
    });
  },
);

/** A sequencer is out of reach for `outMs`; then all ways are well but those to or from the next one. */
function depose(
  room: SimulatedRoom,
  outMs: number,
  ways: readonly ('to' | 'from')[],
): SimulatedPeer {
  const [host] = room.peers;
  const heal = room.cut([host!]);
  room.lobby.offline.add(host!.id);
  room.run(outMs);
  room.lobby.offline.clear();
  const next = room.peers.find((peer) => peer !== host && peer.session.stats().isSequencer)!;
  room.cutWays((from, to) => {
    const isTo = from === host!.id && to === next.id;
    const isFrom = from === next.id && to === host!.id;
    return (ways.includes('to') && isTo) || (ways.includes('from') && isFrom);
  });
  heal();
  return next;
}

test.each([
  [3, 1_300, false, ['to', 'from']],
  [3, 4_500, true, ['to', 'from']],
  [4, 2_200, false, ['to']],
  [4, 4_500, true, ['from']],
  [5, 6_500, false, ['from']],
  [8, 3_200, true, ['to', 'from']],
] as const)(
  '[C1] [N59] a sequencer of %i that was out for %i ms and cannot reach the next one is told at once (lobby: %s, dead: %s)',
  (peers, outMs, withLobby, ways) => {
    const room = openMatch(peers, withLobby);
    const next = depose(room, outMs, ways);
    const { term } = next.session.stats();
    const { session } = room.peers[0]!;
    expect(room.run(2_000, () => session.stats().term >= term)).toBe(true);
    room.run(17_000);
    expectOneSequencer(room);
    expect(session.state).toEqual({ state: 'live', isMoving: false });
  },
);

test('[C15] of two without a lobby the one that is left goes on within the same time, whoever crashed', () => {
  const goneOnMs = [0, 1].map((place) => {
    const room = openMatch(2);
    const left = room.peers[1 - place]!;
    room.crash(room.peers[place]!);
    const { finalEnd } = left.session.engine.timeline;
    const crashedMs = room.network.nowMs;
    const goesOn = (): boolean => left.session.engine.timeline.finalEnd > finalEnd + TICKS;
    expect(room.run(UNCLEAN_ALONE_MS + 2_000, goesOn)).toBe(true);
    expect(left.session.state).toEqual({ state: 'live', isMoving: false });
    return room.network.nowMs - crashedMs;
  });
  expect(Math.abs(goneOnMs[0]! - goneOnMs[1]!)).toBeLessThan(1_000);
});
