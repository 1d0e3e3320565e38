import { expect, test } from 'vitest';
import { EVENT } from '../../shared/sim/events.ts';
import { INPUT_KICK, NEUTRAL_INPUT, toInputBits } from '../../shared/sim/input.ts';
import { MissedKick } from './missed-kick.ts';

const KICK = toInputBits(INPUT_KICK);
const ME = 3;

test('a kick that is let go without a ball is missed, once', () => {
  const missed = new MissedKick();
  const heard = [KICK, KICK, NEUTRAL_INPUT, NEUTRAL_INPUT].map((held) => missed.follow(held));
  expect(heard).toEqual([false, false, true, false]);
});

test('one that met the ball is not, whoever else kicks', () => {
  const missed = new MissedKick();
  missed.follow(KICK);
  missed.hear({ kind: EVENT.kick, subject: ME }, ME);
  expect([missed.follow(KICK), missed.follow(NEUTRAL_INPUT)]).toEqual([false, false]);
  missed.follow(KICK);
  missed.hear({ kind: EVENT.kick, subject: 1 }, ME);
  missed.hear({ kind: EVENT.kick, subject: 1 }, -1);
  expect(missed.follow(NEUTRAL_INPUT)).toBe(true);
});
