import { expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { aliasing } from './aliases.ts';

const NOBODY: ReadonlyMap<PeerId, string> = new Map();
const say = (number: number): string => `Player ${number}`;

test('everybody is called as they are while nobody watches the screen', () => {
  expect(aliasing({ streamer: false, nick: 'Ana' }, NOBODY, say)).toBe(null);
});

test('others have a number in the order in which they were met, and keep it', () => {
  const call = aliasing({ streamer: true, nick: 'Ana' }, NOBODY, say)!;
  expect(['Ben', 'Cleo', 'Ben', 'Ana', ''].map((name) => call(name))).toEqual([
    'Player 1',
    'Player 2',
    'Player 1',
    'Ana',
    '',
  ]);
  expect(
    aliasing({ streamer: true, nick: 'Ana' }, NOBODY, (one: number) => `Spieler ${one}`)!('Cleo'),
  ).toBe('Spieler 2');
});

test('[N87] of somebody who is muted the name is hidden too: in a room of that person alone, elsewhere of its name', () => {
  const muted = new Map([['peer-9' as PeerId, 'Gus']]);
  const call = aliasing({ streamer: false, nick: 'Ana' }, muted, say)!;
  expect(call('Gus', 'peer-9' as PeerId)).toMatch(/^Player \d$/);
  expect(call('Gus')).toBe(call('Gus', 'peer-9' as PeerId));
  expect(call('Gus', 'peer-4' as PeerId)).toBe('Gus');
  expect(call('Ben')).toBe('Ben');
});
