import { expect, test } from 'vitest';
import { hunt } from './hunt.ts';
import { MUTANTS } from './mutants.ts';
import { SHORT_PLANS } from './plans.ts';
import { search } from './search.ts';

/** So that all of it takes some seconds; `npm run explore` looks at more. */
const STATES_MAX = 4_000;
const EFFORT = { states: 20_000, steps: 60_000 };

test.each(SHORT_PLANS)('nothing goes wrong among $name', (plan) => {
  const { violation, states } = search(plan, STATES_MAX);
  expect(violation).toBeNull();
  expect(states).toBeGreaterThan(1_000);
});

/** What each of them does is rare enough that only `npm run explore -- --mutants` looks for it. */
const QUICK = MUTANTS.filter(({ plan }) => SHORT_PLANS.some(({ name }) => name === plan));

test.each(QUICK)('it is noticed when $bug', (mutant) => {
  expect(hunt(mutant, EFFORT).violation).not.toBeNull();
});
