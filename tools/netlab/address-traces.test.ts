import { expect, test } from 'vitest';
import { tracesOf } from './address-traces.ts';

const OTHER = '10.78.3.6';

/** An IPv4 packet of UDP from 10.78.3.2 to 10.78.3.1. */
function udp(body: Buffer, source = [10, 78, 3, 2]): Buffer {
  const header = Buffer.alloc(28);
  header[0] = 0x45;
  header[9] = 17;
  Buffer.from(source).copy(header, 12);
  Buffer.from([10, 78, 3, 1]).copy(header, 16);
  return Buffer.concat([header, body]);
}

/** A message of STUN with one attribute. */
function stun(attribute: readonly number[]): Buffer {
  return Buffer.from([0, 1, 0, 8, 0x21, 0x12, 0xa4, 0x42, ...Array(12).fill(7), ...attribute]);
}

test.each([
  ['its header', udp(Buffer.from('anything'), [10, 78, 3, 6]), ['header']],
  ['text', udp(Buffer.from('a=candidate:1 1 udp 1 10.78.3.6 5000 typ host')), ['text']],
  ['a plain attribute', udp(stun([0, 1, 0, 8, 0, 1, 1, 1, 10, 78, 3, 6])), ['stun']],
  [
    'an attribute under the cookie',
    udp(stun([0, 0x12, 0, 8, 0, 1, 1, 1, 10 ^ 0x21, 78 ^ 0x12, 3 ^ 0xa4, 6 ^ 0x42])),
    ['stun'],
  ],
  ['nothing', udp(stun([0, 1, 0, 8, 0, 1, 1, 1, 10, 78, 3, 7])), []],
  ['noise', udp(Buffer.from([23, 254, 253, 10, 78, 3, 6, 10, 78, 3, 6])), []],
])('an address that is told in %s', (_where, packet, traces) => {
  expect(tracesOf(packet, OTHER)).toEqual(traces);
});

test('what is no IPv4 packet tells no IPv4 address', () => {
  expect(tracesOf(Buffer.alloc(0), OTHER)).toEqual([]);
  expect(tracesOf(Buffer.alloc(60, 0x60), OTHER)).toEqual([]);
});
