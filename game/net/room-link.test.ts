import { expect, test } from 'vitest';
import { parseRoomCode } from '../../shared/lobby/ids.ts';
import { makeRoomLink, parseRoomLink, roomOfPath } from './room-link.ts';

const code = parseRoomCode('PVX7Q2')!;

test.each([
  'PVX7Q2',
  ' pvx-7q2\n',
  'p v x 7 q 2',
  'https://play.example/j/PVX7Q2',
  'play.example/j/pvx-7q2?from=mail#top',
  'Join me: https://play.example:3000/j/PVX7Q2 !',
  'The code is PVX-7Q2, see you.',
  'PVX 7Q2 (we use CPHFMX as well)',
])('%j leads to the room', (pasted) => {
  expect(parseRoomLink(pasted)).toBe(code);
});

test.each(['', 'hello', 'https://play.example/', 'PVX7Q2X', 'XPVX7Q2', 'x'.repeat(100_000)])(
  '%j leads to no room',
  (pasted) => {
    expect(parseRoomLink(pasted)).toBeNull();
  },
);

test('a made link leads back to its room', () => {
  const link = makeRoomLink('http://192.0.2.1:3000', code);
  expect(link).toBe('http://192.0.2.1:3000/j/PVX7Q2');
  expect(parseRoomLink(link)).toBe(code);
  expect(roomOfPath(new URL(link).pathname)).toBe(code);
});

test('only an invite path names a room', () => {
  expect(roomOfPath('/j/pvx-7q2/')).toBe(code);
  expect(roomOfPath('/')).toBeNull();
  expect(roomOfPath('/x/PVX7Q2')).toBeNull();
});
