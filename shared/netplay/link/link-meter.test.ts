import { expect, test } from 'vitest';
import { SEQ_MODULO } from '../../wire/packet-header.ts';
import { LinkMeter } from './link-meter.ts';

function stampAndSend(meter: LinkMeter, nowMs: number) {
  const stamp = meter.stamp(nowMs);
  meter.sent(nowMs);
  return stamp;
}

test('the round trip is measured without the time that the other side held the answer', () => {
  const near = new LinkMeter(0);
  const far = new LinkMeter(0);
  for (let nowMs = 0; nowMs < 3000; nowMs += 50) {
    far.hear(stampAndSend(near, nowMs), nowMs + 40);
    near.hear(stampAndSend(far, nowMs + 60), nowMs + 100);
  }
  expect(near.rttMs).toBeCloseTo(80, 0);
  expect(near.jitterMs).toBeLessThan(2);
  expect(near.lastHeardMs).toBe(3050);
});

test('loss is the share of sequence numbers that never came', () => {
  const near = new LinkMeter(0);
  const far = new LinkMeter(0);
  for (let count = 0; count < 200; count++) {
    const stamp = stampAndSend(near, count * 10);
    if (count % 4 !== 0) far.hear(stamp, count * 10 + 5);
  }
  expect(far.loss).toBeCloseTo(0.25, 1);
});

test('reordered packets are no loss, and their old acknowledgements measure nothing', () => {
  const near = new LinkMeter(0);
  const far = new LinkMeter(0);
  const stamps = Array.from({ length: 128 }, (_, index) => stampAndSend(near, index * 10));
  for (let index = 0; index < stamps.length; index += 2) {
    far.hear(stamps[index + 1]!, index * 10 + 30);
    far.hear(stamps[index]!, index * 10 + 31);
  }
  expect(far.loss).toBeLessThan(0.02);
});

test('a packet that was skipped before it left is no loss', () => {
  const near = new LinkMeter(0);
  const far = new LinkMeter(0);
  for (let count = 0; count < 200; count++) {
    const stamp = near.stamp(count * 10);
    if (count % 2 === 0) continue;
    near.sent(count * 10);
    far.hear(stamp, count * 10 + 5);
  }
  expect(far.loss).toBe(0);
});

test('a made-up acknowledgement of a packet that was never sent measures nothing', () => {
  const near = new LinkMeter(0);
  stampAndSend(near, 0);
  near.hear({ seq: 1, ack: 77, holdMs: 0 }, 500);
  expect(near.hasRtt).toBe(false);
});

test('[W2] after an outage in which numbers came round halfway, what is new counts as new', () => {
  const near = new LinkMeter(0);
  const far = new LinkMeter(0);
  far.hear(stampAndSend(near, 0), 20);
  near.hear(stampAndSend(far, 30), 50);
  const lost = (SEQ_MODULO * 5) / 8;
  for (let count = 0; count < lost; count++) stampAndSend(near, 100 + count * 10);
  const backMs = 100 + lost * 10;
  far.hear(stampAndSend(near, backMs), backMs + 20);
  expect(far.isNewest).toBe(true);
  near.hear(stampAndSend(far, backMs + 30), backMs + 250);
  expect(near.rttMs).toBeGreaterThan(50);
});

test('an acknowledgement that was overtaken measures nothing, however long it was on its way', () => {
  const near = new LinkMeter(0);
  const far = new LinkMeter(0);
  far.hear(stampAndSend(near, 0), 20);
  const late = stampAndSend(far, 30);
  far.hear(stampAndSend(near, 40), 60);
  near.hear(stampAndSend(far, 60), 80);
  const { rttMs } = near;
  near.hear(late, 6_080);
  expect(near.rttMs).toBe(rttMs);
});

test('each packet has its place among all that were sent, also when it was overtaken', () => {
  const near = new LinkMeter(0);
  const far = new LinkMeter(0);
  const stamps = [0, 1, 2].map(() => stampAndSend(near, 0));
  const heard = [0, 2, 1].map((index) => {
    far.hear(stamps[index]!, 20);
    return far.order;
  });
  expect(heard[1]).toBe(heard[0]! + 2);
  expect(heard[2]).toBe(heard[0]! + 1);
});
