import { CHAOS_KINDS } from '../tests/simulation/chaos-kinds.ts';
import { type SoakPlan, type SoakResult, planOf, runSoak } from '../tests/simulation/soak-run.ts';
import { readOptions } from './project/read-options.ts';
import { playAll } from './soak/soak-pool.ts';
import { traceRoom } from './soak/soak-trace.ts';
import { attempt, type SoakOutcome } from './soak/soak-worker.ts';

const values = readOptions({
  seeds: { type: 'string', default: '500' },
  first: { type: 'string', default: '1' },
  /** One seed alone, with all that happened. */
  seed: { type: 'string' },
  /** Instead of what the seed chooses. */
  peers: { type: 'string' },
  kind: { type: 'string' },
  /** With one seed: says whenever a peer's state or its room changes. */
  trace: { type: 'boolean', default: false },
});

const first = Number(values.seed ?? values.first);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const kind = CHAOS_KINDS.find((known) => known === values.kind);
const peers = values.peers === undefined ? null : Number(values.peers);
const areWhole = [first, count, peers ?? 2].every((value) => Number.isInteger(value) && value > 0);
if (!areWhole || (values.kind !== undefined && !kind) || (peers !== null && peers > 8)) {
  console.error('soak: --seeds, --first, --seed take whole numbers, --peers 2 … 8, --kind one of:');
  console.error(`  ${CHAOS_KINDS.join(', ')}`);
  process.exit(2);
}

const startedMs = performance.now();
const results: SoakResult[] = [];
const failed: SoakPlan[] = [];
const plans = Array.from({ length: count }, (_, index) => choosePlan(first + index));
if (values.seed === undefined) await playAll(plans, take);
else take(attempt(plans[0]!, (plan) => runSoak(plan, values.trace ? traceRoom() : undefined)));
tellSummary();

function choosePlan(seed: number): SoakPlan {
  const plan = planOf(seed);
  return { seed, peers: peers ?? plan.peers, kind: kind ?? plan.kind };
}

function take(outcome: SoakOutcome): void {
  if ('result' in outcome) results.push(outcome.result);
  if ('result' in outcome && values.seed !== undefined) console.log(outcome.result);
  const problems = 'result' in outcome ? outcome.result.problems : [outcome.thrown];
  if (problems.length === 0) return;
  const { plan } = outcome;
  failed.push(plan);
  const again = `npm run soak -- --seed ${plan.seed} --peers ${plan.peers} --kind ${plan.kind}`;
  console.log(`seed ${plan.seed} failed; run it again with: ${again}`);
  for (const problem of problems.slice(0, 5)) console.log(`  ${problem}`);
}

function total(pick: (result: SoakResult) => number): number {
  return results.reduce((sum, result) => sum + pick(result), 0);
}

function tellSummary(): void {
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const checkpoints = total((result) => result.checkpoints);
  console.log(
    `${count} seeds in ${seconds} s: ${total((result) => result.peers)} peers, ` +
      `${checkpoints} checkpoints and ${total((result) => result.inputs)} inputs compared, ` +
      `${total((result) => result.goals)} goals, ${total((result) => result.rollbacks)} rollbacks, ` +
      `${total((result) => result.takeovers)} takeovers, ${total((result) => result.desyncs)} desyncs, ` +
      `${results.filter(({ idle }) => idle > 0).length} with idle people, ` +
      `${total((result) => result.unclean)} elections without a quorum, ` +
      `${total((result) => result.takenBack)} ticks taken back before they were final, ` +
      `${failed.length} seeds failed`,
  );
  if (checkpoints === 0) console.log('nothing was compared: that is a failure too');
  process.exitCode = failed.length > 0 || checkpoints === 0 ? 1 : 0;
}
