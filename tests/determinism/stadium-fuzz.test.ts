import { expect, test } from 'vitest';
import { isCleanMatch } from '../../shared/sim/match/checksum.ts';
import { nextRandom, seedRandom } from '../../shared/sim/match/random.ts';
import { compileArena } from '../../shared/stadium/compile/compile-arena.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';
import { ScriptedMatch } from '../../tools/stadiums/scripted-match.ts';
import { stadiumTexts } from './all-arenas.ts';

/** PEERBALL_FUZZ_FILES=100000 makes a long run of a minute, PEERBALL_FUZZ_SEED repeats one. */
const FILES = Number(process.env['PEERBALL_FUZZ_FILES'] ?? 20_000);
const FIRST_SEED = Number(process.env['PEERBALL_FUZZ_SEED'] ?? 1);
const TICKS = 60;

/** Bound of [F1] for one file; a slower try is repeated, as the machine may have been busy. */
const PARSE_MS = 50;
const TRIES = 5;

/** Numbers that break careless arithmetic, all of them allowed. */
const NUMBERS = [
  '0',
  '-0',
  '1e308',
  '-1e308',
  '1e-320',
  '-1e-9',
  '-1',
  '0.5',
  '3',
  '-200',
  '1e6',
  '99999999',
  "'7'",
  '1.7976931348623157e308',
  '360',
  '-180',
  '2',
  '10',
];

/** What a hostile or broken file puts anywhere. */
const PIECES = [
  '1e999',
  'NaN',
  '-Infinity',
  'null',
  '{}',
  '[]',
  '[[]]',
  '""',
  "'x'",
  '"disc0"',
  'true',
  '[1,2]',
  '["all"]',
  '["c3","kick","score"]',
  '\\',
  '"',
  "'",
  '\n',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '//',
  '/*',
  '*/',
  '\u2028',
  '\uFEFF',
  '__proto__',
  'traits',
  'trait',
  '1023',
  '2147483648',
];

const NUMBER = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi;

/** Some edits of one fixture: mostly of its numbers, so that most results still load. */
function mutate(text: string, random: Int32Array): string {
  let result = text;
  const edits = 1 + (nextRandom(random, 0) % 6);
  for (let edit = 0; edit < edits; edit += 1) {
    const where = nextRandom(random, 0) % (result.length + 1);
    NUMBER.lastIndex = where;
    const target = NUMBER.exec(result);
    const kind = nextRandom(random, 0) % 16;
    const chance = nextRandom(random, 0);
    const piece = PIECES[chance % PIECES.length]!;
    if (kind < 13 && target !== null) {
      result = splice(result, target.index, target[0].length, NUMBERS[chance % NUMBERS.length]!);
    } else if (kind === 13) result = splice(result, where, chance % 12, '');
    else if (kind === 14) result = splice(result, where, 0, piece);
    else result = splice(result, where, 0, result.slice(where, where + (chance % 90)));
  }
  return result;
}

test(`[F1] [S16] ${FILES} mutated files: none throws, and none that loads breaks a tick`, () => {
  const sources = stadiumTexts();
  let loaded = 0;
  let slowest = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + FILES; seed += 1) {
    const random = new Int32Array(4);
    seedRandom(random, 0, seed);
    const text = mutate(sources[nextRandom(random, 0) % sources.length]!.text, random);
    const { parsed, millis } = parseTimed(text);
    slowest = Math.max(slowest, millis);
    if (!parsed.ok) {
      expect(parsed.error.length).toBeGreaterThan(0);
      continue;
    }
    loaded += 1;
    const scripted = new ScriptedMatch(compileArena(parsed.value), 2, seed);
    for (let tick = 0; tick < TICKS; tick += 1) scripted.step();
    if (!isCleanMatch(scripted.match)) expect({ seed, isClean: false }).toBeNull();
  }
  if (FILES > 1000) console.log(`${loaded} loaded, slowest parse ${slowest.toFixed(1)} ms`);
  expect(slowest).toBeLessThan(PARSE_MS);
  expect(loaded).toBeGreaterThan(FILES / 5);
  expect(loaded).toBeLessThan(FILES);
}, 36_000_000);

function parseTimed(text: string): {
  readonly parsed: ReturnType<typeof parseStadium>;
  readonly millis: number;
} {
  let millis = Infinity;
  for (let run = 0; ; run += 1) {
    const started = performance.now();
    const parsed = parseStadium(text);
    millis = Math.min(millis, performance.now() - started);
    if (millis < PARSE_MS / 5 || run === TRIES) return { parsed, millis };
  }
}

function splice(text: string, at: number, length: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + length);
}
