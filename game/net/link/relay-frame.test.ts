import { expect, test } from 'vitest';
import { MAX_DATAGRAM_BYTES } from '../../../shared/netplay/link/link.ts';
import { RELAY_FRAME_BYTES_MAX } from '../../../shared/lobby/limits.ts';
import { readRelayFrame, writeRelayFrame } from './relay-frame.ts';

test('a frame says what it is, of which generation, and carries a datagram', () => {
  const frame = writeRelayFrame('data', 0x0201, Uint8Array.of(7, 8));
  expect([...frame]).toEqual([2, 1, 2, 7, 8]);
  expect(readRelayFrame(frame)).toEqual({
    kind: 'data',
    generation: 0x0201,
    bytes: Uint8Array.of(7, 8),
  });
  for (const kind of ['hello', 'answer', 'close', 'echo'] as const) {
    expect(readRelayFrame(writeRelayFrame(kind, 9))).toMatchObject({ kind, generation: 9 });
  }
});

test('[L26] the largest datagram fits into a frame that the lobby hands on', () => {
  const frame = writeRelayFrame('data', 1, new Uint8Array(MAX_DATAGRAM_BYTES));
  expect(frame.length).toBeLessThanOrEqual(RELAY_FRAME_BYTES_MAX);
});

test.each([
  ['nothing', []],
  ['half a header', [0, 1]],
  ['a kind that there is not', [5, 1, 0]],
  ['a greeting with a datagram', [0, 1, 0, 9]],
])('%s is no frame', (_case, bytes) => {
  expect(readRelayFrame(Uint8Array.from(bytes))).toBeNull();
});
