import { expect, test } from 'vitest';
import { CHAT_TEXT_MAX } from './chat.ts';
import { checkChatText } from './chat-text.ts';

test.each([
  ['Hello', 'Hello'],
  ['  one \t two\r\nthree\u2028four ', 'one two three four'],
  ['a\u0000b\u0007c', 'abc'],
  ['zero\u200Bwidth\uFEFF', 'zerowidth'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['👩‍👩‍👧 ❤️ ⚽', '👩‍👩‍👧 ❤️ ⚽'],
  ['می‌خواهم', 'می‌خواهم'],
])('[N18] %j becomes %j', (typed, line) => {
  expect(checkChatText(typed)).toEqual({ ok: true, value: line });
});

test.each([
  ['', 'empty'],
  ['\u200D\u200C', 'empty'],
  ['safe\u202Etxt.exe\u202C', 'direction'],
  [`Z${'\u0334'.repeat(28)}!`, 'marks'],
  ['x'.repeat(CHAT_TEXT_MAX + 1), 'too-long'],
  ['x'.repeat(1_000_000), 'too-long'],
  ['👩‍👩‍👧'.repeat(CHAT_TEXT_MAX), 'too-big'],
])('[N18] %j is refused: %s', (typed, problem) => {
  expect(checkChatText(typed)).toEqual({ ok: false, error: problem });
});

test('[N18] 120 graphemes are a line, whatever they need in memory', () => {
  const longest = '⚽'.repeat(CHAT_TEXT_MAX - 1) + '😀';
  expect(checkChatText(longest)).toEqual({ ok: true, value: longest });
  const accented = 'ẹ́'.repeat(CHAT_TEXT_MAX / 2);
  expect(checkChatText(accented)).toEqual({ ok: true, value: accented });
  expect(new TextEncoder().encode('😀'.repeat(CHAT_TEXT_MAX)).length).toBe(480);
});
