import { expect, test } from 'vitest';
import { createRandom, nextNormal } from '../../base/seeded-random.ts';
import { LinkMeter } from './link-meter.ts';
import { QueueMeter } from './queue-meter.ts';

/** Round trips each 60 ms: `rttAt` says how long at a time. */
function feed(meter: QueueMeter, fromMs: number, ms: number, rttAt: (atMs: number) => number) {
  for (let atMs = fromMs; atMs < fromMs + ms; atMs += 60) meter.note(rttAt(atMs), atMs);
  return meter.waitAt(fromMs + ms)!;
}

test('[N57] a queue is what the round trip is longer than the shortest of late, and it goes again', () => {
  const meter = new QueueMeter();
  expect(meter.waitAt(0)).toBe(null);
  expect(feed(meter, 0, 3_000, () => 80)).toBe(0);
  expect(feed(meter, 3_000, 2_000, (atMs) => 80 + (atMs - 3_000) / 10)).toBeGreaterThan(100);
  expect(feed(meter, 5_000, 2_000, () => 80)).toBe(0);
});

test('[N57] jitter is no queue: it stays below twice its own size', () => {
  const random = createRandom(3);
  const meter = new QueueMeter();
  const jittered = (): number => 100 + Math.abs(40 * nextNormal(random));
  feed(meter, 0, 5_000, jittered);
  let over = 0;
  for (let atMs = 5_000; atMs < 60_000; atMs += 60) {
    if (feed(meter, atMs, 60, jittered) > 60 + 2 * meter.wobbleMs) over += 1;
  }
  expect(over).toBe(0);
});

test('[N57] packets that overtook others make no queue of the usual way', () => {
  const random = createRandom(5);
  const meter = new LinkMeter(0);
  let over = 0;
  for (let atMs = 0; atMs < 200_000; atMs += 60) {
    const rttMs = random() < 0.1 ? 110 : 230 + 19 * nextNormal(random);
    const { seq } = meter.stamp(atMs - rttMs);
    meter.sent(atMs - rttMs);
    meter.hear({ seq, ack: seq, holdMs: 0 }, atMs);
    const waitMs = meter.queue.waitAt(atMs) ?? 0;
    if (atMs > 5_000 && waitMs > 60 + 2 * meter.queue.wobbleMs) over += 1;
  }
  // Of more than three thousand looks.
  expect(over).toBeLessThan(5);
});

test('[N57] what was measured on another way counts no more, and nothing counts for ever', () => {
  const meter = new QueueMeter();
  feed(meter, 0, 3_000, () => 50);
  meter.restart();
  expect(meter.waitAt(3_000)).toBe(null);
  expect(feed(meter, 3_000, 3_000, () => 250)).toBe(0);
  expect(meter.waitAt(20_000)).toBe(null);
  expect(feed(meter, 20_000, 3_000, () => 300)).toBe(50);
  expect(feed(meter, 23_000, 130_000, () => 300)).toBe(0);
});
