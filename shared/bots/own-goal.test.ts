import { expect, test } from 'vitest';
import { BotMatch, bots } from '../../tools/bots/bot-match.ts';
import { DISC_X, MATCH, PHASE } from '../sim/match-state.ts';
import { TICK_RATE } from '../sim/tick.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { BOT_LEVELS } from './levels.ts';

const ARENA = builtInArena('small')!;
/** Sun defends the goal at x = -320, which is 130 wide. */
const BALLS = [
  { ball: [-290, 0, 0, 0], is: 'lies before the goal' },
  { ball: [-300, 45, 0, 0], is: 'lies before a post' },
  { ball: [-300, -90, 0.3, 0.8], is: 'rolls along the line to the goal' },
  { ball: [-290, 60, -0.3, -1.2], is: 'rolls past the goal' },
  { ball: [-200, 10, -0.8, 0], is: 'rolls to the goal' },
] as const;
/** A ball this far from the line, x in map units, is out of it. */
const CLEARED = -220;
/** A rookie sees too late for some of it. */
const LEVELS = ['regular', 'pro', 'ace'] as const;
/** Where the bot comes from, all of them on the wrong side of the ball, and how fast it is. */
const RUNS = [
  [-240, 0, -2.2, 0],
  [-230, 40, -2.2, -0.3],
  [-230, -50, -1.5, 1.5],
  [-150, 20, -2.2, 0],
] as const;

test.each(LEVELS.flatMap((level) => BALLS.map(({ ball, is }) => ({ level, ball, is }))))(
  '$level: a ball that $is is not pushed over the own line by one who comes from the wrong side',
  ({ level, ball }) => {
    for (const run of RUNS) {
      const match = new BotMatch(ARENA, 1, 2, [bots(BOT_LEVELS[level]), () => () => 0]);
      match.match.ints[MATCH.phase] = PHASE.playing;
      match.match.discs.set(ball, 0);
      match.match.discs.set(run, ARENA.firstPlayerDisc * 4);
      let cleared = false;
      for (let tick = 0; tick < 8 * TICK_RATE && !cleared; tick += 1) {
        match.step();
        cleared = match.match.discs[DISC_X]! > CLEARED;
      }
      expect([run, match.score, cleared]).toEqual([run, [0, 0], true]);
    }
  },
);
