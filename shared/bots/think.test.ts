import { expect, test } from 'vitest';
import { holdsOneKey, runsAtBall, runsBehindBall } from '../../tools/bots/beginners.ts';
import { BotMatch, bots, type MakePlayer } from '../../tools/bots/bot-match.ts';
import { copyMatchState, createMatchState } from '../sim/match-state.ts';
import { SEATS } from '../sim/seat.ts';
import { TICK_RATE } from '../sim/tick.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { createBotMemory } from './bot-memory.ts';
import { BotView } from './bot-view.ts';
import { STEADY_LEVEL_NAMES } from '../room/bots.ts';
import { BOT_LEVELS } from './levels.ts';
import { think } from './think.ts';

const CLASSIC = builtInArena('classic')!;
const LEVELS = STEADY_LEVEL_NAMES;
const BEGINNERS: Readonly<Record<string, MakePlayer>> = {
  'runs at the ball': () => runsAtBall,
  'runs behind the ball': (_match, team) => runsBehindBall(team),
  'holds one key': (_match, team) => holdsOneKey(team),
};

/** Plays on for some seconds and returns all that was held. */
function inputsOf(match: BotMatch, seconds: number): number[] {
  const held: number[] = [];
  for (let tick = 0; tick < seconds * TICK_RATE; tick += 1) {
    match.step();
    held.push(...match.inputs);
  }
  return held;
}

test.each(LEVELS)(
  '%s: two runs give the same inputs, another seed gives others',
  (name) => {
    const sides: [MakePlayer, MakePlayer] = [bots(BOT_LEVELS[name]), bots(BOT_LEVELS[name])];
    const [one, again, other] = [4, 4, 6].map((seed) =>
      inputsOf(new BotMatch(CLASSIC, 2, seed, sides), 10),
    );
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  },
  90_000,
);

test.each(LEVELS)('%s: what changes in the world changes nothing before its reaction', (name) => {
  const level = BOT_LEVELS[name];
  const match = new BotMatch(CLASSIC, 1, 2, [bots(level), bots(level)]);
  const views = [new BotView(), new BotView()];
  const memories = [createBotMemory(2, level), createBotMemory(2, level)];
  const other = createMatchState(CLASSIC.discCount);
  const changeTick = 3 * TICK_RATE;
  let firstDifference = Infinity;
  for (let tick = 0; tick < changeTick + 60; tick += 1) {
    copyMatchState(match.match, other);
    // To one of them the ball is shot away and far off.
    if (tick >= changeTick) other.discs.set([-300, 120, 5, 5], 0);
    views[0]!.see(CLASSIC, match.match, tick);
    views[1]!.see(CLASSIC, other, tick);
    const held = memories.map((memory, index) => think(views[index]!, SEATS[0]!, tick, memory));
    if (held[0] !== held[1]) firstDifference = Math.min(firstDifference, tick);
    match.step();
  }
  expect(firstDifference).toBeGreaterThanOrEqual(changeTick + level.reaction);
  expect(firstDifference).toBeLessThan(Infinity);
});

test.each(
  Object.keys(BEGINNERS).flatMap((beginner) =>
    ['small', 'classic', 'big'].map((map) => [beginner, map] as const),
  ),
)('in two minutes against one that %s on %s the ball never stands for 2 s', (beginner, map) => {
  const stood = [1, 2].map((seed) => {
    const sides: [MakePlayer, MakePlayer] = [bots(BOT_LEVELS.regular), BEGINNERS[beginner]!];
    const match = new BotMatch(builtInArena(map)!, 1, seed, sides);
    inputsOf(match, 60);
    return match.longestStand;
  });
  expect(Math.max(...stood)).toBeLessThan(2 * TICK_RATE);
});

test.each([2, 3, 4])(
  'in a minute of %i against as many that hold one key the ball never stands for 2 s',
  (size) => {
    const match = new BotMatch(CLASSIC, size, 3, [
      bots(BOT_LEVELS.regular),
      BEGINNERS['holds one key']!,
    ]);
    inputsOf(match, 60);
    expect(match.longestStand).toBeLessThan(2 * TICK_RATE);
    expect(match.score[0]).toBeGreaterThan(match.score[1]);
  },
);

test('a regular bot beats one that runs behind the ball', () => {
  let difference = 0;
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const match = new BotMatch(CLASSIC, 1, seed, [
      bots(BOT_LEVELS.regular),
      BEGINNERS['runs behind the ball']!,
    ]);
    inputsOf(match, 120);
    difference += match.score[0] - match.score[1];
  }
  expect(difference).toBeGreaterThan(3);
}, 90_000);

test('of four bots at most one is at the ball nine times out of ten', () => {
  const level = BOT_LEVELS.pro;
  const match = new BotMatch(builtInArena('big')!, 4, 5, [bots(level), bots(level)]);
  inputsOf(match, 60);
  expect(match.calm[1]! / match.played).toBeGreaterThan(0.9);
});

test('a bot without a seat in the match, or before it saw one, holds nothing', () => {
  const memory = createBotMemory(1, BOT_LEVELS.ace);
  const view = new BotView();
  expect(think(view, SEATS[0]!, 0, memory)).toBe(0);
  const match = new BotMatch(CLASSIC, 1, 1, [() => () => 0, () => () => 0]);
  view.see(CLASSIC, match.match, 0);
  expect(think(view, SEATS[5]!, 0, memory)).toBe(0);
});
