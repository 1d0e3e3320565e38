import { describe, expect, test } from 'vitest';
import {
  type Outcome,
  badMinute,
  crashOfHost,
  handover,
  hostAndHeirApart,
  hostOutTwice,
  randomOutages,
  smallerSideHasHost,
  twoComeBack,
} from './scenarios.ts';
import { FAIR } from './consensus-room.ts';

/** `npm run soak:consensus` plays many more. */
const SEEDS = [1, 2, 3];
const OUTAGE_SEEDS = Array.from({ length: 24 }, (_, index) => index + 1);
const FAR = { ...FAIR, delayMs: 100, jitterMs: 15, loss: 0.05 };

function expectNothingLost({ tally }: Outcome): void {
  expect(tally).toMatchObject({
    divergedTicks: 0,
    retractions: 0,
    rivals: 0,
    uncleanElections: 0,
    stranded: 0,
  });
}

describe.each([
  ['with a lobby', true],
  ['without a lobby', false],
])(
  '[C3] [C12] no final tick differs when host and heir are cut off in a transfer, %s',
  (_, hasLobby) => {
    test.each([4, 5, 8])('of %d', (members) => {
      for (const hiddenAfterMs of [-50, 50, 200]) {
        for (const seed of SEEDS)
          expectNothingLost(hostAndHeirApart({ seed, members, hasLobby }, hiddenAfterMs));
      }
    });
  },
);

test.each([
  [3, 1],
  [5, 3],
])(
  '[C7] of %d, %d cannot reach the lobby and the host is out twice: nothing is retracted',
  (members, without) => {
    for (const seed of SEEDS)
      expectNothingLost(hostOutTwice({ seed, members, hasLobby: true }, without));
  },
);

test('[C4] outages of pairs, of one way and of the lobby retract nothing', () => {
  for (const seed of OUTAGE_SEEDS) expectNothingLost(randomOutages(seed));
});

test.each([
  [2, 5],
  [3, 7],
])(
  '[C6] with the host among the %d of %d that are cut off the others soon go on',
  (smaller, members) => {
    for (const seed of SEEDS) {
      const outcome = smallerSideHasHost({ seed, members, hasLobby: true }, smaller);
      expectNothingLost(outcome);
      expect(outcome.ms).toBeLessThan(1_300);
    }
  },
);

test('[C6] two who come back to five do not stop what becomes final', () => {
  for (const seed of SEEDS) {
    const outcome = twoComeBack({ seed, members: 5, hasLobby: true }, 2_000);
    expectNothingLost(outcome);
    expect(outcome.tally.terms).toBe(0);
    expect(outcome.ms).toBeLessThan(150);
  }
});

test.each([2, 3, 8])(
  '[C6] when the host of %d crashes ticks soon become final again',
  (members) => {
    for (const seed of SEEDS) {
      const outcome = crashOfHost({ seed, members, hasLobby: true });
      expectNothingLost(outcome);
      expect(outcome.ms).toBeLessThan(1_300);
    }
  },
);

test('[C6] two who stand at once far from each other do not do so for ever', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const outcome = crashOfHost({ seed, members: 3, hasLobby: true }, FAR);
    expectNothingLost(outcome);
    expect(outcome.ms).toBeLessThan(3_000);
  }
});

test.each([2, 5, 8])(
  '[C12] a handover among %d takes no longer than a fifth of a second',
  (members) => {
    for (const seed of SEEDS) {
      const outcome = handover({ seed, members, hasLobby: true });
      expectNothingLost(outcome);
      expect(outcome.ms).toBeLessThan(200);
    }
  },
);

test('[C6] stalls of half a second and lost packets begin no election', () => {
  for (const seed of SEEDS) {
    const place = { seed, members: 2 + seed, hasLobby: true };
    expect(badMinute(place, { ...FAIR, loss: 0.05 }, 500).tally.terms).toBe(0);
  }
});
