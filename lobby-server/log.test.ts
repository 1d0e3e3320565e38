import { expect, test } from 'vitest';
import { makeLogger } from './log.ts';

test('an event is one line of JSON, whatever its facts contain', () => {
  const lines: string[] = [];
  const log = makeLogger(
    (line) => lines.push(line),
    () => new Date(0),
  );
  log.info('started', { port: 3000, https: false });
  log.error('failed', { problem: 'two\nlines "quoted"' });
  expect(lines).toEqual([
    '{"level":"info","time":"1970-01-01T00:00:00.000Z","port":3000,"https":false,"event":"started"}',
    '{"level":"error","time":"1970-01-01T00:00:00.000Z","problem":"two\\nlines \\"quoted\\"","event":"failed"}',
  ]);
});
