import { type SoakPlan, type SoakResult, runSoak } from '../../tests/simulation/soak-run.ts';

/** What became of a plan: a throw is a failure of its seed, and the other seeds still run. */
export type SoakOutcome = { readonly plan: SoakPlan } & (
  | { readonly result: SoakResult }
  | { readonly thrown: string }
);

/** Runs a plan and reports what it threw, if it threw. */
export function attempt(plan: SoakPlan, run: typeof runSoak = runSoak): SoakOutcome {
  try {
    return { plan, result: run(plan) };
  } catch (error) {
    return { plan, thrown: error instanceof Error ? (error.stack ?? error.message) : 'threw' };
  }
}

// As a process of its own: plays every plan that it is sent.
process.on('disconnect', () => process.exit(1));
process.on('message', (plan: SoakPlan) => process.send?.(attempt(plan)));
