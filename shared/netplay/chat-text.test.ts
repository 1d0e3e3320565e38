import { expect, test } from 'vitest';
import { CHAT_TEXT_MAX, checkChatText } from './chat-text.ts';

test.each([
  ['Hello', 'Hello'],
  ['  one \t two\r\nthree\u2028four ', 'one two three four'],
  ['a\u0000b\u0007c', 'abc'],
  ['safe\u202Etxt.exe\u202C', 'safetxt.exe'],
  ['\u2066x\u2069\u200F\u061C', 'x'],
  ['zero\u200Bwidth\uFEFF', 'zerowidth'],
  ['a\uD800b', 'ab'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['👩‍👩‍👧 ❤️ ⚽', '👩‍👩‍👧 ❤️ ⚽'],
  ['می‌خواهم', 'می‌خواهم'],
  ['नमस्ते', 'नमस्ते'],
  [`Z${'\u0334'.repeat(40)}!`, `Z${'\u0334'.repeat(3)}!`],
])('[N18] %j becomes %j', (typed, line) => {
  expect(checkChatText(typed)).toEqual({ ok: true, value: line });
});

test.each([
  ['', 'empty'],
  [' \n\t ', 'empty'],
  ['\u200D\u200C', 'empty'],
  ['\u3164\u2800', 'empty'],
  ['\u202E', 'empty'],
  ['x'.repeat(CHAT_TEXT_MAX + 1), 'too-long'],
  ['x'.repeat(1_000_000), 'too-long'],
])('[N18] %j is refused: %s', (typed, problem) => {
  expect(checkChatText(typed)).toEqual({ ok: false, error: problem });
});

test('[N18] 120 code points are a line, whatever they need in memory', () => {
  const longest = '⚽'.repeat(CHAT_TEXT_MAX - 1) + '😀';
  expect(checkChatText(longest)).toEqual({ ok: true, value: longest });
  expect(new TextEncoder().encode('😀'.repeat(CHAT_TEXT_MAX)).length).toBe(480);
});

test('[N18] a checked line stays as it is when checked again', () => {
  for (const typed of ['  a  b ', 'a\u202E \u200B b', `e${'\u0301'.repeat(9)}`, 'é']) {
    const once = checkChatText(typed);
    expect(once.ok && checkChatText(once.value)).toEqual(once);
  }
});
