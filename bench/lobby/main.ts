import { readOptions } from '../../tools/project/read-options.ts';
import { formatNumber, formatTable } from '../grid/report.ts';
import type { ServerKind } from './bench-server.ts';
import { type IdleCost, measureIdle } from './idle.ts';
import { measureRooms } from './rooms.ts';
import { type Delivery, measureSignaling, type SignalingRound } from './signaling.ts';

const values = readOptions({
  /** Servers take turns so often. */
  rounds: { type: 'string', default: '3' },
  /** Pages that signal, an even number. */
  pages: { type: 'string', default: '500' },
  /** How often each pair goes through its 22 signals in a round. */
  turns: { type: 'string', default: '2' },
  /** Connections at which memory is read; empty leaves it out. */
  idle: { type: 'string', default: '2000,10000' },
  /** Public rooms that are opened, joined and listed; 0 leaves it out. */
  rooms: { type: 'string', default: '500' },
  only: { type: 'string', default: 'peerball,peerserver,socketio' },
});

const NAMES = { peerball: 'Peerball', peerserver: 'PeerServer', socketio: 'bare Socket.IO' };
const KB = 1024;

const kinds = values.only.split(',') as ServerKind[];
const counts = values.idle.split(',').filter(Boolean).map(Number);
const [rounds, pages, turns, rooms] = [values.rounds, values.pages, values.turns, values.rooms].map(
  Number,
) as [number, number, number, number];
if (![...counts, rounds, pages, turns, rooms].every((count) => Number.isInteger(count))) {
  fail('options are whole numbers');
} else if (!kinds.every((kind) => Object.hasOwn(NAMES, kind))) {
  fail(`--only is some of ${Object.keys(NAMES).join(', ')}`);
} else {
  if (rounds > 0) await compareSignaling();
  if (counts.length > 0) await compareIdle();
  if (rooms > 0) await showRooms();
}

async function compareSignaling(): Promise<void> {
  const taken = new Map<ServerKind, SignalingRound[]>(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) taken.get(kind)!.push(await measureSignaling(kind, pages, turns));
  }
  const rows = kinds.map((kind) => {
    const all = taken.get(kind)!;
    const of = (pick: (round: SignalingRound) => number): string =>
      formatNumber(median(all.map(pick)));
    const delivery = (pick: (round: SignalingRound) => Delivery): string[] => [
      of((round) => pick(round).cpuMsPerThousand),
      `${of((round) => pick(round).p50Ms)} / ${of((round) => pick(round).p99Ms)}`,
    ];
    return [
      NAMES[kind],
      `${of(({ firstConnectCpuMs }) => firstConnectCpuMs)} / ${of(({ connectCpuMs }) => connectCpuMs)}`,
      ...delivery(({ oneByOne }) => oneByOne),
      ...delivery(({ asGathered }) => asGathered),
    ];
  });
  const heads = [
    'CPU ms',
    'a connection, first / further',
    '1000 one by one',
    'p50 / p99',
    '1000 as gathered',
  ];
  console.log(`${pages} pages, medians of ${rounds} rounds in turn:\n`);
  console.log(`${formatTable([...heads, 'p50 / p99'], rows)}\n`);
}

async function compareIdle(): Promise<void> {
  const rows: string[][] = [];
  for (const kind of kinds) {
    const costs = await measureIdle(kind, counts);
    const cell = ({ rss, heap }: IdleCost): string =>
      `${formatNumber(rss / KB)} / ${formatNumber(heap / KB)}`;
    const [first, last] = [costs.at(0)!, costs.at(-1)!];
    const more = last.pages - first.pages;
    // What a server takes once, as it grows, weighs on the first of them alone.
    const ofEach = (pick: (cost: IdleCost) => number): number =>
      (pick(last) * last.pages - pick(first) * first.pages) / more;
    const further =
      more > 0 ? [cell({ ...last, rss: ofEach((c) => c.rss), heap: ofEach((c) => c.heap) })] : [];
    rows.push([NAMES[kind], ...costs.map(cell), ...further]);
  }
  const heads = ['KB of an idle page, RSS / heap', ...counts.map((count) => `at ${count}`)];
  if (counts.length > 1) heads.push('each further one');
  console.log(`${formatTable(heads, rows)}\n`);
}

async function showRooms(): Promise<void> {
  const costs = await measureRooms(rooms);
  console.log(
    `${rooms} rooms: ${formatNumber(costs.joinsPerSecond)} joins/s; CPU ms of a room opened ` +
      `${formatNumber(costs.createCpuMs)}, joined ${formatNumber(costs.joinCpuMs)}, ` +
      `of a page of the list ${formatNumber(costs.listCpuMs)}`,
  );
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
}

function fail(problem: string): void {
  console.error(problem);
  process.exitCode = 2;
}
