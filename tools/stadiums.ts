import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { DISC_STRIDE, DISC_X, DISC_Y } from '../shared/sim/match-state.ts';
import { isCleanMatch } from '../shared/sim/checksum.ts';
import { compileArena } from '../shared/stadium/compile-arena.ts';
import { parseStadium } from '../shared/stadium/parse-stadium.ts';
import type { Stadium } from '../shared/stadium/stadium.ts';
import { ScriptedMatch } from './scripted-match.ts';

/** Loads and plays every stadium of a folder: `npm run stadiums -- <folder>`. */

const TICKS = 1200;
const SEED = 20;

/** Discs further out than this many camera rectangles have left the world. */
const FAR = 4;

type Played = {
  readonly name: string;
  readonly micros: number;
  readonly isClean: boolean;
  readonly left: number;
};

function playStadium(name: string, stadium: Stadium): Played {
  const scripted = new ScriptedMatch(compileArena(stadium), 2, SEED);
  const started = performance.now();
  for (let tick = 0; tick < TICKS; tick += 1) scripted.step();
  const micros = ((performance.now() - started) * 1000) / TICKS;
  return {
    name,
    micros,
    isClean: isCleanMatch(scripted.match),
    left: countLeft(scripted, stadium),
  };
}

function countLeft({ arena, match }: ScriptedMatch, stadium: Stadium): number {
  const farX = Math.max(stadium.width, 200) * FAR;
  const farY = Math.max(stadium.height, 200) * FAR;
  let count = 0;
  for (let disc = 0; disc < arena.discCount; disc += 1) {
    const x = match.discs[disc * DISC_STRIDE + DISC_X]!;
    const y = match.discs[disc * DISC_STRIDE + DISC_Y]!;
    const startX = arena.startDiscs[disc * DISC_STRIDE + DISC_X]!;
    const startY = arena.startDiscs[disc * DISC_STRIDE + DISC_Y]!;
    // Files park unused discs far out on purpose: those have not left, they never were here.
    if (x === startX && y === startY) continue;
    if (Math.abs(x) > farX || Math.abs(y) > farY) count += 1;
  }
  return count;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function main(folder: string): number {
  const files = readdirSync(folder)
    .filter((file) => ['.hbs', '.json', '.stadium'].includes(extname(file)))
    .toSorted();
  const played: Played[] = [];
  let refused = 0;
  let thrown = 0;
  for (const file of files) {
    try {
      const parsed = parseStadium(readFileSync(join(folder, file), 'utf8'));
      if (parsed.ok) played.push(playStadium(file, parsed.value));
      else {
        refused += 1;
        for (const problem of parsed.error) {
          console.log(`refused  ${file}: ${problem.path} ${problem.message}`);
        }
      }
    } catch (error) {
      thrown += 1;
      console.log(`THROWN   ${file}: ${String(error)}`);
    }
  }
  for (const one of played.filter(({ isClean }) => !isClean))
    console.log(`NOT FINITE  ${one.name}`);
  for (const one of played.filter(({ left }) => left > 0)) {
    console.log(`left the world: ${one.left} discs of ${one.name}`);
  }
  const unclean = played.filter(({ isClean }) => !isClean).length;
  const byCost = played.toSorted((a, b) => b.micros - a.micros);
  for (const one of byCost.slice(0, 5)) console.log(`${one.micros.toFixed(1)} µs  ${one.name}`);
  const share = files.length === 0 ? 0 : (played.length / files.length) * 100;
  console.log(
    `${files.length} files: ${played.length} loaded (${share.toFixed(1)} %), ${refused} refused, ` +
      `${thrown} threw, ${unclean} not finite, ${played.reduce((sum, { left }) => sum + left, 0)} discs left the world; ` +
      `µs per tick median ${median(played.map(({ micros }) => micros)).toFixed(1)}, ` +
      `worst ${(byCost[0]?.micros ?? 0).toFixed(1)}`,
  );
  return files.length === 0 || thrown + unclean > 0 ? 1 : 0;
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run stadiums -- <folder of stadium files>');
  process.exitCode = 2;
} else {
  process.exitCode = main(folder);
}
