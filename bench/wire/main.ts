import { missingForNamespaces } from '../../tools/netlab/missing-parts.ts';
import { readOptions } from '../../tools/project/read-options.ts';
import type { BrowserKind } from './machine.ts';
import { playPhases, RECOVER_MS, type WirePhase } from './phases.ts';
import { type WireFigures, WireRoom } from './wire-room.ts';

const values = readOptions({
  /** A browser for each machine, the sequencer's first: two to eight of `chromium` and `firefox`. */
  browsers: { type: 'string', default: 'chromium,chromium' },
  /** Of each of the three phases. */
  seconds: { type: 'string', default: '30' },
  /** From the end of the outage until the last phase. */
  recover: { type: 'string', default: String(RECOVER_MS / 1000) },
  /** Changes of input of each player. */
  changes: { type: 'string', default: '6' },
});

const browsers = values.browsers.split(',');
const seconds = Number(values.seconds);
const changes = Number(values.changes);
const recover = Number(values.recover);
const lacks = missingForNamespaces();
if (!browsers.every(isKind) || browsers.length < 2 || browsers.length > 8) {
  fail('--browsers is a list of two to eight: chromium or firefox');
} else if (!(seconds >= 1 && seconds <= 600)) fail('--seconds is a number from 1 to 600');
else if (!(recover >= 0 && recover <= 600)) fail('--recover is a number up to 600');
else if (!(changes > 0 && changes <= 30)) fail('--changes is a number up to 30');
else if (lacks.length > 0) fail(`no machines can be made here: ${lacks.join(', ')}`);
else await measure(browsers);

async function measure(kinds: readonly BrowserKind[]): Promise<void> {
  // The machines go away with us: their browsers at the end of this process, their namespaces before.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const room = await WireRoom.open(kinds);
  try {
    console.log(`round trip 100 ms, ${changes} changes of input a second, ${seconds} s each;`);
    console.log('what each machine sends to all others, as its interface counts it, IP header and');
    console.log('all above it:\n');
    await room.play(changes);
    await playPhases(room, seconds * 1000, tell, recover * 1000);
  } finally {
    await room.close();
  }
}

function tell(phase: WirePhase, figures: readonly WireFigures[]): void {
  for (const each of figures) {
    console.log(
      `${phase.padEnd(18)} ${each.name.padEnd(16)} ${each.packetsPerSecond.toFixed(1)} packets/s, ` +
        `${each.kbitPerSecond.toFixed(1)} kbit/s; ${each.messagesPerSecond.toFixed(1)} messages/s of ` +
        `${each.bytesPerMessage.toFixed(1)} bytes, ${each.barePerSecond.toFixed(1)} packets/s without, ` +
        `${each.skippedPerSecond.toFixed(1)} held back, ${each.stalledTicks} stalls`,
    );
  }
}

function isKind(text: string): text is BrowserKind {
  return text === 'chromium' || text === 'firefox';
}

function fail(problem: string): void {
  console.error(problem);
  process.exitCode = 2;
}
