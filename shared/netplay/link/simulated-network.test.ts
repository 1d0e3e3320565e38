import { describe, expect, test } from 'vitest';
import { parsePeerId } from '../../base/peer-id.ts';
import { LINK_RULES, type LinkPair } from './link.contract.ts';
import { PERFECT, SimulatedNetwork } from './simulated-network.ts';

const ana = parsePeerId('ana')!;
const mert = parsePeerId('mert')!;

function createPair(): LinkPair {
  const network = new SimulatedNetwork(1);
  const [near, far] = network.connect(ana, mert, { ...PERFECT, delayMs: 15 });
  return {
    near,
    far,
    nowMs: () => network.nowMs,
    pass: (ms) => Promise.resolve(network.advance(network.nowMs + ms)),
  };
}

describe('a simulated link', () => {
  test.each(LINK_RULES)('$name', async ({ check }) => {
    expect(await check(createPair())).toBeNull();
  });
});

function deliver(conditions: Partial<typeof PERFECT>, seed: number): number[] {
  const network = new SimulatedNetwork(seed);
  const [near, far] = network.connect(ana, mert, { ...PERFECT, delayMs: 40, ...conditions });
  const got: number[] = [];
  for (let index = 0; index < 250; index++) {
    near.send(Uint8Array.of(index));
    network.advance(network.nowMs + 10);
    far.receive((bytes) => got.push(bytes[0]!));
  }
  network.advance(network.nowMs + 1000);
  far.receive((bytes) => got.push(bytes[0]!));
  return got;
}

test('loss, doubling and reordering happen about as often as asked for', () => {
  expect(deliver({ loss: 0.2 }, 1).length / 250).toBeCloseTo(0.8, 1);
  expect(deliver({ duplicate: 0.1 }, 2).length / 250).toBeCloseTo(1.1, 1);
  const jittered = deliver({ jitterMs: 20 }, 3);
  expect(jittered.length).toBe(250);
  expect(jittered).not.toEqual(jittered.toSorted((a, b) => a - b));
});

test('losses come in bursts when asked for', () => {
  const got = deliver({ loss: 0.1, burst: 5 }, 5);
  const gaps = got
    .slice(1)
    .map((index, place) => index - got[place]! - 1)
    .filter((gap) => gap > 0);
  expect(gaps.length).toBeGreaterThan(1);
  // Two bursts may touch.
  expect(gaps.every((gap) => gap % 5 === 0)).toBe(true);
});

test('the same seed is the same network', () => {
  const bad = { loss: 0.1, jitterMs: 10, duplicate: 0.1, reorder: 0.1 };
  expect(deliver(bad, 9)).toEqual(deliver(bad, 9));
  expect(deliver(bad, 9)).not.toEqual(deliver(bad, 10));
});

test("a peer's own clock runs at its own rate and stamps its arrivals", () => {
  const network = new SimulatedNetwork(1);
  network.setClock(mert, { rate: 2, skewMs: 500 });
  const [near, far] = network.connect(ana, mert, { ...PERFECT, delayMs: 25 });
  near.send(Uint8Array.of(1));
  network.advance(100);
  const times: number[] = [];
  far.receive((_, atMs) => times.push(atMs));
  expect(times).toEqual([550]);
});

test('what is sent over a way that bunches arrives together, and nothing is lost', () => {
  const network = new SimulatedNetwork(7);
  const [near, far] = network.connect(ana, mert, { ...PERFECT, delayMs: 30, bunchMs: 400 });
  const arrivals: number[] = [];
  for (let index = 0; index < 250; index++) {
    near.send(Uint8Array.of(index));
    network.advance(network.nowMs + 20);
    far.receive((_bytes, atMs) => arrivals.push(atMs));
  }
  network.advance(network.nowMs + 500);
  far.receive((_bytes, atMs) => arrivals.push(atMs));
  expect(arrivals.length).toBe(250);
  const moments = [...new Set(arrivals)];
  const gaps = moments.slice(1).map((atMs, index) => atMs - moments[index]!);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(400);
});
