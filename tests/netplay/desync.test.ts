import { describe, expect, test } from 'vitest';
import { DISC_X, MATCH } from '../../shared/sim/match-state.ts';
import { findMember } from '../../shared/room/room-state.ts';
import { expectAgreement, openMatch } from '../simulation/running-match.ts';
import type { SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

/** What a peer holds as true becomes something else. */
function breakTruth({ session }: SimulatedPeer): void {
  const { discs } = session.engine.final.match;
  discs[DISC_X] = discs[DISC_X]! + 1;
}

/** The same, where no kick-off puts anything back. */
function breakClock({ session }: SimulatedPeer): void {
  const { ints } = session.engine.final.match;
  ints[MATCH.clock] = ints[MATCH.clock]! + 1;
}

/** Milliseconds until a snapshot was gone on from at this peer. */
function measureRepair(room: SimulatedRoom, { session }: SimulatedPeer): number {
  const { loads } = session.engine;
  const startMs = room.network.nowMs;
  expect(room.run(5_000, () => session.engine.loads > loads)).toBe(true);
  return room.network.nowMs - startMs;
}

function expectSameEnd(room: SimulatedRoom): void {
  room.witness.clear();
  room.run(1_000);
  expectAgreement(room);
}

describe('a follower whose state differs', () => {
  test('[N9] is repaired within 1.1 s and a few round trips, hears which part it was, and plays on', () => {
    const room = openMatch(4);
    const [host, broken] = [room.peers[0]!, room.peers[2]!];
    breakTruth(broken);
    expect(measureRepair(room, broken)).toBeLessThan(1_100 + 4 * room.conditions.delayMs + 100);
    expect(room.run(500, () => broken.session.desyncs.length > 0)).toBe(true);
    expect(broken.session.desyncs).toHaveLength(1);
    expect(broken.session.desyncs[0]!.parts).toContain('ball');
    expect(broken.session.desyncs[0]!.parts).not.toContain('room');
    expect(host.session.counts.repairs).toBe(1);
    for (const { session } of room.peers) expect(session.counts.stalledTicks).toBe(0);
    broken.session.engine.hashes.clear();
    expectSameEnd(room);
  });

  test('[N9] only watches after three repairs in a minute, and knows why', () => {
    const room = openMatch(4);
    const broken = room.peers[2]!;
    for (let times = 0; times < 3; times++) {
      breakClock(broken);
      measureRepair(room, broken);
      room.run(2_000);
    }
    const { session } = broken;
    expect(session.desyncs.at(-1)!.isBenched).toBe(true);
    const { room: state } = session.engine.final;
    expect(findMember(state, session.self!)?.seat).toBeNull();
  });
});

describe('a sequencer whose state differs', () => {
  test('[N23] of four players gives its part to one of the others, and gets their state', () => {
    const room = openMatch(4);
    const [host, other] = [room.peers[0]!, room.peers[3]!];
    breakTruth(host);
    measureRepair(room, host);
    expect(other.session.engine.room.sequencer).not.toBe(host.session.self);
    expect(other.session.engine.loads).toBe(1);
    for (const { session } of room.peers) {
      expect(session.counts).toMatchObject({ stalledTicks: 0, retractions: 0 });
    }
    host.session.engine.hashes.clear();
    expectSameEnd(room);
  });

  test('[N23] of two players is believed: one against one is no majority', () => {
    const room = openMatch(2);
    const [host, friend] = [room.peers[0]!, room.peers[1]!];
    breakTruth(host);
    measureRepair(room, friend);
    expect(friend.session.engine.room.sequencer).toBe(host.session.self);
    friend.session.engine.hashes.clear();
    expectSameEnd(room);
  });
});
