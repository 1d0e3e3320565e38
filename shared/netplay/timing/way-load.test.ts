import { expect, test } from 'vitest';
import { QueueMeter } from '../link/queue-meter.ts';
import { SendPace } from './send-pace.ts';
import { LinkMeter } from '../link/link-meter.ts';
import { STRETCH_MAX, WayLoad } from './way-load.ts';

const BASE_MS = 60;

/** A way that lets so many packets a second through, behind a queue; the load decides how many come. */
function play(load: WayLoad, queue: QueueMeter, fromMs: number, ms: number, perSecond: number) {
  let waiting = 0;
  for (let atMs = fromMs; atMs < fromMs + ms; atMs += 50) {
    waiting = Math.max(waiting + (20 / load.stretch - perSecond) / 20, 0);
    const rttMs = BASE_MS + (waiting / perSecond) * 1000;
    queue.note(rttMs, atMs);
    load.advance(queue, rttMs, atMs);
  }
  return (waiting / perSecond) * 1000;
}

test('[N57] the rate falls as long as packets wait, and rises again when the way is free', () => {
  const load = new WayLoad();
  const queue = new QueueMeter();
  play(load, queue, 0, 5_000, 40);
  expect(load.stretch).toBe(1);
  const waitMs = play(load, queue, 5_000, 20_000, 8);
  expect(load.stretch).toBeGreaterThan(2);
  expect(waitMs).toBeLessThan(250);
  play(load, queue, 25_000, 40_000, 40);
  expect(load.stretch).toBe(1);
});

test('[N57] a way that is longer from now on is used as before soon', () => {
  const load = new WayLoad();
  const queue = new QueueMeter();
  for (let atMs = 0; atMs < 5_000; atMs += 50) queue.note(BASE_MS, atMs);
  let slowedMs = 0;
  for (let atMs = 5_000; atMs < 60_000; atMs += 50) {
    queue.note(160, atMs);
    load.advance(queue, 160, atMs);
    if (load.stretch > 1) slowedMs += 50;
  }
  expect(load.stretch).toBe(1);
  expect(slowedMs).toBeGreaterThan(0);
  expect(slowedMs).toBeLessThan(6_000);
});

test('[N57] a long queue that drains is waited for, however long that takes', () => {
  const load = new WayLoad();
  const queue = new QueueMeter();
  for (let atMs = 0; atMs < 5_000; atMs += 50) queue.note(BASE_MS, atMs);
  for (let atMs = 5_000; atMs < 7_000; atMs += 50) {
    queue.note(BASE_MS + 5_000, atMs);
    load.advance(queue, 300, atMs);
  }
  expect(load.stretch).toBe(STRETCH_MAX);
  // A fifth of what waits goes every second.
  let waitMs = 5_000;
  for (let atMs = 7_000; waitMs > 200; atMs += 50) {
    waitMs *= 0.8 ** (1 / 20);
    queue.note(BASE_MS + waitMs, atMs);
    load.advance(queue, 300, atMs);
    expect(load.stretch).toBe(STRETCH_MAX);
  }
});

test('[N57] what the sequencer sends or needs gives way half as much as a hint, a change goes first', () => {
  const meter = new LinkMeter(0);
  const pace = new SendPace();
  for (let atMs = 0; atMs < 5_000; atMs += 50) meter.queue.note(atMs < 2_000 ? 60 : 700, atMs);
  for (let atMs = 4_000; atMs < 5_000; atMs += 50) pace.watch(meter, atMs);
  expect(pace.isSlowed).toBe(true);
  const gapOf = (use: 'play' | 'hint', changes: boolean, packets = 1): number => {
    pace.sent(100, true, packets);
    if (changes) pace.hurry();
    let tick = 100;
    while (!pace.isDue(tick, use)) tick += 1;
    return tick - 100;
  };
  const [ordinary, hint, change] = [
    gapOf('play', false),
    gapOf('hint', false),
    gapOf('play', true),
  ];
  expect(ordinary).toBeGreaterThan(4);
  expect(hint).toBeGreaterThan(ordinary);
  expect(change).toBeLessThan(ordinary);
  expect(gapOf('play', false, 3)).toBeGreaterThan(2 * ordinary);
});
