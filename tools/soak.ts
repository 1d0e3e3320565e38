import { parseArgs } from 'node:util';
import type { SimulatedPeer } from '../tests/support/simulated-room.ts';
import { type SoakPlan, type SoakResult, planOf, runSoak } from '../tests/support/soak-run.ts';

const KINDS = ['calm', 'crashes', 'cuts'] as const;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    /** One seed alone, with all that happened. */
    seed: { type: 'string' },
    /** Instead of what the seed chooses. */
    peers: { type: 'string' },
    kind: { type: 'string' },
    /** Says whenever a peer's state or its room changes. */
    trace: { type: 'boolean', default: false },
  },
});

const first = Number(values.seed ?? values.first);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const kind = KINDS.find((known) => known === values.kind);
const peers = values.peers === undefined ? null : Number(values.peers);
const areWhole = [first, count, peers ?? 2].every((value) => Number.isInteger(value) && value > 0);
if (!areWhole || (values.kind !== undefined && !kind) || (peers !== null && peers > 8)) {
  console.error('soak: --seeds, --first, --seed take whole numbers, --peers 2 … 8, --kind one of:');
  console.error(`  ${KINDS.join(', ')}`);
  process.exit(2);
}

const startedMs = performance.now();
const results: SoakResult[] = [];
let thrown = 0;
for (let seed = first; seed < first + count; seed++) {
  const result = runOne(choosePlan(seed));
  if (!result) continue;
  results.push(result);
  if (values.seed !== undefined) console.log(result);
  else if (result.problems.length > 0) tellFailure(result);
}
tellSummary();

/** A throw is a failure of its seed, and the other seeds still run. */
function runOne(plan: SoakPlan): SoakResult | null {
  try {
    return runSoak(plan, values.trace ? createTrace() : undefined);
  } catch (error) {
    thrown += 1;
    tellFailure({ ...plan, problems: [error instanceof Error ? (error.stack ?? '') : 'threw'] });
    return null;
  }
}

function createTrace(): (peer: SimulatedPeer, nowMs: number) => void {
  const told = new Map<string, string>();
  return ({ id, session }, nowMs) => {
    const { room } = session.engine.final;
    const members = room.members.map(({ peer, absent }) => (absent ? `(${peer})` : peer));
    const { state, counts } = session;
    const text = `${JSON.stringify(state)} reign ${room.sequencer}/${room.term} of ${members.join(' ')}`;
    const line = `${text}, repairs ${counts.repairs}, retractions ${counts.retractions}`;
    if (told.get(id) === line) return;
    told.set(id, line);
    console.log(
      `${(nowMs / 1000).toFixed(2)} s ${id}: final ${session.engine.timeline.end} ${line}`,
    );
  };
}

function choosePlan(seed: number): SoakPlan {
  const plan = planOf(seed);
  return { seed, peers: peers ?? plan.peers, kind: kind ?? plan.kind };
}

function tellFailure(result: SoakPlan & Pick<SoakResult, 'problems'>): void {
  const again = `npm run soak -- --seed ${result.seed} --peers ${result.peers} --kind ${result.kind}`;
  console.log(`seed ${result.seed} failed; run it again with: ${again}`);
  for (const problem of result.problems.slice(0, 5)) console.log(`  ${problem}`);
}

function total(pick: (result: SoakResult) => number): number {
  return results.reduce((sum, result) => sum + pick(result), 0);
}

function tellSummary(): void {
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const checkpoints = total((result) => result.checkpoints);
  const failed = thrown + total((result) => (result.problems.length > 0 ? 1 : 0));
  console.log(
    `${count} seeds in ${seconds} s: ${total((result) => result.peers)} peers, ` +
      `${checkpoints} checkpoints compared, ${total((result) => result.goals)} goals, ` +
      `${total((result) => result.rollbacks)} rollbacks, ` +
      `${total((result) => result.takeovers)} takeovers, ${failed} seeds failed`,
  );
  if (checkpoints === 0) console.log('nothing was compared: that is a failure too');
  process.exit(failed > 0 || checkpoints === 0 ? 1 : 0);
}
