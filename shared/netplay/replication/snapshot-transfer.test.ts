import { expect, test } from 'vitest';
import { createRandom } from '../../base/seeded-random.ts';
import { type SnapshotPart, SnapshotReceiver, SnapshotSender } from './snapshot-transfer.ts';

function transfer(seed: number, loss: number, size: number) {
  const random = createRandom(seed);
  const bytes = Uint8Array.from({ length: size }, () => random() * 256);
  const sender = new SnapshotSender(3, 777, bytes);
  const receiver = new SnapshotReceiver();
  let whole: { tick: number; bytes: Uint8Array } | null = null;
  let ticks = 0;
  while (!sender.isDone && ticks < 2000) {
    ticks += 1;
    for (const part of sender.takeDue()) {
      if (random() >= loss) whole = receiver.receive(part) ?? whole;
    }
    const missing = ticks % 3 === 0 ? receiver.missing() : null;
    if (missing && random() >= loss) sender.acknowledge(missing.id, missing.missing);
  }
  return { bytes, whole, ticks, isDone: sender.isDone };
}

test('a snapshot of any size comes through any loss as it was', () => {
  for (let seed = 0; seed < 40; seed++) {
    const { bytes, whole, isDone } = transfer(seed, seed / 80, 1 + seed * 997);
    expect(whole).toEqual({ tick: 777, bytes });
    expect(isDone).toBe(true);
  }
});

test('the last chunk goes out again after two ticks of silence, then every six', () => {
  const sender = new SnapshotSender(1, 5, new Uint8Array(500));
  const counts = Array.from({ length: 28 }, () => sender.takeDue().length);
  expect(counts.flatMap((count, tick) => (count > 0 ? [tick] : []))).toEqual([0, 2, 8, 14, 20, 26]);
});

test('chunks that contradict each other, or do not match their hash, give no snapshot', () => {
  const sender = new SnapshotSender(1, 5, new Uint8Array(3000).fill(7));
  const parts: SnapshotPart[] = [...sender.takeDue(), ...sender.takeDue()];
  const receiver = new SnapshotReceiver();
  expect(receiver.receive({ ...parts[0]!, chunk: new Uint8Array(1024) })).toBeNull();
  expect(receiver.receive({ ...parts[1]!, total: 9 })).toBeNull();
  expect(receiver.receive({ ...parts[1]!, index: 200 })).toBeNull();
  expect(receiver.receive(parts[1]!)).toBeNull();
  expect(receiver.receive(parts[2]!)).toBeNull();
  expect(receiver.missing()).toBeNull();
});

test('a late chunk of an older snapshot is not waited for once the newer one is here', () => {
  const receiver = new SnapshotReceiver();
  const older = new SnapshotSender(1, 5, new Uint8Array(2000).fill(1)).takeDue();
  const sender = new SnapshotSender(2, 9, new Uint8Array(2000).fill(2));
  const newer = sender.takeDue();
  for (const part of newer) receiver.receive(part);
  receiver.receive(older[0]!);
  // The sender asks again, with its last chunk.
  receiver.receive(newer[1]!);
  const told = receiver.missing()!;
  sender.acknowledge(told.id, told.missing);
  expect(sender.isDone).toBe(true);
});

test('a snapshot of another sequencer is told from one with the same id by its hash', () => {
  const receiver = new SnapshotReceiver();
  for (const fill of [7, 8]) {
    const [part] = new SnapshotSender(1, fill, new Uint8Array(500).fill(fill)).takeDue();
    expect(receiver.receive(part!)).toEqual({ tick: fill, bytes: new Uint8Array(500).fill(fill) });
    expect(receiver.receive(part!)).toBeNull();
  }
});
