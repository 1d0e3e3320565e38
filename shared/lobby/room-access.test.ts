import { expect, test } from 'vitest';
import { cardMapName, roomCard } from './public-room.ts';
import { checkRoomTitle, roomTitle } from './room-access.ts';

test('[L93] the name of a room passes the gate for text, and only what passed is taken', () => {
  expect(checkRoomTitle('  Friday \u200B kickabout ')).toEqual({
    ok: true,
    value: 'Friday kickabout',
  });
  expect(roomTitle.safeParse('Friday kickabout').success).toBe(true);
  for (const text of ['', ' ', ' Friday', 'a\u202Eb', 'x'.repeat(33), '\u{1F3D3}'.repeat(30)]) {
    expect(roomTitle.safeParse(text).success, JSON.stringify(text)).toBe(false);
  }
});

test('[L93] a name like a piece of a page is a name like any other: it is text and stays it', () => {
  const text = '<img src=x onerror=alert(1)>';
  expect(checkRoomTitle(text)).toEqual({ ok: true, value: text });
});

const card = {
  teamPlayers: 3,
  players: 5,
  bots: 1,
  spectators: 2,
  match: { sun: 2, wave: 1, clockS: 190, clockStep: -1 },
  map: 'Night Big',
  goalLimit: 3,
  minutes: 5,
  hand: 'touch',
};

test.each([
  ['a team of five', { teamPlayers: 5 }],
  ['more players than seats', { players: 9 }],
  ['half a player', { players: 0.5 }],
  ['a score below nothing', { match: { ...card.match, sun: -1 } }],
  ['a clock without an end', { match: { ...card.match, clockS: 6000 } }],
  ['a clock that jumps', { match: { ...card.match, clockStep: 2 } }],
  ['a map with control characters', { map: 'Night\u0007' }],
  ['a map without a name', { map: '' }],
  ['a map with too long a name', { map: 'x'.repeat(33) }],
  ['another device', { hand: 'wheel' }],
  ['a field of its own', { html: '<b>' }],
])('[L95] a card with %s is none', (_case, change) => {
  expect(roomCard.safeParse(card).success).toBe(true);
  expect(roomCard.safeParse({ ...card, ...change }).success).toBe(false);
});

test('[L95] the name of any map fits a card, cut where it has to be', () => {
  for (const name of ['Night', `${'x'.repeat(31)} y`, '\u202Ea\u0000b', '\u0301'.repeat(60)]) {
    const map = cardMapName(name);
    expect(roomCard.safeParse({ ...card, map: map === '' ? null : map }).success).toBe(true);
  }
});
