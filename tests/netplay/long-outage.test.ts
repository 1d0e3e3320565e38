import { expect, test } from 'vitest';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { SimulatedRoom, type SimulatedPeer } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 30, jitterMs: 5, loss: 0.02, reorder: 0, duplicate: 0 };
/** Nearly as long as a seat is kept. */
const OUTAGE_MS = 85_000;

test.each([2, 3, 5])(
  '[N4] [L15] one of %i whose network is out for 85 s comes back to the seat',
  (peers) => {
    const room = new SimulatedRoom({ seed: 7, conditions: FAIR, withLobby: true });
    for (let count = 0; count < peers; count++) room.addPeer();
    expect(room.run(8_000, () => room.peers.every(isLive))).toBe(true);
    for (const place of [0, peers - 1]) {
      const away = room.peers[place]!;
      const before = findMemberOf(away.session.engine.room, away.id);
      const heal = room.cut([away]);
      room.lobby.offline.add(away.id);
      room.run(OUTAGE_MS);
      expect(away.session.state.state).toBe('live');
      heal();
      room.lobby.offline.delete(away.id);
      room.run(5_000);
      for (const { session } of room.peers) {
        expect(session.state).toMatchObject({ state: 'live' });
        expect(findMemberOf(session.engine.room, away.id)).toMatchObject({
          id: before?.id,
          seat: before?.seat,
          absent: false,
        });
      }
    }
  },
);

function isLive({ session }: SimulatedPeer): boolean {
  return session.state.state === 'live';
}
