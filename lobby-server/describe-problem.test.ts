import { expect, test } from 'vitest';
import { describeProblem } from './describe-problem.ts';

test('[L36] a problem is told by kind, code and place, never by its message', () => {
  const problem = Object.assign(new TypeError('MARK\n    at MARK (file:1:1)'), { code: 'EPIPE' });
  const said = describeProblem(problem);
  expect(said).toMatch(/^TypeError EPIPE at .*describe-problem\.test\.ts/);
  expect(said).not.toContain('MARK');
});

test('[L36] what is thrown in place of an error is told by its type', () => {
  expect(describeProblem('MARK')).toBe('string');
  expect(describeProblem(null)).toBe('object');
});

test('[L36] neither name nor code may say what a player said', () => {
  const problem = Object.assign(new Error('x'), { name: 'MARK of ada', code: '192.0.2.7' });
  expect(describeProblem(problem)).toMatch(/^at /);
});
