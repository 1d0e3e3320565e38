import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { findProgram } from '../../tools/browsers/find-program.ts';
import { readOptions } from '../../tools/project/read-options.ts';
import type { WindowSize } from './cold-browser.ts';
import { quantile, type Row, tellRows } from './figures.ts';
import { type HomeVitals, visitHome } from './home-visit.ts';
import { inviteFrom, type Network, visit, type Visit } from './link-visit.ts';
import { type MatchFigures, playMatch } from './match-visit.ts';

const values = readOptions({
  /** Another checkout that was built, measured in turns with this one. */
  beside: { type: 'string' },
  /** Visits by a room's link, of each build. */
  visits: { type: 'string', default: '7' },
  /** Of the match. 0 leaves it out. */
  seconds: { type: 'string', default: '60' },
  /** Of the window. */
  size: { type: 'string', default: '1280x720' },
  /** Kilobits a second and the round trip in ms, as `10000,60`; left out: the loopback as it is. */
  network: { type: 'string' },
  /** Shares the processor like everybody, also where this process may go first. */
  fair: { type: 'boolean', default: false },
});

/** Figures should not exceed these; bench/README.md says where they come from. */
const TARGETS = {
  menuBytes: 90_000,
  bytes: 380_000,
  requests: 8,
  menuMs: 1200,
  lcpMs: 1500,
  shifted: 100,
  slowestMs: 100,
  engineMs: 250,
  pitchMs: { loopback: 450, slow: 1600 },
  frameP95Ms: 16.7,
  frameP99Ms: 25,
  drawCalls: 25,
  heapKb: 50,
  keyP50Ms: 17,
  keyP95Ms: 33,
};

const STEPS = [
  'html',
  'page',
  'parts',
  'lobby',
  'room',
  'ice',
  'dtls',
  'channel',
  'hello',
  'snapshot',
  'live',
  'engine',
  'booted',
  'canvas',
] as const;

const visits = readCount(values.visits, 'visits', 1);
const seconds = readCount(values.seconds, 'seconds', 0);
const size = readSize(values.size);
const network = readNetwork(values.network);
const folders = [PROJECT_ROOT, ...(values.beside === undefined ? [] : [values.beside])];
const names = ['this build', 'the other'].slice(0, folders.length);

const isFirst = !values.fair && goFirst();
console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}; ` +
    `${isFirst ? 'real-time priority' : 'priority like everybody'}; drawn by the processor\n`,
);
console.log(`a visit by a room's link, nothing cached: median of ${visits}, in turns`);
console.log(`${tellRows(names, (await visitInTurns()).map(rowsOfVisits))}\n`);
const homes: Row[][] = [];
for (const folder of folders) homes.push(rowsOfHome(await visitHome(folder, size, network)));
console.log('home, nothing cached: Core Web Vitals');
console.log(`${tellRows(names, homes)}\n`);
if (seconds > 0) {
  console.log(`practice of four against four, ${size.width}×${size.height}, ${seconds} s`);
  const tables: Row[][] = [];
  for (const folder of folders) tables.push(rowsOfMatch(await playMatch(folder, size, seconds)));
  console.log(tellRows(names, tables));
}

/** One visit of each build, then the next of each: what else the machine does meets all alike. */
async function visitInTurns(): Promise<readonly (readonly Visit[])[]> {
  const invitations = [];
  for (const folder of folders) invitations.push(await inviteFrom(folder));
  const found: Visit[][] = folders.map(() => []);
  try {
    for (let turn = 0; turn < visits; turn += 1) {
      for (const [build, invitation] of invitations.entries()) {
        found[build]!.push(await visit(invitation, size, network));
      }
    }
  } finally {
    for (const { close } of invitations) await close();
  }
  return found;
}

