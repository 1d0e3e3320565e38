import { expect, test } from 'vitest';
import { readRelayed } from '../../shared/lobby/relay.ts';
import { RelayBatch } from './relay-batch.ts';

function collect(): { readonly batch: RelayBatch; readonly sent: number[][] } {
  const sent: number[][] = [];
  const batch = new RelayBatch((texts) => {
    sent.push(texts.map((text) => readRelayed(text)!.frame[0]!));
  });
  return { batch, sent };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const frame = (byte: number, size = 1): Uint8Array => {
  const packed = new Uint8Array(4 + size).fill(byte);
  packed.set([1, 0, 0, 0]);
  return packed;
};

test('[L76] frames of one turn are sent as one message, those of the next as another', async () => {
  const { batch, sent } = collect();
  for (const byte of [1, 2, 3]) batch.put(frame(byte));
  expect(sent).toEqual([]);
  await turn();
  batch.put(frame(4));
  await turn();
  expect(sent).toEqual([[1, 2, 3], [4]]);
});

test('[L76] no message is too large for whoever reads it', async () => {
  const { batch, sent } = collect();
  for (let byte = 0; byte < 10; byte++) batch.put(frame(byte, 1000));
  await turn();
  expect(sent.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(sent.map(({ length }) => length)).toEqual([8, 2]);
});
