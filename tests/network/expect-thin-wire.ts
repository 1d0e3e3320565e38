import { expect } from 'vitest';
import { playPhases, type WirePhase } from '../../bench/wire/phases.ts';
import { type WireFigures, WireRoom } from '../../bench/wire/wire-room.ts';

const PHASE_MS = 20_000;
const CHANGES_PER_SECOND = 6;
/** Promised are 34; a storm of acknowledgements makes it 43 or more. */
const PACKETS_MAX = 36;
/** A storm may begin at any time of this phase. */
const PACKETS_MAX_LOSSY = 40;

/** Two browsers play while their packets are counted at the interfaces, past them. */
export async function expectThinWire(): Promise<void> {
  const room = await WireRoom.open(['chromium', 'chromium']);
  const packets = new Map<WirePhase, number>();
  try {
    await room.play(CHANGES_PER_SECOND);
    await playPhases(room, PHASE_MS, (phase, figures) => {
      packets.set(phase, meanPackets(figures));
      console.log(`${phase}: ${meanPackets(figures).toFixed(1)} packets/s at each interface`);
    });
  } finally {
    await room.close();
  }
  expect(packets.get('clean')).toBeLessThan(PACKETS_MAX);
  expect(packets.get('2 % lost')).toBeLessThan(PACKETS_MAX_LOSSY);
  expect(packets.get('after an outage')).toBeLessThan(PACKETS_MAX);
}

function meanPackets(figures: readonly WireFigures[]): number {
  const all = figures.reduce((sum, { packetsPerSecond }) => sum + packetsPerSecond, 0);
  return all / figures.length;
}
