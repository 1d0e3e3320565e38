import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cpus } from 'node:os';
import { readOptions } from '../../tools/project/read-options.ts';
import { rollClassic, rollTwentyNumbers } from '../rollback.ts';
import { measureAnchorCosts } from './anchors/anchor-cost.ts';
import { NETPLAYJS } from './anchors/netplayjs.ts';
import { runAnchor } from './anchors/run-anchor.ts';
import { TELEGRAPH } from './anchors/telegraph.ts';
import { type GridRow, TARGET_ROWS, allRows, chooseRows, nameOf } from './grid-row.ts';
import { measureHiddenTab } from './hidden-tab.ts';
import { measureDesyncs, measureJoins, measureTakeovers } from './incidents.ts';
import { type RowFigures, figuresOf } from './row-figures.ts';
import { runRow } from './run-row.ts';
import {
  type NamedAnchors,
  anchorTable,
  incidentTable,
  linkTable,
  pictureTable,
  targetTable,
} from './tables.ts';
import { judge } from './targets.ts';

const values = readOptions({
  /** The whole product instead of a selection: hours. */
  full: { type: 'boolean', default: false },
  /** Only rows whose name holds this text, beside those that the targets need. */
  rows: { type: 'string' },
  /** Length of each match. */
  seconds: { type: 'string', default: '20' },
  seed: { type: 'string', default: '4' },
  /** How often each incident is tried. */
  trials: { type: 'string', default: '20' },
  json: { type: 'string', default: 'bench/grid/out/grid.json' },
});

const seconds = parseCount('seconds', values.seconds, 3_600);
const trials = parseCount('trials', values.trials, 100_000);
const seed = parseCount('seed', values.seed, 2 ** 20);
const ANCHORS = [NETPLAYJS, TELEGRAPH];

// First of all: once whole rooms have run, the engine has compiled our rollback for them.
const numbersUs = rollTwentyNumbers().bestUs;
const costs = measureAnchorCosts();
const pitchUs = rollClassic(8, 12).bestUs;

const figures = new Map<string, RowFigures>();
const anchored: NamedAnchors[] = [];
for (const row of selectRows()) {
  const name = nameOf(row);
  const own = figuresOf(runRow(row, seed, seconds));
  figures.set(name, own);
  if (row.players === 2) {
    const anchors = ANCHORS.map((anchor) => runAnchor(anchor, row, seed, seconds));
    anchored.push({ name, own, anchors });
  }
  process.stderr.write('.');
}
const takeovers = [2, 4, 8].map((players) => ({
  players,
  ...measureTakeovers(players, trials, seed),
}));
const join = measureJoins(4, trials, seed);
const desync = measureDesyncs(4, trials, seed);
const hidden = measureHiddenTab(4, trials, seed);
process.stderr.write('\n');

const verdicts = judge({
  two: figuresAt(TARGET_ROWS.two),
  twoFar: figuresAt(TARGET_ROWS.twoFar),
  eight: figuresAt(TARGET_ROWS.eight),
  eightOneSlow: figuresAt(TARGET_ROWS.eightOneSlow),
  eightOneOut: figuresAt(TARGET_ROWS.eightOneOut),
  numbersUs,
  pitchUs,
  takeovers,
  join,
  desync,
  hidden,
});

const named = [...figures].map(([name, each]) => ({ name, figures: each }));
const machine = `node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`;
console.log(`${machine}; seed ${seed}, ${seconds} s a row\n`);
console.log(`${pictureTable(named)}\n\n${linkTable(named)}\n\n${anchorTable(anchored)}`);
for (const { name, assumption } of ANCHORS) console.log(`${name}: ${assumption}`);
console.log(
  `\n${incidentTable({ takeovers, join, desync, hidden })}\n\n${targetTable(verdicts, costs)}`,
);
writeJson(values.json);
// A miss is a figure; peers that do not hold the same state are a fault.
const isSound = named.every((each) => each.figures.problems.length === 0);
process.exitCode = isSound ? 0 : 1;

function selectRows(): readonly GridRow[] {
  const rows = values.full ? allRows() : chooseRows();
  const needed = new Set(Object.values(TARGET_ROWS).map((row) => nameOf(row)));
  const text = values.rows;
  if (text === undefined) return rows;
  return rows.filter((row) => needed.has(nameOf(row)) || nameOf(row).includes(text));
}

function figuresAt(row: GridRow): RowFigures {
  const found = figures.get(nameOf(row));
  if (!found) throw new Error(`the row ${nameOf(row)} was not played`);
  return found;
}

function parseCount(name: string, text: string, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= max) return value;
  console.error(`--${name} is a whole number from 1 to ${max}`);
  process.exit(2);
}

function writeJson(path: string): void {
  const timesOf = ({ timesMs, problems }: typeof join): unknown => ({
    times: timesMs.count,
    p50Ms: timesMs.percentile(0.5),
    p95Ms: timesMs.percentile(0.95),
    worstMs: timesMs.max,
    problems,
  });
  const content = {
    machine,
    seed,
    seconds,
    targets: verdicts,
    rows: Object.fromEntries(figures),
    anchors: anchored.map(({ name, anchors }) => ({ name, anchors })),
    anchorCosts: costs,
    takeovers: takeovers.map((each) => ({ players: each.players, ...(timesOf(each) as object) })),
    join: timesOf(join),
    hidden: { ...hidden, handoff: timesOf(hidden.handoff) },
    desync: { detected: timesOf(desync.detected), repaired: timesOf(desync.repaired) },
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(content, null, 1)}\n`);
  console.log(`\nwritten to ${path}`);
}
