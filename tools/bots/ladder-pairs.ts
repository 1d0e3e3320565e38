import { BOT_LEVELS } from '../../shared/bots/levels.ts';
import { holdsOneKey, runsAtBall, runsBehindBall } from './beginners.ts';
import { bots, type MakePlayer } from './bot-match.ts';

/** All who play the ladder: four levels, and three scripts that stand for beginners. */
export const PLAYERS: ReadonlyMap<string, MakePlayer> = new Map<string, MakePlayer>([
  ['rookie', bots(BOT_LEVELS.rookie)],
  ['regular', bots(BOT_LEVELS.regular)],
  ['pro', bots(BOT_LEVELS.pro)],
  ['ace', bots(BOT_LEVELS.ace)],
  ['straight', () => runsAtBall],
  ['behind', (_match, team) => runsBehindBall(team)],
  ['one-key', (_match, team) => holdsOneKey(team)],
]);

/** Is a player of the ladder a bot, and no script? */
export function isBot(name: string): boolean {
  return Object.hasOwn(BOT_LEVELS, name);
}

/** Two that the ladder compares, and the share of matches that the first one shall win. */
export type LadderPair = {
  readonly first: string;
  readonly second: string;
  readonly least: number;
  readonly most: number;
};

/** A pair that nothing is asked of is there for the ball that must not stand. */
export const PAIRS: readonly LadderPair[] = [
  { first: 'regular', second: 'rookie', least: 0.8, most: 1 },
  { first: 'pro', second: 'regular', least: 0.8, most: 1 },
  { first: 'ace', second: 'pro', least: 0.65, most: 1 },
  { first: 'rookie', second: 'behind', least: 0.4, most: 0.6 },
  { first: 'regular', second: 'behind', least: 0.75, most: 1 },
  { first: 'regular', second: 'straight', least: 0.75, most: 1 },
  { first: 'regular', second: 'one-key', least: 0.75, most: 1 },
  { first: 'rookie', second: 'straight', least: 0, most: 1 },
  { first: 'ace', second: 'straight', least: 0, most: 1 },
  { first: 'rookie', second: 'one-key', least: 0, most: 1 },
  { first: 'ace', second: 'one-key', least: 0, most: 1 },
];
