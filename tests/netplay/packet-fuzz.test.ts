import { expect, test } from 'vitest';
import { fuzzRoom } from '../simulation/packet-fuzz.ts';

/** About a minute; PEERBALL_FUZZ_PACKETS asks for more or fewer. */
const PACKETS = Number(process.env['PEERBALL_FUZZ_PACKETS'] ?? 10_000_000);
/** Less than a byte a packet; what is recorded of the match comes and goes with some four megabytes. */
const HEAP_MAX_BYTES = 8 * 2 ** 20;

test(
  'a stranger who says anything at all changes nothing, breaks nothing and costs no memory',
  { timeout: 3_600_000 },
  () => {
    const attacked = fuzzRoom(5, PACKETS);
    expect(attacked.packets).toBeGreaterThanOrEqual(Math.min(PACKETS, 48_000));
    expect(attacked.links).toBeGreaterThan(10);
    expect(attacked.hashes[0]).toBe(attacked.hashes[1]);
    expect(attacked.heapGrowthBytes).toBeLessThan(HEAP_MAX_BYTES);
  },
);
