import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SIM_VERSION } from '../../shared/version.ts';
import { firstMismatch, type GoldenMatch, replayGolden } from './replay-golden.ts';

const FOLDER = fileURLToPath(new URL('replays/', import.meta.url));
const GOLDEN = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as GoldenMatch,
);

test('there are twenty golden matches on twenty stadiums', () => {
  expect(new Set(GOLDEN.map(({ name }) => name)).size).toBe(20);
});

test.each(GOLDEN)('[S2] the golden match on $name comes out as recorded', (golden) => {
  expect(golden.simVersion).toBe(SIM_VERSION);
  expect(golden.hashes.length).toBe(golden.ticks / 60);
  expect(firstMismatch(golden)).toBe(-1);
});

test('[S2] an input that differs in a single tick is noticed', () => {
  const golden = GOLDEN.find(({ name }) => name === 'classic')!;
  const [held, length, ...rest] = golden.inputs[0]!;
  const changed = { ...golden, inputs: [[held! ^ 8, 1, held!, length! - 1, ...rest]] };
  expect(firstMismatch(changed)).toBe(0);
  expect(replayGolden(golden)).not.toEqual(replayGolden(changed));
});
