import type { Plan } from './plans.ts';
import { SeenStates } from './seen-states.ts';
import { FAIR_GAME, type Game, type Node, World } from './world.ts';

export type Search = {
  readonly states: number;
  readonly moves: number;
  /** Every state that the plan allows was seen. */
  readonly isComplete: boolean;
  readonly violation: Violation | null;
};

export type Violation = { readonly what: string; readonly trace: readonly string[] };

type Step = { readonly node: Node; readonly label: string; readonly before: Step | null };

/** Looks at every state that the plan allows, or at so many, and stops at the first violation. */
export function search(plan: Plan, statesMax: number, game: Game = FAIR_GAME): Search {
  const world = new World(plan, game);
  const seen = new SeenStates();
  const first: Step = { node: world.start(), label: 'start', before: null };
  seen.add(world.toNumbers(first.node));
  const open = [first];
  let moves = 0;
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const { label, node, violation } of world.moves(step.node)) {
      moves += 1;
      if (violation !== null) {
        const trace = traceOf({ node, label, before: step });
        return {
          states: seen.count,
          moves,
          isComplete: false,
          violation: { what: violation, trace },
        };
      }
      if (world.isBeyond(node) || !seen.add(world.toNumbers(node))) continue;
      open.push({ node, label, before: step });
    }
    if (seen.count >= statesMax)
      return { states: seen.count, moves, isComplete: false, violation: null };
  }
  return { states: seen.count, moves, isComplete: true, violation: null };
}

function traceOf(last: Step): string[] {
  const labels: string[] = [];
  for (let step: Step | null = last; step !== null; step = step.before) labels.push(step.label);
  return labels.toReversed();
}
