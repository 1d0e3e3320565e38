import { loadavg } from 'node:os';
import { measureCosts } from './cost.ts';
import { measureHarm } from './harm.ts';
import { measureRestarts } from './restart.ts';

// npm run bench:rooms [restart|cost|harm] [kills|seconds]: what rooms that scripts run cost, how fast one is back, and
// what others see of a script that misbehaves.

const [what = 'all', count] = process.argv.slice(2);
process.stdout.write(`load ${loadavg()[0]!.toFixed(1)}\n`);
if (what === 'restart' || what === 'all') await measureRestarts(Number(count ?? 7));
if (what === 'cost' || what === 'all') await measureCosts(Number(count ?? 20));
if (what === 'harm' || what === 'all') await measureHarm(Number(count ?? 15));
process.stdout.write(`load ${loadavg()[0]!.toFixed(1)}\n`);
process.exit(0);
