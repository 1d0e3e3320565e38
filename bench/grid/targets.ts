import type { AnchorCost } from './anchors/anchor-cost.ts';
import type { HiddenTab } from './hidden-tab.ts';
import type { DesyncIncident, Incident } from './incidents.ts';
import type { RowFigures } from './row-figures.ts';

/** One line of the table of promises: what was measured, and what it should stay below. */
export type Verdict = {
  readonly name: string;
  readonly target: number;
  readonly measured: number;
  readonly unit: string;
  readonly isMet: boolean;
};

export type TargetInputs = {
  readonly two: RowFigures;
  readonly twoFar: RowFigures;
  readonly eight: RowFigures;
  readonly eightOneSlow: RowFigures;
  readonly eightOneOut: RowFigures;
  readonly numbersUs: number;
  readonly pitchUs: number;
  readonly takeovers: readonly Incident[];
  readonly join: Incident;
  readonly desync: DesyncIncident;
  readonly hidden: HiddenTab;
};

const TICK_MS = 1000 / 60;
const RTT_MS = 100;

/** The promises of the netcode. A miss is a miss. */
export function judge(input: TargetInputs): readonly Verdict[] {
  const { two, twoFar, eight, eightOneSlow, eightOneOut, desync, hidden } = input;
  const takeoverMs = Math.max(...input.takeovers.map(({ timesMs }) => timesMs.max));
  const rows = [two, twoFar, eight, eightOneSlow, eightOneOut];
  const incidents = [...input.takeovers, input.join, desync.detected, hidden.handoff];
  const problems = [...rows, ...incidents].flatMap((each) => each.problems);
  return [
    verdict('2 players, up', 28, Math.max(two.clientKbit, two.sequencerKbit), 'kbit/s'),
    verdict('2 players, packets up', 34, two.packetsPerLink, '/s'),
    verdict('8 players, client up', 165, eight.clientKbit, 'kbit/s'),
    verdict('8 players, sequencer up', 185, eight.sequencerKbit, 'kbit/s'),
    verdict('rollback of 8 ticks of 20 numbers', 5, input.numbersUs, 'µs'),
    verdict('rollback of 12 ticks, classic 4v4', 500, input.pitchUs, 'µs'),
    verdict('stalled ticks, 2 players, RTT 100, 2 %', 0, two.stalledOthers, ''),
    verdict('stalled ticks, 2 players, RTT 167, 5 %', 0, twoFar.stalledOthers, ''),
    verdict('stalled ticks of 7 others, one at 250 ms', 0, eightOneSlow.stalledOthers, ''),
    verdict('stalled ticks of 7 others, one out for 1 s', 0, eightOneOut.stalledOthers, ''),
    verdict('disc error, 8 players, mean', 0.6, eight.discErrorMean, 'px'),
    verdict('disc error, 8 players, p99', 3, eight.discErrorP99, 'px'),
    verdict('clock one-sidedness, 8 players, worst', 1.2, eight.oneSidedness, ''),
    verdict('clock offset p95 after 3 s, 8 players', 4, eight.clockOffsetP95Ms, 'ms'),
    verdict('takeover after a crash, worst', 1300, takeoverMs, 'ms'),
    verdict('join at 5 % loss, p95', 3 * RTT_MS + 100, input.join.timesMs.percentile(0.95), 'ms'),
    verdict('desync detected, worst', 1100, desync.detected.timesMs.max, 'ms'),
    verdict(
      'desync repaired, p95',
      RTT_MS + 2 * TICK_MS,
      desync.repaired.timesMs.percentile(0.95),
      'ms',
    ),
    verdict('hidden tab, handoff, worst', 200, hidden.handoff.timesMs.max, 'ms'),
    verdict('hidden tab for 60 s, stalled ticks of 3 others', 0, hidden.stalledOthers, ''),
    verdict('hidden tab for 60 s, eaten inputs of 3 others', 0, hidden.eatenOthers, ''),
    verdict('diverged, retracted or failed', 0, problems.length, ''),
  ];
}

function verdict(name: string, target: number, measured: number, unit: string): Verdict {
  return { name, target, measured, unit, isMet: measured <= target };
}

/** The others' cost of the same twenty numbers, for the table beside ours. */
export function nameOfCost({ name, depth }: AnchorCost): string {
  return `${name}: rollback of ${depth} ticks of 20 numbers`;
}
