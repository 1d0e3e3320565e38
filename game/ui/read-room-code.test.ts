import { expect, test } from 'vitest';
import { parseRoomCode } from '../../shared/lobby/ids.ts';
import { inviteLink, readInvitePath, readRoomCode } from './read-room-code.ts';

const CODE = parseRoomCode('PVX7Q2')!;

test('a code is read from anything that may be pasted', () => {
  const pasted = [
    'PVX7Q2',
    ' pvx-7q2 ',
    'pvx 7q2',
    'https://play.example/j/PVX7Q2',
    'https://play.example/j/pvx-7q2?x=1#k=abc',
    'Play Peerball with me: https://play.example/j/PVX7Q2 now!',
    'the code is PVX-7Q2, hurry',
    '“PVX-7Q2”',
  ];
  for (const text of pasted) expect(readRoomCode(text), text).toBe(CODE);
});

test('what holds no code gives none', () => {
  for (const text of ['', '   ', 'hello', 'PVX7Q', 'https://play.example/j/', 'x'.repeat(9999)]) {
    expect(readRoomCode(text), text.slice(0, 20)).toBeNull();
  }
});

test('an invite link leads back to its room', () => {
  const link = new URL(inviteLink('https://play.example', CODE));
  expect(readInvitePath(link.pathname)).toBe(CODE);
  expect(readInvitePath('/')).toBeNull();
  expect(readInvitePath('/j/nothing-of-the-kind')).toBeNull();
});
