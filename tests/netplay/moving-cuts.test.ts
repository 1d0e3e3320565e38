import { describe, expect, test } from 'vitest';
import { isLive, openMatch } from '../simulation/running-match.ts';
import type { SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

/** Long enough to be absent. */
const AWAY_MS = 4_000;
const CUT_MS = 2_500;
const HEALING_MS = 6_000;

function countMembers({ session }: SimulatedPeer, are: 'all' | 'absent'): number {
  const { members } = session.engine.final.room;
  return members.filter(({ absent }) => are === 'all' || absent).length;
}

function expectNothingRetracted(room: SimulatedRoom): void {
  room.run(HEALING_MS);
  expect(room.witness.differences).toEqual([]);
  expect(room.peers.map(({ session }) => session.counts.retractions)).toEqual(
    room.peers.map(() => 0),
  );
  expect(room.peers.every(isLive)).toBe(true);
}

/** With these what was final had not stayed so. */
const SEEDS = [2, 5, 12];

describe.each([
  ['with a lobby', true],
  ['without a lobby', false],
])('[N24] what is final stays final, %s', (_title, withLobby) => {
  test.each(SEEDS)('when two come and the old ones are cut off from them (%d)', (seed) => {
    const room = openMatch(3, withLobby, seed);
    const [host, ...others] = room.peers;
    room.addPeer();
    room.addPeer();
    expect(room.run(5_000, () => countMembers(host!, 'all') === 5)).toBe(true);
    const heal = room.cut(others);
    room.run(CUT_MS);
    heal();
    expectNothingRetracted(room);
  });

  test.each(SEEDS)('when two come back and the others are cut off from them (%d)', (seed) => {
    const room = openMatch(5, withLobby, seed);
    const [host, ben, carla, ...away] = room.peers;
    const back = away.map((one) => room.cut([one]));
    room.run(AWAY_MS);
    expect(countMembers(ben!, 'absent')).toBe(2);
    for (const heal of back) heal();
    expect(room.run(5_000, () => countMembers(host!, 'absent') === 0)).toBe(true);
    const heal = room.cut([ben!, carla!]);
    room.run(CUT_MS);
    heal();
    expectNothingRetracted(room);
  });

  test.each(SEEDS)('when those who were away meet one of those who played on (%d)', (seed) => {
    const room = openMatch(5, withLobby, seed);
    const [host, ben, , ...away] = room.peers;
    const meet = room.cut(away);
    room.run(AWAY_MS);
    const heal = room.cut([host!, ben!]);
    meet();
    room.run(CUT_MS);
    heal();
    expectNothingRetracted(room);
  });
});

test.each(SEEDS)(
  '[C2] two of five go on with nothing while most of the room is offline, and nothing is taken back (%d)',
  (seed) => {
    const room = openMatch(5, true, seed);
    const [host, ben, ...away] = room.peers;
    const heal = room.cut([host!, ben!]);
    for (const one of away) {
      room.lobby.disconnected.add(one.id);
      one.wakeMs += AWAY_MS;
    }
    const { finalEnd } = host!.session.engine.timeline;
    room.run(AWAY_MS);
    // The witness decides a tie, and two of five are none: they wait for the others.
    expect(host!.session.engine.timeline.finalEnd - finalEnd).toBeLessThan(30);
    room.lobby.disconnected.clear();
    room.run(CUT_MS);
    heal();
    expectNothingRetracted(room);
  },
);
