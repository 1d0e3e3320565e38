import { expect, test } from 'vitest';
import { checkSpecCoverage } from './spec-coverage.ts';

function check(spec: string, tests: string): ReturnType<typeof checkSpecCoverage> {
  return checkSpecCoverage(
    [{ path: 'docs/spec/a.md', text: spec }],
    [{ path: 'shared/a.test.ts', text: tests }],
  );
}

test('a rule that a test quotes is covered', () => {
  const coverage = check('- **[S1]** One.', `test('[S1] one', () => {});`);
  expect(coverage).toEqual({ uncovered: [], unknown: [] });
});

test('one test may quote several rules, also within a template', () => {
  const coverage = check('[W1] [W12]', 'test(`[W1][W12] of ${name}`, run);');
  expect(coverage).toEqual({ uncovered: [], unknown: [] });
});

test('rules without a test are listed in order', () => {
  expect(check('[W2] [S10] [S9] [S9]', '').uncovered).toEqual(['S9', 'S10', 'W2']);
});

test('a comment or an index covers no rule', () => {
  expect(check('[S1]', '// [S1]\nconst a = list[S1];').uncovered).toEqual(['S1']);
});

test('a quote of a rule that is not stated is found once for each file', () => {
  const tests = `test('[N7] a', run); test('[N7] b', run);`;
  expect(check('[N1]', tests).unknown).toEqual(['shared/a.test.ts: [N7]']);
});

test('brackets that hold no rule id are no quote', () => {
  expect(check('', `test('reads segments[3] and [a1] of [X2]', run);`).unknown).toEqual([]);
});
