import { expect, test } from 'vitest';
import { everyTurn } from './every-turn.ts';

test('a clock that calls too often runs sixty turns a second, and one that stood still does not catch up', () => {
  let nowMs = 0;
  let turns = 0;
  const turn = everyTurn(
    () => (turns += 1),
    () => nowMs,
  );
  for (; nowMs < 1_000; nowMs += 5) turn();
  expect(turns).toBeGreaterThanOrEqual(58);
  expect(turns).toBeLessThanOrEqual(61);
  turns = 0;
  nowMs += 60_000;
  for (let call = 0; call < 10; call += 1) turn();
  expect(turns).toBe(1);
});
