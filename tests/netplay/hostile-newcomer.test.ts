import { expect, test } from 'vitest';
import { tellsAnotherScore } from '../simulation/hostile-attacks.ts';
import { HostileRoom } from '../simulation/hostile-room.ts';
import { isLive } from '../simulation/running-match.ts';

const NOTICED_MAX_MS = 2_000;

test.each([
  { honest: 2, withLobby: false },
  { honest: 3, withLobby: true },
  { honest: 5, withLobby: false },
  { honest: 8, withLobby: true },
])(
  '[N42] [C22] a newcomer that is given a false world notices by the words of $honest others',
  ({ honest, withLobby }) => {
    const room = new HostileRoom(honest, { withLobby, as: 'sequencer' });
    room.liar.rewrite = tellsAnotherScore(room.liar);
    const newcomer = room.room.addPeer();
    room.liar.bug(newcomer);
    expect(room.room.run(5_000, () => isLive(newcomer))).toBe(true);
    const liveMs = room.room.network.nowMs;
    const hasNoticed = (): boolean =>
      newcomer.session.stats().suspects.some(({ suspicion }) => suspicion === 'differs');
    expect(room.room.run(NOTICED_MAX_MS, hasNoticed)).toBe(true);
    expect(room.room.network.nowMs - liveMs).toBeLessThan(NOTICED_MAX_MS);
    room.room.run(3_000);
    expect(room.suspicions).toContain(`${room.liar.peer.id} two-faced`);
  },
);

test('[N42] five others replace the sequencer that gave it, and the newcomer is given the true world', () => {
  const room = new HostileRoom(5, { withLobby: true, as: 'sequencer' });
  room.liar.rewrite = tellsAnotherScore(room.liar);
  room.liar.bug(room.room.addPeer());
  room.room.run(9_000);
  const stats = room.honest.map(({ session }) => session.stats());
  expect(new Set(stats.map(({ sequencer }) => sequencer)).has(room.liar.peer.id)).toBe(false);
  expect(new Set(stats.map(({ checkpoint }) => JSON.stringify(checkpoint))).size).toBe(1);
});
