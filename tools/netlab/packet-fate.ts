import { nextNormal, type Random } from '../../shared/base/seeded-random.ts';
import type { Conditions } from '../../shared/netplay/link/simulated-network.ts';

/** Packets are lost one by one, never in bursts on purpose. */
export type LabConditions = Omit<Conditions, 'burst'>;

/** What becomes of one packet: how long each copy of it travels; nothing for a lost one. */
export function decideFate(conditions: LabConditions, random: Random): number[] {
  const { delayMs, jitterMs, loss, reorder, duplicate } = conditions;
  if (random() < loss) return [];
  const copies = random() < duplicate ? 2 : 1;
  return Array.from({ length: copies }, () => {
    const travelMs = Math.max(0, delayMs + jitterMs * nextNormal(random));
    return random() < reorder ? 0 : travelMs;
  });
}
