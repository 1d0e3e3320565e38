import { expect, test } from 'vitest';
import { EVENT } from '../../shared/sim/events.ts';
import { PHASE } from '../../shared/sim/match-state.ts';
import { OwnMiss } from './own-miss.ts';

const SEAT = 2;

test('[V56] a kick that is let go without having met the ball is missed, once', () => {
  const miss = new OwnMiss();
  const frames = [true, true, false, false].map((held) => miss.follow(held, PHASE.playing));
  expect(frames).toEqual([false, false, true, false]);
});

test('[V56] one that hit is none, also where the hit is told a frame before the ring goes', () => {
  for (const told of [1, 2]) {
    const miss = new OwnMiss();
    const frames = [true, true, false].map((held, frame) => {
      if (frame === told) miss.see({ kind: EVENT.kick, subject: SEAT }, SEAT);
      return miss.follow(held, PHASE.playing);
    });
    expect(frames).toEqual([false, false, false]);
  }
});

test("[V56] another player's kick does not count, and a goal takes the kick without a word", () => {
  const miss = new OwnMiss();
  miss.follow(true, PHASE.playing);
  miss.see({ kind: EVENT.kick, subject: SEAT + 1 }, SEAT);
  expect(miss.follow(false, PHASE.playing)).toBe(true);
  miss.follow(true, PHASE.playing);
  expect(miss.follow(false, PHASE.kickOff)).toBe(false);
});
