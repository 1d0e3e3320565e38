import { type Fault, Rolling, runRolling } from '../tests/lobby/rolling-run.ts';
import { hasRedis } from '../tests/lobby/redis-process.ts';
import { readOptions } from './project/read-options.ts';

/** Restarts two lobby processes over a Redis of its own, again and again, and counts what was lost. */
const options = readOptions({
  restarts: { type: 'string' },
  rooms: { type: 'string' },
  faults: { type: 'string' },
});
const restarts = Number(options.restarts ?? 50);
const rooms = Number(options.rooms ?? 50);
const KINDS: readonly Fault[] = ['SIGTERM', 'SIGKILL', 'SIGSTOP', 'REDIS'];
const kinds = KINDS.filter((kind) => (options.faults ?? 'SIGTERM').split(',').includes(kind));
const isUsable = [restarts, rooms].every((count) => Number.isInteger(count) && count > 0);
if (!isUsable || kinds.length === 0) {
  console.error('rolling: --restarts and --rooms take whole numbers above 0,');
  console.error(`rolling: --faults some of ${KINDS.join(',')}`);
  process.exit(2);
}
if (!hasRedis()) process.exit(2);

const rolling = await Rolling.start();
try {
  const faults = Array.from({ length: restarts }, (_, at) => kinds[at % kinds.length]!);
  let done = 0;
  const reports = await runRolling(rolling, {
    rooms,
    faults,
    onDone({ fault, whole, kept, seats, backMs }) {
      done += 1;
      const what = `${whole} of ${rooms} rooms whole, ${kept} kept, ${seats} of ${2 * rooms} seats`;
      console.log(`${done} ${fault}: ${what}, all back after ${backMs} ms`);
    },
  });
  const lost = reports.reduce((sum, { whole }) => sum + rooms - whole, 0);
  const twins = reports.reduce((sum, { kept }) => sum + Math.max(0, kept - rooms), 0);
  const seats = reports.reduce((sum, report) => sum + 2 * rooms - report.seats, 0);
  const times = reports.map(({ backMs }) => backMs).toSorted((a, b) => a - b);
  console.log(`${reports.length} faults: ${lost} rooms lost, ${twins} twins, ${seats} seats lost`);
  console.log(`all back: median ${times[times.length >> 1]} ms, last ${times.at(-1)} ms`);
  process.exitCode = lost + twins + seats > 0 ? 1 : 0;
} finally {
  await rolling.end();
}
