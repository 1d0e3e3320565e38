import { expect, test } from 'vitest';
import { nameReplay } from './save-file.ts';

test('a replay is called by the time it was saved at and the score', () => {
  const now = new Date(2026, 10, 2, 8, 5);
  expect(nameReplay({ sun: 3, wave: 2 }, now)).toBe('peerball-2026-11-02-0805-3-2.pbreplay');
});
