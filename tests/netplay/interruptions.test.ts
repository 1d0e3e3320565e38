import { expect, test } from 'vitest';
import { beginMatch } from '../simulation/running-match.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 40, jitterMs: 8, loss: 0.02, reorder: 0.01, duplicate: 0.01 };

/** A match of so many, and whether any of those who run was shown that it is interrupted since. */
function openMatch(peers: number) {
  let isTold = false;
  const trace = ({ session: { state } }: SimulatedPeer): void => {
    isTold ||= state.state === 'live' && state.isMoving;
  };
  const room = new SimulatedRoom({ seed: 21, conditions: FAIR, withLobby: true, trace });
  room.lobby.latencyMs = 30;
  beginMatch(room, peers);
  isTold = false;
  return { room, isTold: () => isTold };
}

test.each([2, 4])('of %i players nobody is shown that the term is handed over', (peers) => {
  const { room, isTold } = openMatch(peers);
  room.peers[0]!.session.setHidden(true);
  room.run(3_000);
  expect(room.peers[0]!.session.stats().isSequencer).toBe(false);
  expect(isTold()).toBe(false);
});

test.each([2, 4])('of %i players nobody is shown that one machine stalls for 0.7 s', (peers) => {
  const { room, isTold } = openMatch(peers);
  for (const peer of room.peers) {
    peer.wakeMs += 700;
    room.run(3_000);
  }
  expect(isTold()).toBe(false);
});

test('two who are cut off from each other are both shown so, within 1.2 to 2 s', () => {
  const { room, isTold } = openMatch(2);
  room.lobby.isReachable = false;
  room.cut([room.peers[0]!]);
  room.run(1_200);
  expect(isTold()).toBe(false);
  room.run(800);
  for (const { session } of room.peers) expect(session.state).toMatchObject({ isMoving: true });
});
