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

test('at home six bots play three against three, each under a name of its own', () => {
  const { world } = makePractice({ name: 'Ana', seed: 1, attract: true });
  const { members } = world.room;
  expect([1, 2].map((team) => members.filter((one) => one.team === team).length)).toEqual([3, 3]);
  expect(new Set(members.map(({ name }) => name)).size).toBe(6);
});
