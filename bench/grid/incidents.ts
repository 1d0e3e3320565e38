import { createRandom } from '../../shared/base/seeded-random.ts';
import type { Conditions } from '../../shared/netplay/link/simulated-network.ts';
import { DISC_STRIDE, DISC_X } from '../../shared/sim/match-state.ts';
import { countTerms } from '../../tests/simulation/count-terms.ts';
import type { SimulatedPeer } from '../../tests/simulation/simulated-room.ts';
import { GridRoom } from './grid-room.ts';
import { Samples } from './samples.ts';

const RTT_MS = 100;
/** The middle of the grid. */
export const NETWORK: Conditions = {
  delayMs: RTT_MS / 2,
  jitterMs: 10,
  loss: 0.02,
  reorder: 0,
  duplicate: 0,
};
export const CHANGES_PER_SECOND = 6;
/** An incident comes at a random instant of this span of play. */
const SPAN_MS = 3_000;
/** Longer than this is written down as this long. */
const PATIENCE_MS = 20_000;
const SETTLE_MS = 4_000;

export type Incident = {
  readonly timesMs: Samples;
  /** What must not be; empty when all is well. */
  readonly problems: readonly string[];
};

/**
 * The sequencer crashes without a word. Measured: until something new is ordered at the last of the
 * survivors.
 */
export function measureTakeovers(players: number, trials: number, seed: number): Incident {
  return tryOften(
    trials,
    seed,
    (grid, random, problems) => {
      const { room } = grid;
      room.run(random() * SPAN_MS);
      const crashMs = room.network.nowMs;
      room.crash(room.peers[0]!);
      const survivors = [...room.alive];
      const isOver = (): boolean => survivors.every((peer) => hasNewTerm(peer));
      if (!room.run(PATIENCE_MS, isOver)) problems.push('nobody took over');
      const gapMs = room.network.nowMs - crashMs;
      room.run(SETTLE_MS);
      problems.push(...room.witness.differences);
      return gapMs;
    },
    { players, conditions: NETWORK },
  );
}

/** A newcomer joins a match of `players`: from the open links until the match is played there. */
export function measureJoins(players: number, trials: number, seed: number): Incident {
  return tryOften(
    trials,
    seed,
    (grid, random, problems) => {
      const { room } = grid;
      room.run(random() * SPAN_MS);
      const openMs = room.network.nowMs;
      const { session } = room.addPeer();
      if (!room.run(PATIENCE_MS, () => session.state.state === 'live'))
        problems.push('never got in');
      return room.network.nowMs - openMs;
    },
    { players, conditions: { ...NETWORK, loss: 0.05 } },
  );
}

export type DesyncIncident = { readonly detected: Incident; readonly repaired: Incident };

/** One peer's final state is made wrong by a bit of a map unit. */
export function measureDesyncs(players: number, trials: number, seed: number): DesyncIncident {
  const repairedMs = new Samples();
  const detected = tryOften(
    trials,
    seed,
    (grid, random, problems) => {
      const { room } = grid;
      const [sequencer, victim] = room.peers;
      room.run(random() * SPAN_MS);
      const startMs = room.network.nowMs;
      const { engine } = victim!.session;
      const { loads } = engine;
      engine.final.match.discs[DISC_STRIDE + DISC_X]! += 0.01;
      const isSeen = (): boolean => sequencer!.session.counts.repairs > 0;
      if (!room.run(PATIENCE_MS, isSeen)) problems.push('nobody saw the desync');
      const seenMs = room.network.nowMs;
      if (!room.run(PATIENCE_MS, () => engine.loads > loads)) problems.push('nobody repaired it');
      repairedMs.add(room.network.nowMs - seenMs);
      room.run(SETTLE_MS);
      if (sequencer!.session.counts.repairs !== 1) problems.push('it took more than one repair');
      return seenMs - startMs;
    },
    { players, conditions: NETWORK },
  );
  return { detected, repaired: { timesMs: repairedMs, problems: detected.problems } };
}

type Trial = (grid: GridRoom, random: () => number, problems: string[]) => number;

/** Each trial is a match of its own, in play, on a network and with luck of its own. */
export function tryOften(
  trials: number,
  seed: number,
  trial: Trial,
  { players, conditions }: { readonly players: number; readonly conditions: Conditions },
): Incident {
  const timesMs = new Samples();
  const problems: string[] = [];
  for (let index = 0; index < trials; index++) {
    const own = seed * 1_000 + index;
    const options = { seed: own, players, conditions, changesPerSecond: CHANGES_PER_SECOND };
    const grid = new GridRoom(options);
    if (!grid.begin()) problems.push(`seed ${own}: the match never began`);
    const found: string[] = [];
    timesMs.add(trial(grid, createRandom(own), found));
    problems.push(...found.map((problem) => `seed ${own}: ${problem}`));
  }
  return { timesMs, problems };
}

/** Something was ordered here by the present sequencer. */
export function hasNewTerm({ session }: SimulatedPeer): boolean {
  const { room } = session.engine;
  return countTerms(room) > 1 && session.state.state === 'live' && !session.state.isMoving;
}
