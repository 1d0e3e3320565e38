import { loadavg } from 'node:os';
import { measureRestarts } from './restart.ts';

// npm run bench:rooms: what rooms that scripts run cost, and how fast one is back.

const [what = 'all', count = '7'] = process.argv.slice(2);
process.stdout.write(`load ${loadavg()[0]!.toFixed(1)}\n`);
if (what === 'restart' || what === 'all') await measureRestarts(Number(count));
process.exit(0);
