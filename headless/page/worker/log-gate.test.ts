import { expect, test } from 'vitest';
import { gateLog } from './log-gate.ts';

test('a flood of lines is cut, and how many were left out is said', () => {
  let nowMs = 0;
  const lines: string[] = [];
  const log = gateLog(
    (_level, text) => lines.push(text),
    () => nowMs,
  );
  for (let count = 0; count < 1_000; count += 1) log('info', 'again');
  expect(lines).toHaveLength(200);
  nowMs += 1_000;
  log('info', 'later');
  expect(lines.slice(-2)).toEqual(['800 lines were left out', 'later']);
});
