import type { AnchorCost } from './anchors/anchor-cost.ts';
import type { AnchorFigures } from './anchors/run-anchor.ts';
import type { HiddenTab } from './hidden-tab.ts';
import type { DesyncIncident, Incident } from './incidents.ts';
import { formatNumber, formatShare, formatTable } from './report.ts';
import type { RowFigures } from './row-figures.ts';
import { type Verdict, nameOfCost } from './targets.ts';

export type NamedRow = { readonly name: string; readonly figures: RowFigures };
export type NamedAnchors = {
  readonly name: string;
  readonly own: RowFigures;
  readonly anchors: readonly AnchorFigures[];
};

/** What players see, a line for each row, in Markdown. */
export function pictureTable(rows: readonly NamedRow[]): string {
  const heads = [
    'what is seen',
    'resim/frame',
    'depth 50/95/99',
    'stalls own',
    'others',
    'eaten own',
    'others',
    'disc px',
    'p99',
    'ball px',
    'p99',
    'jump p99',
    'smoothed',
    'delay',
  ];
  const cells = rows.map(({ name, figures }) => [
    name,
    formatNumber(figures.resimulatedPerFrame),
    figures.depth.map((ticks) => formatNumber(ticks)).join('/'),
    formatNumber(figures.stalledOwn),
    formatNumber(figures.stalledOthers),
    formatShare(figures.eatenOwn),
    formatShare(figures.eatenOthers),
    formatNumber(figures.discErrorMean),
    formatNumber(figures.discErrorP99),
    formatNumber(figures.ballErrorMean),
    formatNumber(figures.ballErrorP99),
    formatNumber(figures.correctionP99),
    formatNumber(figures.popP99),
    formatNumber(figures.inputDelayTicks),
  ]);
  return formatTable(heads, cells);
}

/** What links carry, a line for each row, in Markdown. */
export function linkTable(rows: readonly NamedRow[]): string {
  const heads = [
    'what is sent',
    'client kbit/s',
    'sequencer',
    'packets/s a link',
    'bytes a packet',
    'clock p95 ms',
    'one-sided',
    'state',
  ];
  const cells = rows.map(({ name, figures }) => [
    name,
    formatNumber(figures.clientKbit),
    formatNumber(figures.sequencerKbit),
    formatNumber(figures.packetsPerLink),
    formatNumber(figures.bytesPerPacket),
    formatNumber(figures.clockOffsetP95Ms),
    formatNumber(figures.oneSidedness),
    figures.problems.length === 0 ? 'equal' : figures.problems.join('; '),
  ]);
  return formatTable(heads, cells);
}

/** Our figures beside those of the other libraries, in Markdown. */
export function anchorTable(rows: readonly NamedAnchors[]): string {
  const heads = [
    'two players',
    'stalled',
    'first up kbit/s',
    'second',
    'resim/frame',
    'disc px',
    'p99',
    'ball px',
    'p99',
    'jump p99',
    'thrown',
  ];
  const cells = rows.flatMap(({ name, own, anchors }) => [
    [name],
    [
      '  Peerball',
      formatShare(own.stalledShare),
      formatNumber(own.sequencerKbit),
      formatNumber(own.clientKbit),
      formatNumber(own.resimulatedPerFrame),
      formatNumber(own.discErrorMean),
      formatNumber(own.discErrorP99),
      formatNumber(own.ballErrorMean),
      formatNumber(own.ballErrorP99),
      formatNumber(own.correctionP99),
      '0',
    ],
    ...anchors.map((anchor) => [
      `  ${anchor.name}`,
      formatShare(anchor.stalledShare),
      formatNumber(anchor.kbit[0]),
      formatNumber(anchor.kbit[1]),
      formatNumber(anchor.resimulatedPerFrame),
      formatNumber(anchor.discErrorMean),
      formatNumber(anchor.discErrorP99),
      formatNumber(anchor.ballErrorMean),
      formatNumber(anchor.ballErrorP99),
      formatNumber(anchor.popP99),
      String(anchor.thrown),
    ]),
  ]);
  return formatTable(heads, cells);
}

function incidentLine(name: string, { timesMs, problems }: Incident): string[] {
  return [
    name,
    String(timesMs.count),
    formatNumber(timesMs.percentile(0.5)),
    formatNumber(timesMs.percentile(0.95)),
    formatNumber(timesMs.max),
    problems.length === 0 ? 'none' : problems.join('; '),
  ];
}

export type Incidents = {
  readonly takeovers: readonly (Incident & { readonly players: number })[];
  readonly join: Incident;
  readonly desync: DesyncIncident;
  readonly hidden: HiddenTab;
};

/** How long incidents last, in Markdown. */
export function incidentTable({ takeovers, join, desync, hidden }: Incidents): string {
  return formatTable(
    ['what happens (RTT 100 j10)', 'times', 'p50 ms', 'p95', 'worst', 'problems'],
    [
      ...takeovers.map((each) =>
        incidentLine(`the sequencer of ${each.players} crashes, 2 %`, each),
      ),
      incidentLine('somebody joins a match of 4, 5 %', join),
      incidentLine('a desync among 4 is seen, 2 %', desync.detected),
      incidentLine('  and repaired after that', desync.repaired),
      incidentLine("the sequencer's tab is hidden, 4 players, 2 %", hidden.handoff),
    ],
  );
}

/** Targets with what was reached, and the cost of each library, in Markdown. */
export function targetTable(verdicts: readonly Verdict[], costs: readonly AnchorCost[]): string {
  const heads = ['promise', 'target ≤', 'measured', '', ''];
  const lines = verdicts.map(({ name, target, measured, unit, isMet }) => [
    name,
    formatNumber(target),
    formatNumber(measured),
    unit,
    isMet ? 'ok' : 'MISS',
  ]);
  const others = costs.map((cost) => [nameOfCost(cost), '', formatNumber(cost.bestUs), 'µs', '']);
  return formatTable(heads, [...lines, ...others]);
}
