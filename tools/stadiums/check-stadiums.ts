import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { compileArena } from '../../shared/stadium/compile/compile-arena.ts';
import type { LimitChange } from '../../shared/stadium/format/limit-change.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';
import { MAX_FILE_BYTES } from '../../shared/stadium/format/stadium-limits.ts';
import { median, type Played, playStadium } from './play-stadium.ts';

const EXTENSIONS: ReadonlySet<string> = new Set(['.hbs', '.json', '.json5', '.stadium', '.txt']);

type Outcome =
  | {
      readonly state: 'played';
      readonly played: Played;
      readonly changes: readonly LimitChange[];
    }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'threw'; readonly reason: string };

export type StadiumReport = { readonly lines: readonly string[]; readonly ok: boolean };

/** Loads and plays every stadium file below a folder. Throws when the folder cannot be read. */
export function checkStadiums(folder: string): StadiumReport {
  const all = stadiumFiles(folder).map((path) => ({
    name: relative(folder, path),
    outcome: visit(path),
  }));
  const { lines, ok } = summarise(all);
  return { lines: [...all.flatMap(describe), ...lines], ok };
}

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
    if (statSync(path).size > MAX_FILE_BYTES) {
      return { state: 'refused', reason: 'the file is larger than 1 MiB' };
    }
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { state: 'refused', reason: `cannot be read: ${String(error)}` };
  }
  try {
    const changes: LimitChange[] = [];
    const parsed = parseStadium(text, changes);
    if (parsed.ok) {
      const arena = compileArena(parsed.value, changes);
      return { state: 'played', played: playStadium(arena, parsed.value), changes };
    }
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
  const { uncleanTick, left, stoppedDiscs, kick } = outcome.played;
  const lines = outcome.changes.map(
    ({ path, from, to }) => `limit      ${name}: ${path}: ${from} → ${to}`,
  );
  if (uncleanTick !== null) lines.push(`not finite ${name}: by tick ${uncleanTick}`);
  if (left.ball + left.player + left.other > 0) {
    lines.push(`left       ${name}: ball ${left.ball}, player ${left.player}, other ${left.other}`);
  }
  if (stoppedDiscs.length > 0) {
    lines.push(`limit      ${name}: disc ${stoppedDiscs.join(', ')} at the edge of the world`);
  }
  if (!kick.moves) {
    lines.push(`no kick    ${name}: ${kick.excuse ?? 'the ball should move and does not'}`);
  }
  return lines;
}

function summarise(all: readonly Visited[]): StadiumReport {
  const played = all.flatMap(({ name, outcome }) =>
    outcome.state === 'played' ? [{ name, ...outcome.played }] : [],
  );
  const count = (state: Outcome['state']): number =>
    all.filter(({ outcome }) => outcome.state === state).length;
  const limited = all.filter(
    ({ outcome }) =>
      outcome.state === 'played' && outcome.changes.length + outcome.played.stoppedDiscs.length > 0,
  ).length;
  const kicked = played.filter(({ kick }) => kick.moves).length;
  const unkicked = played.filter(({ kick }) => kick.excuse === null && !kick.moves).length;
  const unclean = played.filter(({ uncleanTick }) => uncleanTick !== null).length;
  const [worst] = played.toSorted((a, b) => b.microsPerTick - a.microsPerTick);
  const sum = (kind: keyof Played['left']): number =>
    played.reduce((total, { left }) => total + left[kind], 0);
  const share = all.length === 0 ? 0 : (played.length / all.length) * 100;
  const ok = all.length > 0 && unclean + unkicked + count('threw') === 0;
  return {
    lines: [
      `loaded: ${played.length} of ${all.length} (${share.toFixed(1)} %)`,
      `refused: ${count('refused')}`,
      `changed by a limit: ${limited}`,
      `a kick moves the ball: ${kicked} of ${played.length}`,
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
