import { type ScenarioLine, listScenarios } from '../tests/simulation/consensus/scenario-table.ts';
import type { Outcome } from '../tests/simulation/consensus/scenarios.ts';
import { NO_TALLY, type Tally, addTally } from '../tests/simulation/consensus/tally.ts';
import { readOptions } from './project/read-options.ts';

/**
 * Plays rooms of `shared/consensus` with the lobby's witness over bad networks, in virtual time:
 * `npm run soak:consensus -- --seeds 20`. Ends with 1 where something final was held in two ways or
 * taken back, a term had two sequencers, a member was left behind, or a figure is over its limit.
 */

const values = readOptions({
  seeds: { type: 'string', default: '20' },
  first: { type: 'string', default: '1' },
  /** One kind alone. */
  scenario: { type: 'string' },
});

const first = Number(values.first);
const count = Number(values.seeds);
const lines = listScenarios();
const names = [...new Set(lines.map(({ name }) => name))];
const areWhole = [first, count].every((value) => Number.isInteger(value) && value > 0);
if (!areWhole || (values.scenario !== undefined && !names.includes(values.scenario))) {
  console.error('soak:consensus: --seeds, --first take whole numbers, --scenario one of:');
  console.error(`  ${names.join(', ')}`);
  process.exit(2);
}

let sum: Tally = NO_TALLY;
let failures = 0;
let rooms = 0;
const startedMs = performance.now();
for (const line of lines) {
  if (values.scenario === undefined || values.scenario === line.name) play(line);
}
const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
console.log(`${rooms} rooms in ${seconds} s: ${describe(sum)}, ${failures} rooms failed`);
process.exitCode = failures > 0 || rooms === 0 ? 1 : 0;

function play(line: ScenarioLine): void {
  let tally = NO_TALLY;
  const times: number[] = [];
  const failed: string[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const problem = playSeed(line, seed, (outcome) => {
      tally = addTally(tally, outcome.tally);
      if (outcome.ms !== null) times.push(outcome.ms);
    });
    if (problem !== null) failed.push(`  seed ${seed}: ${problem}`);
  }
  sum = addTally(sum, tally);
  rooms += count;
  failures += failed.length;
  console.log(`${line.title}: ${describe(tally)}${describeTimes(times)}`);
  for (const text of failed.slice(0, 5)) console.log(text);
}

function playSeed(line: ScenarioLine, seed: number, tell: (outcome: Outcome) => void) {
  try {
    const outcome = line.run(seed);
    tell(outcome);
    return findProblem(line, outcome);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : 'threw';
  }
}

function findProblem(line: ScenarioLine, { tally, ms }: Outcome): string | null {
  return findUnsafe(line, tally) ?? findSlow(line, tally, ms);
}

function findUnsafe({ mayBeUnclean }: ScenarioLine, tally: Tally): string | null {
  const { divergedTicks, retractions, rivals, uncleanElections } = tally;
  if (rivals > 0) return 'a term has two sequencers';
  if (mayBeUnclean && uncleanElections > 0) return null;
  if (divergedTicks > 0) return `${divergedTicks} ticks are final in two ways`;
  if (retractions > 0) return `${retractions} members retracted`;
  return uncleanElections > 0 ? 'an election was unclean' : null;
}

function findSlow({ isCalm, maxMs }: ScenarioLine, tally: Tally, ms: number | null): string | null {
  if (tally.stranded > 0) return `${tally.stranded} members are left behind`;
  if (isCalm && tally.terms > 0) return `${tally.terms} false alarms`;
  if (maxMs === undefined || (ms !== null && ms <= maxMs)) return null;
  return ms === null ? 'it never came' : `took ${ms.toFixed()} ms`;
}

function describe(tally: Tally): string {
  return (
    `${tally.divergedTicks} ticks diverged, ${tally.retractions} retractions, ` +
    `${tally.rivals} rivals, ${tally.uncleanElections} unclean elections, ${tally.terms} takeovers, ` +
    `${tally.stranded} left behind`
  );
}

function describeTimes(times: number[]): string {
  if (times.length === 0) return '';
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed();
  return `; ms p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)}`;
}
