import type { Mutant } from './mutants.ts';
import { findPlan } from './plans.ts';
import { type Violation, search } from './search.ts';
import { walk } from './walk.ts';

export type Hunt = { readonly effort: string; readonly violation: Violation | null };

/** How long to look, one way after the other. */
export type Effort = { readonly states: number; readonly steps: number };

/** Looks for what a bug does: state by state, and then along ways by chance. */
export function hunt({ plan: name, game }: Mutant, { states, steps }: Effort): Hunt {
  const plan = findPlan(name);
  const searched = search(plan, states, game);
  if (searched.violation !== null || searched.isComplete) {
    return { effort: `${searched.states} states`, violation: searched.violation };
  }
  const walked = walk(plan, steps, 1, game);
  return {
    effort: `${searched.states} states, ${walked.steps} steps`,
    violation: walked.violation,
  };
}
