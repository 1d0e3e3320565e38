import { expect, test } from 'vitest';
import { aliasing } from './aliases.ts';

const say = (number: number): string => `Player ${number}`;

test('everybody is called as they are while nobody watches the screen', () => {
  expect(aliasing({ streamer: false, nick: 'Ana' }, say)).toBe(null);
});

test('others have a number in the order in which they were met, and keep it', () => {
  const call = aliasing({ streamer: true, nick: 'Ana' }, say)!;
  expect(['Ben', 'Cleo', 'Ben', 'Ana', ''].map(call)).toEqual([
    'Player 1',
    'Player 2',
    'Player 1',
    'Ana',
    '',
  ]);
  expect(aliasing({ streamer: true, nick: 'Ana' }, (one) => `Spieler ${one}`)!('Cleo')).toBe(
    'Spieler 2',
  );
});
