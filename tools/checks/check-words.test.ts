import { expect, test } from 'vitest';
import {
  checkWords,
  glossaryWords,
  mentions,
  sharedNames,
  unusedExceptions,
  wordsOf,
} from './check-words.ts';

const SLOT = { words: ['slot', 'slots'], say: 'seat', except: { 'shared/ring/': 'no seat' } };

function check(path: string, text: string): readonly string[] {
  return checkWords([{ path, text }], [SLOT]);
}

test('a word is found in a name, a constant, a comment and a text', () => {
  const found = [`game/a.ts:1: "slot": say seat`];
  expect(check('game/a.ts', 'const freeSlot = 1;')).toEqual(found);
  expect(check('game/a.ts', 'const SLOT_BYTES = 1;')).toEqual(found);
  expect(check('game/a.ts', '// a slot')).toEqual(found);
  expect(check('game/a.ts', `say('slot-full');`)).toEqual(found);
});

test('a finding names the line and the form that stands there', () => {
  expect(check('game/a.ts', '\n// two Slots')).toEqual([`game/a.ts:2: "slots": say seat`]);
});

test('a longer word that holds it is another word', () => {
  expect(check('game/a.ts', 'const slotted = 1; // slothful')).toEqual([]);
});

test('an exception holds below its path alone, and is told when it is of no use', () => {
  const ring = { path: 'shared/ring/a.ts', text: 'const slot = 1;' };
  expect(check(ring.path, ring.text)).toEqual([]);
  expect(check('shared/other/a.ts', ring.text)).toHaveLength(1);
  expect(unusedExceptions([ring], [SLOT])).toEqual([]);
  expect(unusedExceptions([{ ...ring, text: '' }], [SLOT])).toEqual([
    'shared/ring/: holds no "slot", "slots"',
  ]);
});

test('names are words where a capital or an underscore begins one', () => {
  const words = wordsOf('peerID HTTPServer a_b').map(({ word }) => word);
  expect(words).toEqual(['peer', 'id', 'http', 'server', 'a', 'b']);
});

test('a type that two files export is named with both, a private or excepted one is not', () => {
  const files = [
    { path: 'a.ts', text: 'export type Seat = 1;\nexport class Room {}\ntype Own = 1;' },
    {
      path: 'b.ts',
      text: 'export interface Seat {}\nexport function Room() {}\nexport function seat() {}\ntype Own = 2;',
    },
  ];
  expect(sharedNames(files, {})).toEqual(['Seat is a.ts and b.ts', 'Room is a.ts and b.ts']);
  expect(sharedNames(files, { Room: 'why' })).toEqual(['Seat is a.ts and b.ts']);
});

test('a row of the glossary may explain several words', () => {
  expect(
    glossaryWords([
      ['tick', 'x'],
      ['peer / member', 'y'],
    ]),
  ).toEqual(['tick', 'peer', 'member']);
});

test('a phrase is found in prose over two lines and in a name, not in other words', () => {
  const say = (text: string): boolean => mentions([{ path: 'a.ts', text }], 'house look');
  expect(say('// the house\n// look')).toBe(true);
  expect(say('const houseLook = 1;')).toBe(true);
  expect(say('const lighthouseLooks = 1;')).toBe(false);
});
