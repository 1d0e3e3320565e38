import { expect, test } from 'vitest';
import { DEFAULT_PRACTICE, parsePracticeChoice } from './practice-choice.ts';

test('what was chosen for practice is read back as it was', () => {
  const choice = { stadium: 'big', size: 3, level: 'ace' } as const;
  expect(parsePracticeChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
});

test.each([[null], [undefined], [7], ['big'], [[]], [{ stadium: '', size: 5, level: 'x' }]])(
  'of %j every part is the default one',
  (value) => {
    expect(parsePracticeChoice(value)).toEqual(DEFAULT_PRACTICE);
  },
);

test('one part that makes no sense leaves the others', () => {
  const stored = { stadium: 'x'.repeat(65), size: 2, level: 'pro' };
  expect(parsePracticeChoice(stored)).toEqual({ stadium: 'classic', size: 2, level: 'pro' });
});
