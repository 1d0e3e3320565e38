import { expect, test } from 'vitest';
import { ChatLimits, QUICK_RATE, TEXT_RATE, receiverRate } from './chat-limit.ts';

function countTaken(limits: ChatLimits, kind: 'text' | 'quick', times: readonly number[]): number {
  return times.filter((atMs) => limits.tryTake(kind, atMs)).length;
}

test('[N20] five lines of text pass within ten seconds, and another once the first is ten old', () => {
  const limits = new ChatLimits();
  expect(countTaken(limits, 'text', [0, 1, 2, 3, 4, 5, 9_999])).toBe(TEXT_RATE.count);
  expect(limits.tryTake('text', 10_000)).toBe(true);
  expect(limits.tryTake('text', 10_000)).toBe(false);
});

test('[N20] three quick lines pass within eight seconds, beside the text', () => {
  const limits = new ChatLimits();
  expect(countTaken(limits, 'text', [0, 0, 0, 0, 0, 0])).toBe(5);
  expect(countTaken(limits, 'quick', [0, 0, 0, 0, 7_999, 8_000])).toBe(QUICK_RATE.count + 1);
});

test('[N20] a receiver takes twice as many, and no more however long it lasts', () => {
  const limits = new ChatLimits(receiverRate);
  const minute = Array.from({ length: 6_000 }, (_, index) => index * 10);
  expect(countTaken(limits, 'text', minute)).toBe(6 * 2 * TEXT_RATE.count);
});
