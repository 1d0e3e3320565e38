import { expect, test } from 'vitest';
import { findMember } from '../../shared/room/room-state.ts';
import type { Seat } from '../../shared/sim/seat.ts';
import { DEADLINE_MIN_TICKS } from '../../shared/netplay/timing/lateness.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { cutOff, openMatch } from '../simulation/running-match.ts';
import type { SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const OUT_MS = 1_000;
const OUT_TICKS = 60;
const SEEDS = [1, 2, 7];

function seatOf({ session: { engine, self } }: SimulatedPeer): Seat {
  return findMember(engine.final.room, self!)!.seat!;
}

/** What each peer held at each tick before that was ordered, while `ms` go by. */
function noteHeld(room: SimulatedRoom, held: readonly Map<number, number>[], ms: number): void {
  room.run(ms, () => {
    for (const [place, peer] of room.peers.entries()) {
      const { timeline, hints, predicted } = peer.session.engine;
      const seat = seatOf(peer);
      for (let tick = timeline.end; tick <= predicted.tick; tick++) {
        const isNew = hints.has(tick, seat) && !held[place]!.has(tick);
        if (isNew) held[place]!.set(tick, hints.get(tick, seat));
      }
    }
    return false;
  });
}

/** Ticks for which something else is final than what this peer held, by each peer, for a blackout of one. */
function countLost(peers: number, place: number, withLobby: boolean, seed: number): number[] {
  const room = openMatch(peers, withLobby, seed);
  const held = room.peers.map(() => new Map<number, number>());
  noteHeld(room, held, OUT_MS);
  const heal = cutOff(room, [room.peers[place]!], withLobby);
  noteHeld(room, held, OUT_MS);
  heal();
  noteHeld(room, held, 3_000);
  const { timeline } = room.peers[0]!.session.engine;
  return room.peers.map((peer, one) => {
    const seat = seatOf(peer);
    const known = [...held[one]!].filter(([tick]) => tick >= timeline.start && tick < timeline.end);
    expect(known.length).toBeGreaterThan(4 * OUT_TICKS);
    return known.filter(([tick, bits]) => timeline.inputAt(tick, seat) !== bits).length;
  });
}

test.each([
  [2, false],
  [2, true],
  [3, false],
  [3, true],
  [5, true],
])(
  '[N4] a blackout of a second costs host and guest of %i at most the inputs of that second beyond the deadline, lobby: %s',
  (peers, withLobby) => {
    const most = OUT_TICKS - DEADLINE_MIN_TICKS;
    for (const seed of SEEDS) {
      for (const place of [0, 1]) {
        const lost = countLost(peers, place, withLobby, seed);
        expect(Math.max(...lost)).toBeLessThanOrEqual(most);
      }
    }
  },
);

test.each([
  [2, true],
  [3, false],
  [5, true],
])(
  '[N7] the time of a host of %i that is cut off, and follows another behind it, never stands still, lobby: %s',
  (peers, withLobby) => {
    const room = openMatch(peers, withLobby, 4);
    const host = room.peers[0]!;
    let shown = host.session.world.tick;
    let sinceMs = room.network.nowMs;
    let longestMs = 0;
    const look = (ms: number): void => {
      room.run(ms, () => {
        const { tick } = host.session.world;
        if (tick !== shown) sinceMs = room.network.nowMs;
        shown = tick;
        longestMs = Math.max(longestMs, room.network.nowMs - sinceMs);
        return false;
      });
    };
    const heal = cutOff(room, [host], withLobby);
    look(OUT_MS);
    heal();
    look(2_000);
    expect(longestMs).toBeLessThan(3 * TICK_MS);
  },
);
