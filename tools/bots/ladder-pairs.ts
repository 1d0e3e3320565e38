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

/** The pairs that the ladder compares. */
export const PAIRS: readonly { readonly first: string; readonly second: string }[] = [
  { first: 'rookie', second: 'behind' },
  { first: 'regular', second: 'behind' },
  { first: 'regular', second: 'rookie' },
  { first: 'pro', second: 'regular' },
  { first: 'ace', second: 'pro' },
  { first: 'rookie', second: 'straight' },
  { first: 'regular', second: 'straight' },
  { first: 'ace', second: 'straight' },
  { first: 'rookie', second: 'one-key' },
  { first: 'ace', second: 'one-key' },
];
