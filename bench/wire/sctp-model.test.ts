import { expect, test } from 'vitest';
import { MESSAGE_OVERHEAD_BYTES, SctpModel } from './sctp-model.ts';

const RTT_MS = 100;
const ONE_WAY_MS = RTT_MS / 2;
const SECOND_MS = 1_000;
/** ICE's, in a second. */
const CHECKS = { packets: 1.33, bytes: 1.33 * 110 };

function open() {
  const model = new SctpModel();
  const here = model.traceOf('here', RTT_MS);
  const there = model.traceOf('there', RTT_MS);
  const count = (side: 'here' | 'there') => {
    const { packets, bytes } = model.count(side, 0, SECOND_MS);
    return { packets: packets - CHECKS.packets, bytes: bytes - CHECKS.bytes };
  };
  return { here, there, count };
}

test('an acknowledgement rides on what goes the other way anyway', () => {
  const { here, there, count } = open();
  here(0, 24, ONE_WAY_MS);
  there(100, 13, 150);
  expect(count('there').packets).toBeCloseTo(1);
  expect(count('there').bytes).toBeCloseTo(MESSAGE_OVERHEAD_BYTES + 16);
});

test('the second message in a row is acknowledged at once, by a packet of its own', () => {
  const { here, there, count } = open();
  here(0, 24, ONE_WAY_MS);
  here(17, 24, 17 + ONE_WAY_MS);
  there(100, 24, 150);
  expect(count('there').packets).toBeCloseTo(2);
  expect(count('there').bytes).toBeCloseTo(78 + 78 + 24);
});

test('one that waits in vain for a companion is acknowledged a fifth of a second later', () => {
  const { here, there, count } = open();
  here(0, 24, ONE_WAY_MS);
  there(400, 24, 450);
  expect(count('there').packets).toBeCloseTo(2);
});

test('behind a lost one each is acknowledged at once, until its sender gave it up', () => {
  const { here, there, count } = open();
  here(0, 24, null);
  // The first report comes back 100 ms after this one left, and what it causes 50 ms later.
  for (const atMs of [50, 100, 140]) here(atMs, 24, atMs + ONE_WAY_MS);
  here(300, 24, 350);
  there(360, 24, 410);
  // Each of three at once; then the news with the message behind it; and a message of its own.
  expect(count('there').packets).toBeCloseTo(3 + 1 + 1);
  // Five messages, the news that one was given up, and an acknowledgement.
  expect(count('here').packets).toBeCloseTo(5 + 1 + 1);
});
