import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILT_IN_STADIUMS } from '../shared/stadium/built-in/built-in-stadiums.ts';
import { SIM_VERSION } from '../shared/version.ts';
import { recordGolden } from '../tests/golden/record-golden.ts';
import type { GoldenMatch } from '../tests/golden/replay-golden.ts';

/**
 * Records the golden matches anew: `npm run golden:update -- "why the behaviour changed"`.
 * Recordings change only together with SIM_VERSION: otherwise two builds that differ would play
 * with each other.
 */

const GOLDEN = fileURLToPath(new URL('../tests/golden/', import.meta.url));
const FIRST_SEED = 1000;

function sources(): readonly Pick<GoldenMatch, 'name' | 'stadium' | 'text'>[] {
  const builtIn = [...BUILT_IN_STADIUMS.keys()].map((id) => ({
    name: id,
    stadium: id,
    text: null,
  }));
  const files = readdirSync(join(GOLDEN, 'stadiums')).toSorted();
  const own = files.map((file) => ({
    name: basename(file, '.stadium'),
    stadium: null,
    text: readFileSync(join(GOLDEN, 'stadiums', file), 'utf8'),
  }));
  return [...builtIn, ...own];
}

function main(reason: string | undefined): number {
  if (reason === undefined || reason.trim() === '') {
    console.error('usage: npm run golden:update -- "why the behaviour changed"');
    return 2;
  }
  mkdirSync(join(GOLDEN, 'replays'), { recursive: true });
  let changed = 0;
  for (const [index, source] of sources().entries()) {
    const path = join(GOLDEN, 'replays', `${source.name}.json`);
    const text = `${JSON.stringify(recordGolden(source, FIRST_SEED + index))}\n`;
    const old = existsSync(path) ? readFileSync(path, 'utf8') : null;
    if (old === text) continue;
    if (old !== null && (JSON.parse(old) as GoldenMatch).simVersion === SIM_VERSION) {
      console.error(
        `${source.name} came out differently: raise SIM_VERSION first (${SIM_VERSION})`,
      );
      return 1;
    }
    writeFileSync(path, text);
    changed += 1;
  }
  console.log(`${changed} golden matches recorded at simulation version ${SIM_VERSION}: ${reason}`);
  return 0;
}

process.exitCode = main(process.argv[2]);
