import { loadavg } from 'node:os';
import { measureCosts } from './cost.ts';
import { measureRestarts } from './restart.ts';

// npm run bench:rooms [restart|cost] [kills|seconds]: what rooms that scripts run cost, and how fast one is back.

const [what = 'all', count] = process.argv.slice(2);
process.stdout.write(`load ${loadavg()[0]!.toFixed(1)}\n`);
if (what === 'restart' || what === 'all') await measureRestarts(Number(count ?? 7));
if (what === 'cost' || what === 'all') await measureCosts(Number(count ?? 20));
process.stdout.write(`load ${loadavg()[0]!.toFixed(1)}\n`);
process.exit(0);
