import { expect, test } from 'vitest';
import { MAX_SEATS } from '../base/room-limits.ts';
import { HINT_TICKS, HintLog } from './hint-log.ts';
import { PENDING_TICKS_MAX, TIMELINE_TICKS, Timeline } from './timeline.ts';

test('a timeline remembers its last ticks and refuses to guess about older ones', () => {
  const timeline = new Timeline<string>(100);
  for (let tick = 100; tick < 100 + TIMELINE_TICKS + 50; tick++) {
    const commands = tick % 60 === 0 ? [`at ${tick}`] : [];
    timeline.append(new Uint8Array(MAX_SEATS).fill(tick % 64), 0, commands);
    timeline.makeFinal(tick);
  }
  expect(timeline.start).toBe(150);
  expect(timeline.inputAt(150, 3)).toBe(150 % 64);
  expect(timeline.commandsAt(180)).toEqual(['at 180']);
  expect(timeline.commandsAt(181)).toEqual([]);
  expect(() => timeline.inputAt(149, 0)).toThrow('not in the timeline');
  expect(() => timeline.inputAt(timeline.end, 0)).toThrow('not in the timeline');
});

test('a timeline that restarts forgets what was before', () => {
  const timeline = new Timeline<string>(0);
  timeline.append(new Uint8Array(MAX_SEATS).fill(1), 0, ['old']);
  timeline.restart(500);
  expect([timeline.start, timeline.end]).toEqual([500, 500]);
  timeline.append(new Uint8Array(MAX_SEATS).fill(2), 0, []);
  expect(timeline.inputAt(500, 0)).toBe(2);
});

const row = (bits: number): Uint8Array => new Uint8Array(MAX_SEATS).fill(bits);

test('[N24] what is ordered may be replaced, what is final may not', () => {
  const timeline = new Timeline<string>(0);
  for (let tick = 0; tick < 10; tick++) timeline.append(row(1), 0, []);
  timeline.makeFinal(6);
  timeline.truncate(7);
  timeline.append(row(2), 0, []);
  expect([6, 7].map((tick) => timeline.inputAt(tick, 0))).toEqual([1, 2]);
  expect([timeline.finalEnd, timeline.end]).toEqual([6, 8]);
  expect(() => timeline.truncate(5)).toThrow('cannot be taken back');
});

test('[N24] nothing is final of which it is not known that the sequencer holds the same', () => {
  const timeline = new Timeline<string>(0);
  for (let tick = 0; tick < 10; tick++) timeline.append(row(1), 0, []);
  timeline.makeFinal(4);
  timeline.doubt();
  expect(timeline.agreedEnd).toBe(4);
  expect(() => timeline.makeFinal(5)).toThrow('not agreed on');
  timeline.agree(7);
  timeline.makeFinal(7);
  timeline.makeFinal(3);
  expect([timeline.finalEnd, timeline.agreedEnd, timeline.end]).toEqual([7, 7, 10]);
  timeline.agree(99);
  expect(timeline.agreedEnd).toBe(10);
});

test('a timeline takes no more ticks than it can keep until they are final', () => {
  const timeline = new Timeline<string>(0);
  for (let tick = 0; tick < PENDING_TICKS_MAX; tick++) timeline.append(row(1), 0, []);
  expect(() => timeline.append(row(1), 0, [])).toThrow('wait to become final');
});

test('a hint is never taken for one of another tick in the same cell', () => {
  const hints = new HintLog();
  hints.put(5, 2, 9);
  expect(hints.has(5, 2)).toBe(true);
  expect(hints.has(5 + HINT_TICKS, 2)).toBe(false);
  hints.put(5 + HINT_TICKS, 2, 1);
  expect(hints.has(5, 2)).toBe(false);
  hints.clear();
  expect(hints.has(5 + HINT_TICKS, 2)).toBe(false);
});
