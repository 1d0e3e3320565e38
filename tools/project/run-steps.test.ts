import { expect, test } from 'vitest';
import { runSteps, selectSteps, type Step } from './run-steps.ts';

function step(name: string, passes = true): Step {
  return { name, run: () => passes };
}

/** A clock that moves 1500 ms each time it is read. */
async function run(steps: readonly Step[]): Promise<{ code: number; lines: string[] }> {
  const printed: string[] = [];
  let nowMs = 0;
  const code = await runSteps(steps, {
    nowMs: () => (nowMs += 1500),
    print: (line) => printed.push(line),
  });
  return { code, lines: printed.join('\n').split('\n') };
}

test('the last line counts the steps that passed', async () => {
  const { code, lines } = await run([step('lint'), step('types')]);
  expect(code).toBe(0);
  expect(lines.at(-1)).toBe('2 passed, 0 failed');
});

test('each step has a heading and its time', async () => {
  const { lines } = await run([step('lint')]);
  expect(lines).toContain('=== lint ===');
  expect(lines).toContain('passed lint 1.5 s');
});

test('the first failure ends the run with a code that is not zero', async () => {
  let reached = false;
  const last: Step = { name: 'build', run: () => (reached = true) };
  const { code, lines } = await run([step('lint'), step('types', false), last]);
  expect(code).toBe(1);
  expect(reached).toBe(false);
  expect(lines.slice(-4)).toEqual([
    'passed lint 1.5 s',
    'FAILED types 1.5 s',
    'not run build',
    '1 passed, 1 failed',
  ]);
});

test('a step that throws is not taken for one that passed', async () => {
  const broken: Step = { name: 'lint', run: () => Promise.reject(new Error('no linter')) };
  await expect(run([broken])).rejects.toThrow('no linter');
});

test('without arguments every step is chosen', () => {
  expect(selectSteps([step('lint'), step('types')], [])).toHaveLength(2);
});

test('one step can be chosen by its name', () => {
  const chosen = selectSteps([step('lint'), step('types')], ['--only', 'types']);
  expect(chosen).toMatchObject([{ name: 'types' }]);
});

test('arguments that mean nothing are answered with the names of the steps', () => {
  const steps = [step('lint'), step('types')];
  expect(selectSteps(steps, ['--only', 'tpyes'])).toContain('lint, types');
  expect(selectSteps(steps, ['--only'])).toContain('lint, types');
  expect(selectSteps(steps, ['lint'])).toContain('lint, types');
});

test("what runs beside a step counts like one, and its failure is the run's", async () => {
  let ended = false;
  const browsers: Step = {
    name: 'browsers',
    run: async () => {
      await Promise.resolve();
      return (ended = true);
    },
    beside: [step('rooms', false), step('soak')],
  };
  const { code, lines } = await run([browsers, step('size')]);
  expect(code).toBe(1);
  expect(ended).toBe(true);
  expect(lines.filter((line) => / (browsers|rooms|soak|size)/.test(line))).toHaveLength(7);
  expect(lines.some((line) => line.startsWith('FAILED rooms'))).toBe(true);
  expect(lines.slice(-2)).toEqual(['not run size', '2 passed, 1 failed']);
});

test('what runs beside a step can be chosen alone, and the step without it', () => {
  const steps: Step[] = [{ ...step('browsers'), beside: [step('rooms')] }];
  expect(selectSteps(steps, ['--only', 'rooms'])).toMatchObject([{ name: 'rooms' }]);
  const [browsers] = selectSteps(steps, ['--only', 'browsers']) as Step[];
  expect(browsers?.beside).toBeUndefined();
});
