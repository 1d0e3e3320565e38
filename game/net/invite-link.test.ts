import { expect, test } from 'vitest';
import { parseRoomCode } from '../../shared/lobby/ids.ts';
import { makeRoomLink, parseRoomLink, roomOfPath } from './invite-link.ts';

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
])('[L82] %j leads to the room', (pasted) => {
  expect(parseRoomLink(pasted)).toBe(code);
});

/** What apps, keyboards and people leave behind a link or within a code. */
const TAILS = [
  ')',
  ',',
  '.',
  '*',
  '_',
  '"',
  '”',
  '’',
  '»',
  '>',
  '\\',
  ' ',
  '\u00A0',
  '\u200B',
  '…',
];

test.each(TAILS)('[L82] a link with %j behind it leads to the room', (tail) => {
  for (const link of ['https://play.example/j/PVX7Q2', 'https://play.example/J/pvx-7q2']) {
    expect(parseRoomLink(link + tail)).toBe(code);
    expect(parseRoomLink(`(see *${link}${tail} tonight)`)).toBe(code);
    expect(roomOfPath(new URL(link + tail).pathname)).toBe(code);
  }
});

test.each([
  'HTTPS://PLAY.EXAMPLE/J/PVX7Q2',
  'https://play.example/j/PVX%E2%80%8B7Q2',
  'https://play.example/j/%20PVX%C2%AD7Q2%29',
  'https://play.example/j/PVX\u22127Q2',
  'https://play.example/j/ＰＶＸ７Ｑ２',
  'https://play.example/j/PVX7Q2/extra',
  'https://play.example/j//PVX7Q2',
  'code: ＰＶＸ－７Ｑ２。',
  'code: PVX\u20117Q2 and 100 % fun',
  '*PVX7Q2*',
  '_PVX7Q2_',
  '„PVX-7Q2“',
])('[L82] %j, as it was sent, leads to the room', (pasted) => {
  expect(parseRoomLink(pasted)).toBe(code);
});

test.each([
  '',
  'hello',
  'https://play.example/',
  'PVX7Q2X',
  'XPVX7Q2',
  'x'.repeat(100_000),
  '%E2%',
])('[L82] %j leads to no room', (pasted) => {
  expect(parseRoomLink(pasted)).toBeNull();
});

test('[L82] a made link leads back to its room', () => {
  const link = makeRoomLink('http://192.0.2.1:3000', code);
  expect(link).toBe('http://192.0.2.1:3000/j/PVX7Q2');
  expect(parseRoomLink(link)).toBe(code);
  expect(roomOfPath(new URL(link).pathname)).toBe(code);
});

test.each([
  '/',
  '/j',
  '/J/',
  '/j/HELLO1',
  '/j/PVX7Q',
  '/j/PVX7Q22',
  '/j/%FF%',
  '/x/PVX7Q2',
  '/%FF',
])('[L83] the address %j leads to no room', (path) => {
  expect(roomOfPath(path)).toBeNull();
});