function rowsOfVisits(some: readonly Visit[]): Row[] {
  const median = (pick: (one: Visit) => number): number => quantile(some.map(pick), 0.5);
  const at = (step: string): number => median(({ steps }) => steps[step] ?? Number.NaN);
  const pitchMs = network === null ? TARGETS.pitchMs.loopback : TARGETS.pitchMs.slow;
  return [
    row(
      'bytes until the menu',
      'B',
      median(({ menuBytes }) => menuBytes),
      TARGETS.menuBytes,
    ),
    row(
      'bytes until the pitch',
      'B',
      median(({ bytes }) => bytes),
      TARGETS.bytes,
    ),
    row(
      'requests until the pitch',
      'count',
      median(({ requests }) => requests),
      TARGETS.requests,
    ),
    row('menu can be used', 'ms', at('page'), TARGETS.menuMs),
    row(
      'Phaser boots',
      'ms',
      median(({ steps }) => (steps['booted'] ?? Number.NaN) - (steps['engine'] ?? Number.NaN)),
      TARGETS.engineMs,
    ),
    ...STEPS.map((step) => row(`  ${step}`, 'ms since the link', at(step))),
    row('link → pitch, median', 'ms', at('pitch'), pitchMs),
    row('link → pitch, best', 'ms', Math.min(...some.map(({ steps }) => steps['pitch']!))),
    row('link → pitch, worst', 'ms', Math.max(...some.map(({ steps }) => steps['pitch']!))),
  ];
}

function rowsOfHome({ lcpMs, shifted, slowestMs }: HomeVitals): Row[] {
  return [
    row('largest paint (LCP)', 'ms', lcpMs, TARGETS.lcpMs),
    row('shifts of the layout (CLS)', 'thousandths', 1000 * shifted, TARGETS.shifted),
    row('slowest press (INP)', 'ms', slowestMs, TARGETS.slowestMs),
  ];
}

function rowsOfMatch(figures: MatchFigures): Row[] {
  const { frameMs, workMs, drawCalls, keyMs, keysPressed } = figures;
  const { allocatedPerSecond, keptPerSecond, heapBytes } = figures;
  return [
    row('picture to picture p50', 'ms', quantile(frameMs, 0.5)),
    row('picture to picture p95', 'ms', quantile(frameMs, 0.95), TARGETS.frameP95Ms),
    row('picture to picture p99', 'ms', quantile(frameMs, 0.99), TARGETS.frameP99Ms),
    row('work of the page for a picture p50', 'ms', quantile(workMs, 0.5)),
    row('work of the page for a picture p95', 'ms', quantile(workMs, 0.95)),
    row('draw calls, most', 'count', Math.max(...drawCalls), TARGETS.drawCalls),
    row('heap: allocated', 'KB/s', allocatedPerSecond / 1000),
    row('heap: kept behind a collection', 'KB/s', keptPerSecond / 1000, TARGETS.heapKb),
    row('heap in use', 'MB', heapBytes / 1e6),
    row('key → picture p50', 'ms', quantile(keyMs, 0.5), TARGETS.keyP50Ms),
    row('key → picture p95', 'ms', quantile(keyMs, 0.95), TARGETS.keyP95Ms),
    row('keys that moved the disc', `of ${keysPressed}`, keyMs.length),
  ];
}

function row(name: string, unit: string, value: number, target?: number): Row {
  return { name, unit, value, ...(target !== undefined && { target }) };
}

/** What this process starts from now on goes before all others of the machine; false where it may not. */
function goFirst(): boolean {
  const chrt = findProgram('chrt');
  if (process.getuid?.() !== 0 || chrt === null) return false;
  try {
    execFileSync(chrt, ['--rr', '--pid', '10', String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function readCount(text: string, name: string, least: number): number {
  const count = Number(text);
  return Number.isInteger(count) && count >= least && count <= 600
    ? count
    : refuse(`--${name} is a whole number from ${least} to 600`);
}

function readSize(text: string): WindowSize {
  const [, width, height] = /^(\d{2,4})x(\d{2,4})$/.exec(text) ?? [];
  return width === undefined || height === undefined
    ? refuse('--size is a width and a height, as 1280x720')
    : { width: Number(width), height: Number(height) };
}

function readNetwork(text: string | undefined): Network {
  if (text === undefined) return null;
  const [, kbit, rtt] = /^(\d{1,7}),(\d{1,4})$/.exec(text) ?? [];
  return kbit === undefined || rtt === undefined
    ? refuse('--network is kilobits a second and a round trip in ms, as 10000,60')
    : { kbitPerSecond: Number(kbit), rttMs: Number(rtt) };
}

function refuse(problem: string): never {
  console.error(`bench:client: ${problem}`);
  process.exit(2);
}
