import { describe, expect, test } from 'vitest';
import type { ChaosKind } from './chaos-kinds.ts';
import { runSoak } from './soak-run.ts';

/** A seed of the soak that failed once, with what was wrong. */
export type KeptSeed = readonly [seed: number, peers: number, kind: ChaosKind, what: string];

/** A test for each seed: what made it fail once is mended for good. */
export function testKept(seeds: readonly KeptSeed[]): void {
  describe.each(seeds.map(([seed, peers, kind, what]) => ({ seed, peers, kind, what })))(
    'seed $seed: $what',
    ({ seed, peers, kind }) => {
      test('all end in the same state', () => {
        const { problems, log } = runSoak({ seed, peers, kind });
        expect({ problems, log }).toEqual({ problems: [], log });
      });
    },
  );
}
