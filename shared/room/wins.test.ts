import { expect, test } from 'vitest';
import { RoomLab } from '../../tests/determinism/room-lab.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import { COUNTDOWN_TICKS, GOAL_TICKS } from '../sim/tuning.ts';
import { WINS_MAX } from './room-state.ts';

/** A match that the Sun, or the Wave, has just decided. */
function play(room: RoomLab, scores: 'sunScore' | 'waveScore'): void {
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  room.world.match.ints[MATCH[scores]] = 3;
  room.world.match.ints[MATCH.phase] = PHASE.goal;
  room.world.match.ints[MATCH.phaseTicks] = 0;
  room.step(GOAL_TICKS + 20);
  expect(room.phase).toBe(PHASE.end);
}

test('[R30] each match that is played to its end counts once for its winner', () => {
  const room = new RoomLab(2);
  for (const scores of ['sunScore', 'waveScore', 'sunScore'] as const) play(room, scores);
  room.step(400);
  expect(room.world.room.wins).toEqual({ sun: 2, wave: 1 });
});

test('[R30] a match that the host ends counts for nobody', () => {
  const room = new RoomLab(2);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS + 10);
  room.world.match.ints[MATCH.sunScore] = 2;
  room.ask(0, { type: 'stop' });
  room.step(10);
  expect(room.world.room.wins).toEqual({ sun: 0, wave: 0 });
});

test('[R30] what has no room in the count is not counted', () => {
  const room = new RoomLab(2);
  room.world.room = { ...room.world.room, wins: { sun: WINS_MAX, wave: 0 } };
  play(room, 'sunScore');
  expect(room.world.room.wins.sun).toBe(WINS_MAX);
});
