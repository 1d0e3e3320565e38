import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BOT_LEVELS } from '../../shared/bots/levels.ts';
import { understands } from '../../shared/bots/understands.ts';
import { DISC_STRIDE, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import { compileArena } from '../../shared/stadium/compile/compile-arena.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { BotMatch, bots } from './bot-match.ts';

const PLAY_TICKS = 20 * TICK_RATE;
/** Nearer to the ball than this, in map units beside the radii of both, a bot came to it. */
const NEAR = 10;

/** A line for each stadium file of a folder: what bots make of it, and what came of 20 s of 2v2. */
export function* tryStadiums(folder: string): Generator<string> {
  const sums = { plays: 0, follows: 0, nothing: 0, came: 0, scored: 0 };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.hbs'))) {
    const parsed = parseStadium(readFileSync(join(folder, name), 'utf8'));
    if (!parsed.ok) continue;
    const arena = compileArena(parsed.value);
    const known = understands(arena);
    const { reached, score } = play(new BotMatch(arena, 2, 2, SIDES));
    sums[known] += 1;
    if (known !== 'nothing' && reached) sums.came += 1;
    if (score > 0) sums.scored += 1;
    yield `${name.slice(0, 60).padEnd(60)} ${known.padEnd(8)} ${reached ? 'at the ball' : '-'.padEnd(11)} ${score} goals`;
  }
  yield JSON.stringify(sums);
}

const SIDES = [bots(BOT_LEVELS.pro), bots(BOT_LEVELS.pro)] as const;

function play(match: BotMatch): { reached: boolean; score: number } {
  const { arena } = match;
  const { radius } = arena.discs;
  const near = radius[0]! + radius[arena.firstPlayerDisc]! + NEAR;
  let reached = false;
  for (let tick = 0; tick < PLAY_TICKS; tick += 1) {
    match.step();
    const { discs } = match.match;
    for (let seat = 0; seat < 4; seat += 1) {
      const at = (arena.firstPlayerDisc + seat) * DISC_STRIDE;
      const dx = discs[at + DISC_X]! - discs[DISC_X]!;
      const dy = discs[at + DISC_Y]! - discs[DISC_Y]!;
      if (dx * dx + dy * dy < near * near) reached = true;
    }
  }
  return { reached, score: match.score[0] + match.score[1] };
}
