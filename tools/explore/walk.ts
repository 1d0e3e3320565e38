import type { Plan } from './plans.ts';
import type { Violation } from './search.ts';
import { FAIR_GAME, type Game, World } from './world.ts';

/** As far as any walk leads: budgets are spent long before. */
const STEPS_MAX = 80;

export type Walks = { readonly steps: number; readonly violation: Violation | null };

/**
 * Goes so many steps in all, on one way after the other, each move by chance: sooner in the far corners of a
 * plan that is too large to be searched. The same seed goes the same ways.
 */
export function walk(plan: Plan, stepsMax: number, seed: number, game: Game = FAIR_GAME): Walks {
  const world = new World(plan, game);
  const start = world.start();
  let state = seed;
  for (let steps = 0; ;) {
    let node = start;
    const trace: string[] = [];
    for (let step = 0; step < STEPS_MAX; step++) {
      if (steps++ >= stepsMax) return { steps, violation: null };
      const from = node;
      const moves = [...world.moves(from)].filter(
        (move) =>
          move.violation !== null || (!world.isBeyond(move.node) && !world.isSame(from, move.node)),
      );
      if (moves.length === 0) break;
      state = nextRandom(state);
      const { label, violation, ...move } = moves[state % moves.length]!;
      trace.push(label);
      if (violation !== null) return { steps, violation: { what: violation, trace } };
      node = move.node;
    }
  }
}

/** Numerical Recipes' generator: good enough to choose a way. */
function nextRandom(state: number): number {
  const next = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return (next ^ (next >>> 15)) >>> 0;
}
