import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { parseStadium } from '../shared/stadium/parse-stadium.ts';
import { MAX_FILE_BYTES } from '../shared/stadium/stadium-limits.ts';
import { median, type Played, playStadium } from './play-stadium.ts';

/**
 * Loads and plays every stadium below a folder: `npm run stadiums -- <folder>`. Ends with 1 when
 * there is none, or when one throws or makes a number that is not finite; refusing is no failure.
 */

const EXTENSIONS: ReadonlySet<string> = new Set(['.hbs', '.json', '.json5', '.stadium', '.txt']);

type Outcome =
  | { readonly state: 'played'; readonly played: Played }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'threw'; readonly reason: string };

type Visited = { readonly name: string; readonly outcome: Outcome };

function stadiumFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && EXTENSIONS.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function visit(path: string): Outcome {
  let text: string;
  try {
    // Not read at all if too large: a stranger's file may be of any size.
    text = statSync(path).size > MAX_FILE_BYTES ? '' : readFileSync(path, 'utf8');
    if (text === '' && statSync(path).size > 0) {
      return { state: 'refused', reason: 'the file is larger than 1 MiB' };
    }
  } catch (error) {
    return { state: 'refused', reason: `cannot be read: ${String(error)}` };
  }
  try {
    const parsed = parseStadium(text);
    if (parsed.ok) return { state: 'played', played: playStadium(parsed.value) };
    const [first] = parsed.error;
    const reason = [first?.path, first?.message].filter(Boolean).join(': ');
    const more = parsed.error.length - 1;
    return { state: 'refused', reason: more > 0 ? `${reason} (and ${more} more)` : reason };
  } catch (error) {
    return { state: 'threw', reason: String(error) };
  }
}

function describe({ name, outcome }: Visited): readonly string[] {
  if (outcome.state !== 'played') {
    return [
      `${outcome.state === 'refused' ? 'refused   ' : 'exception '} ${name}: ${outcome.reason}`,
    ];
  }
  const { uncleanTick, left } = outcome.played;
  const lines: string[] = [];
  if (uncleanTick !== null) lines.push(`not finite ${name}: by tick ${uncleanTick}`);
  if (left.ball + left.player + left.other > 0) {
    lines.push(`left       ${name}: ball ${left.ball}, player ${left.player}, other ${left.other}`);
  }
  return lines;
}

function summarise(all: readonly Visited[]): { readonly lines: readonly string[]; ok: boolean } {
  const played = all.flatMap(({ name, outcome }) =>
    outcome.state === 'played' ? [{ name, ...outcome.played }] : [],
  );
  const count = (state: Outcome['state']): number =>
    all.filter(({ outcome }) => outcome.state === state).length;
  const unclean = played.filter(({ uncleanTick }) => uncleanTick !== null).length;
  const [worst] = played.toSorted((a, b) => b.microsPerTick - a.microsPerTick);
  const sum = (kind: keyof Played['left']): number =>
    played.reduce((total, { left }) => total + left[kind], 0);
  const share = all.length === 0 ? 0 : (played.length / all.length) * 100;
  const ok = all.length > 0 && unclean + count('threw') === 0;
  return {
    lines: [
      `loaded: ${played.length} of ${all.length} (${share.toFixed(1)} %)`,
      `refused: ${count('refused')}`,
      `NaN/Infinity found: ${unclean}`,
      `exceptions: ${count('threw')}`,
      `µs per tick: median ${median(played.map((one) => one.microsPerTick)).toFixed(1)}, ` +
        `worst ${(worst?.microsPerTick ?? 0).toFixed(1)}${worst === undefined ? '' : ` (${worst.name})`}`,
      `discs that left the world: ball ${sum('ball')}, player ${sum('player')}, other ${sum('other')}`,
      all.length === 0 ? 'FAILED: no stadium file here' : ok ? 'passed' : 'FAILED',
    ],
    ok,
  };
}

function main(folder: string | undefined): number {
  if (folder === undefined) {
    console.error('usage: npm run stadiums -- <folder of stadium files>');
    return 2;
  }
  let files: readonly string[];
  try {
    files = stadiumFiles(folder);
  } catch (error) {
    console.error(`${folder} cannot be read: ${String(error)}`);
    return 2;
  }
  const all = files.map((path) => ({ name: relative(folder, path), outcome: visit(path) }));
  const { lines, ok } = summarise(all);
  for (const line of [...all.flatMap(describe), ...lines]) console.log(line);
  return ok ? 0 : 1;
}

process.exitCode = main(process.argv[2]);
