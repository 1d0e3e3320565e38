import { readFileSync } from 'node:fs';
import { SIM_VERSION } from '../shared/version.ts';
import {
  firstMismatch,
  type GoldenMatch,
  HASH_EVERY_TICKS,
} from '../tests/golden/replay-golden.ts';

/** Plays recorded matches again and says where the first difference is: `npm run replay <file…>`. */
function replay(path: string): boolean {
  const golden = JSON.parse(readFileSync(path, 'utf8')) as GoldenMatch;
  if (golden.simVersion !== SIM_VERSION) {
    console.error(
      `${path}: recorded at simulation version ${golden.simVersion}, not ${SIM_VERSION}`,
    );
    return false;
  }
  const second = firstMismatch(golden);
  const [from, to] = [second * HASH_EVERY_TICKS, (second + 1) * HASH_EVERY_TICKS];
  const verdict = second < 0 ? 'as recorded' : `differs first between ticks ${from} and ${to}`;
  console.log(`${path}: ${golden.ticks} ticks on ${golden.name}, ${verdict}`);
  return second < 0;
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('usage: npm run replay <recorded match …>');
  process.exitCode = 2;
} else {
  process.exitCode = paths.map(replay).every((isSame) => isSame) ? 0 : 1;
}
