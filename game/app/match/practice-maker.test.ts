import { expect, test } from 'vitest';
import { makePractice } from './practice-maker.ts';

test.each([
  ['Ana', 'Ana'],
  [`\u202EAna${'\u0334'.repeat(28)}`, 'Ana'],
  ['\u200B', '?'],
])('[L80] in practice %j plays as %j: no name is in the way of a match alone', (nick, name) => {
  const { world } = makePractice({ name: nick, seed: 1, attract: false });
  expect(world.room.members[0]?.name).toBe(name);
});
