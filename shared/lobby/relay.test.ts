import { expect, test } from 'vitest';
import { RELAY_FRAME_BYTES_MAX } from './limits.ts';
import { packRelayed, readRelayed, toRelayText } from './relay.ts';

const frame = Uint8Array.of(1, 2, 3);

test('[L26] a relayed frame names a page and comes out as it went in', () => {
  const packed = packRelayed(0x0102_0304, frame);
  expect([...packed]).toEqual([4, 3, 2, 1, 1, 2, 3]);
  expect(readRelayed(packed)).toEqual({ session: 0x0102_0304, frame });
  expect(readRelayed(packed.buffer)).toEqual({ session: 0x0102_0304, frame });
  // Node hands over parts of larger buffers.
  const part = Uint8Array.of(9, ...packed).subarray(1);
  expect(readRelayed(part)).toEqual({ session: 0x0102_0304, frame });
});

test('[L26] the largest frame passes, nothing larger does, and nothing without a frame', () => {
  const largest = packRelayed(1, new Uint8Array(RELAY_FRAME_BYTES_MAX));
  expect(readRelayed(largest)?.frame).toHaveLength(RELAY_FRAME_BYTES_MAX);
  expect(readRelayed(packRelayed(1, new Uint8Array(RELAY_FRAME_BYTES_MAX + 1)))).toBeNull();
  expect(readRelayed(packRelayed(1, new Uint8Array(0)))).toBeNull();
});

test.each([
  ['nothing', undefined],
  ['text that is no base64', 'AAAA=AA*'],
  ['text that holds too much', 'A'.repeat(2000)],
  ['text that holds no frame', 'AAAAAA=='],
  ['a list of numbers', [0, 0, 0, 0, 1]],
  ['an object that looks like bytes', { 0: 1, length: 9, byteLength: 9 }],
  ['another kind of array', new Float64Array(2)],
  ['too few bytes', new Uint8Array(3)],
  ['a page that cannot be', Uint8Array.of(0, 0, 0, 0x80, 1)],
])('[L26] %s is no relayed frame', (_case, message) => {
  expect(readRelayed(message)).toBeNull();
});

test('[L76] as text a frame is the same', () => {
  const bytes = Uint8Array.from({ length: RELAY_FRAME_BYTES_MAX }, (_, index) => index % 256);
  for (const sent of [frame, bytes]) {
    expect(readRelayed(toRelayText(packRelayed(7, sent)))).toEqual({ session: 7, frame: sent });
  }
});
