import { expect, test } from 'vitest';
import { readSourceFiles } from '../tools/project/source-files.ts';
import { checkSpecCoverage } from '../tools/checks/spec-coverage.ts';

const specs = readSourceFiles(['docs/spec'], ['.md']);
// The tools' own tests quote made-up rules.
const tests = readSourceFiles(
  ['shared', 'game', 'lobby-server', 'headless', 'tests', 'bench'],
  ['.test.ts', '.test.tsx', '.contract.ts'],
);
const coverage = checkSpecCoverage(specs, tests);

test('there are specifications and tests to compare', () => {
  expect(specs.length).toBeGreaterThan(0);
  expect(tests.length).toBeGreaterThan(10);
});

test('no two rules of the specification have one id', () => {
  const stated = specs.flatMap(({ text }) =>
    Array.from(text.matchAll(/^- \*\*\[(\w+)\]\*\*/gm), ([, id]) => id),
  );
  expect(stated.length).toBeGreaterThan(100);
  expect(stated.filter((id, index) => stated.indexOf(id) !== index)).toEqual([]);
});

test('every rule of the specification is quoted by a test', () => {
  expect(coverage.uncovered).toEqual([]);
});

test('no test quotes a rule that is not in the specification', () => {
  expect(coverage.unknown).toEqual([]);
});
