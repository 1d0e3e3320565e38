import type { PacketCounts } from '../../tools/netlab/packet-counts.ts';
import type { LabConditions } from '../../tools/netlab/packet-fate.ts';

/** 150 ms there and back, 20 ms jitter, 5 % loss. */
export const BAD: LabConditions = {
  delayMs: 75,
  jitterMs: 20,
  loss: 0.05,
  reorder: 0,
  duplicate: 0,
};

export const BLACKOUT_MS = 1_000;

/** What stands between two browsers. */
export type BadNetwork = {
  /** Nothing gets through in either direction for `ms`; done when that is over. */
  blackout(ms: number): Promise<void>;
  counts(): Promise<PacketCounts>;
};
