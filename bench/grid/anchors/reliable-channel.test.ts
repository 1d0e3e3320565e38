import { expect, test } from 'vitest';
import { parsePeerId } from '../../../shared/base/peer-id.ts';
import {
  type Conditions,
  SimulatedNetwork,
} from '../../../shared/netplay/link/simulated-network.ts';
import { ReliableChannel } from './reliable-channel.ts';

const BAD: Conditions = { delayMs: 50, jitterMs: 10, loss: 0.2, reorder: 0.05, duplicate: 0.05 };

/** Sends 300 numbered messages, one every 16 ms, and returns what comes out on the other side. */
function carry(isOrdered: boolean, conditions: Conditions, size = 4) {
  const network = new SimulatedNetwork(3);
  const [near, far] = network.connect(parsePeerId('ana')!, parsePeerId('mert')!, conditions);
  const sender = new ReliableChannel(near, isOrdered);
  const receiver = new ReliableChannel(far, isOrdered);
  const got: number[] = [];
  receiver.onMessage = (bytes) => {
    expect(bytes.length).toBe(size);
    got.push(new DataView(bytes.buffer, bytes.byteOffset).getUint32(size - 4));
  };
  for (let ms = 0; ms < 60_000; ms++) {
    network.advance(ms);
    if (ms % 16 === 0 && ms / 16 < 300) {
      const bytes = new Uint8Array(size);
      new DataView(bytes.buffer).setUint32(size - 4, ms / 16);
      sender.send(bytes, ms);
    }
    sender.advance(ms);
    receiver.advance(ms);
  }
  return { got, sender };
}

const all = Array.from({ length: 300 }, (_, index) => index);

test('an ordered channel delivers everything once and in order, whatever the link does', () => {
  expect(carry(true, BAD).got).toEqual(all);
});

test('an unordered channel delivers everything once, as it comes', () => {
  const { got } = carry(false, BAD);
  expect(got).not.toEqual(all);
  expect(got.toSorted((a, b) => a - b)).toEqual(all);
});

test('a message larger than a packet comes out whole', () => {
  expect(carry(true, BAD, 2_500).got).toEqual(all);
});

test('a clean link has nothing resent', () => {
  const { sender } = carry(true, { ...BAD, loss: 0, reorder: 0, duplicate: 0, jitterMs: 0 });
  expect(sender.resentPackets).toBe(0);
  expect(sender.sentPackets).toBe(300);
  expect(sender.sentBytes).toBe(1200);
});
