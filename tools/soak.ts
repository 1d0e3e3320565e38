import { parseArgs } from 'node:util';
import { type SoakResult, runSoak } from '../tests/support/soak-run.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    /** One seed alone, with all its figures. */
    seed: { type: 'string' },
    peers: { type: 'string', default: '2' },
  },
});

const first = Number(values.seed ?? values.first);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const peers = Number(values.peers);
if (![first, count, peers].every((value) => Number.isInteger(value) && value > 0)) {
  console.error('soak: --seeds, --first, --seed and --peers take positive whole numbers');
  process.exit(2);
}

const startedMs = performance.now();
const failed: SoakResult[] = [];
let checkpoints = 0;
let goals = 0;
let rollbacks = 0;
for (let seed = first; seed < first + count; seed++) {
  const result = runSoak(seed, peers);
  checkpoints += result.checkpoints;
  goals += result.goals;
  rollbacks += result.rollbacks;
  if (values.seed !== undefined) console.log(result);
  if (result.problems.length === 0) continue;
  failed.push(result);
  console.log(
    `seed ${seed} failed; run it again with: npm run soak -- --seed ${seed} --peers ${peers}`,
  );
  for (const problem of result.problems.slice(0, 5)) console.log(`  ${problem}`);
}
const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
console.log(
  `${count} seeds of ${peers} peers in ${seconds} s: ${checkpoints} checkpoints compared, ` +
    `${goals} goals, ${rollbacks} rollbacks, ${failed.length} seeds failed`,
);
if (checkpoints === 0) console.log('nothing was compared: that is a failure too');
process.exit(failed.length > 0 || checkpoints === 0 ? 1 : 0);
