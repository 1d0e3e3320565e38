import { expect, test } from 'vitest';
import { runsAtBall } from '../../tools/bots/beginners.ts';
import { BotMatch, bots } from '../../tools/bots/bot-match.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import { TICK_RATE } from '../sim/tick.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { BOT_LEVELS } from './levels.ts';

/** A match on the small map in which opponents stand at the ball, as [x, y]; bots are at [x, y] too. */
function pinned(
  ball: readonly [number, number],
  opponents: readonly (readonly [number, number])[],
  own: readonly (readonly [number, number])[],
): BotMatch {
  const arena = builtInArena('small')!;
  const match = new BotMatch(arena, own.length, 2, [bots(BOT_LEVELS.regular), () => runsAtBall]);
  match.match.ints[MATCH.phase] = PHASE.playing;
  match.match.discs.set([...ball, 0, 0], 0);
  for (const [index, place] of own.entries()) {
    match.match.discs.set([...place, 0, 0], (arena.firstPlayerDisc + index * 2) * 4);
  }
  for (const [index, place] of opponents.entries()) {
    match.match.discs.set([...place, 0, 0], (arena.firstPlayerDisc + index * 2 + 1) * 4);
  }
  return match;
}

/** Ticks until the ball is somewhere else, or a goal fell. */
function ticksToFree(match: BotMatch): number {
  const [x, y] = match.match.discs;
  for (let tick = 0; tick < 30 * TICK_RATE; tick += 1) {
    const { discs, ints } = match.match;
    if (Math.abs(discs[0]! - x!) + Math.abs(discs[1]! - y!) > 30) return tick;
    if (ints[MATCH.phase] !== PHASE.playing) return tick;
    match.step();
  }
  return Infinity;
}

/** [ball, opponents at it, bots]. */
const JAMS = {
  'at the end wall beside the post': [[310, 69.8], [[286, 76]], [[220, 20]]],
  'beside the own post': [[-310, -70], [[-286, -75]], [[-351, -40]]],
  'in a corner': [[310, 120], [[286, 114]], [[240, 60]]],
  'head on in the middle': [[0, 0], [[25, 0]], [[-25, 0]]],
} as const;

test.each(Object.keys(JAMS) as (keyof typeof JAMS)[])(
  'a ball that one pins %s comes free within 3 s, the way there included',
  (jam) => {
    const [ball, opponents, own] = JAMS[jam];
    expect(ticksToFree(pinned(ball, opponents, own))).toBeLessThan(3 * TICK_RATE);
  },
);

test('a ball that three hold from all sides beside a post comes free', () => {
  const opponents = [
    [-286, -75],
    [-316, -94],
    [-298, -47],
  ] as const;
  const own = [
    [-268, -46],
    [53, -30],
    [-342, -49],
  ] as const;
  expect(ticksToFree(pinned([-310, -69.4], opponents, own))).toBeLessThan(5 * TICK_RATE);
});
