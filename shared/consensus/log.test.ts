import { expect, test } from 'vitest';
import { appendMark, emptyLog, forgetBefore } from './log.ts';

test('a log of which nothing but what is final is left keeps the configuration in force', () => {
  const log = emptyLog();
  const mark = appendMark(log, 63, 0b1);
  log.commit = log.end;
  forgetBefore(log, log.end);
  expect([log.base, log.marks]).toEqual([log.end, [mark]]);
});
