import { swapEnds } from '../../shared/sim/physics/swap-ends.ts';
import type { Arena } from '../../shared/sim/physics/arena.ts';
import type { Stadium, StadiumGoal } from '../../shared/stadium/format/stadium.ts';

/** [S65] What is drawn of a stadium and its arena: with the ends swapped, each team in the other's goals. */
export function drawnEnds(
  stadium: Stadium,
  arena: Arena,
  isSwapped: boolean,
): { readonly stadium: Stadium; readonly arena: Arena } {
  if (!isSwapped) return { stadium, arena };
  return { stadium: { ...stadium, goals: stadium.goals.map(swapGoal) }, arena: swapEnds(arena) };
}

function swapGoal(goal: StadiumGoal): StadiumGoal {
  return { ...goal, team: goal.team === 1 ? 2 : 1 };
}
