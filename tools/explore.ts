import { hunt } from './explore/hunt.ts';
import { MUTANTS } from './explore/mutants.ts';
import { LONG_PLANS, SHORT_PLANS } from './explore/plans.ts';
import { search } from './explore/search.ts';
import { walk } from './explore/walk.ts';
import { readOptions } from './project/read-options.ts';

/**
 * Looks through what a few peers and the witness can do to each other: `npm run explore`, for longer
 * with `--deep`; with `--mutants` it breaks one rule at a time, and each has to be noticed. Ends with
 * 1 at a violation, or where a broken rule was not noticed.
 */

const STATES_MAX = 60_000;
const STEPS_MAX = 20_000;
const DEEP_STATES_MAX = 3_000_000;
const DEEP_STEPS_MAX = 3_000_000;
const MUTANT_EFFORT = { states: 30_000, steps: 300_000 };

const options = readOptions({
  mutants: { type: 'boolean', default: false },
  deep: { type: 'boolean', default: false },
});

process.exitCode = (options.mutants ? huntMutants() : explore()) ? 0 : 1;

function explore(): boolean {
  let violations = 0;
  let states = 0;
  let steps = 0;
  for (const plan of [...SHORT_PLANS, ...LONG_PLANS]) {
    const startedMs = performance.now();
    const found = search(plan, options.deep ? DEEP_STATES_MAX : STATES_MAX);
    const isDone = found.isComplete || found.violation !== null;
    const walked = isDone ? null : walk(plan, options.deep ? DEEP_STEPS_MAX : STEPS_MAX, 1);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    states += found.states;
    steps += walked?.steps ?? 0;
    const extent = walked ? `not all states, ${walked.steps} steps by chance` : 'all states';
    console.log(`${plan.name}: ${found.states} states, ${extent}, ${seconds} s`);
    const violation = found.violation ?? walked?.violation ?? null;
    if (violation === null) continue;
    violations += 1;
    console.log(`  VIOLATION: ${violation.what}`);
    for (const line of violation.trace) console.log(`    ${line}`);
  }
  console.log(`${states} states, ${steps} steps by chance, ${violations} violations`);
  return violations === 0;
}

function huntMutants(): boolean {
  let missed = 0;
  for (const mutant of MUTANTS) {
    const { rule, bug, plan } = mutant;
    const { violation, effort } = hunt(mutant, MUTANT_EFFORT);
    if (violation === null) missed += 1;
    const outcome = violation === null ? 'NOT FOUND' : violation.what;
    console.log(`[${rule}] ${bug} | ${plan} | ${effort} | ${outcome}`);
  }
  console.log(`${MUTANTS.length - missed} of ${MUTANTS.length} mutants found`);
  return missed === 0;
}
