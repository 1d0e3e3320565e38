import { expect, test } from 'vitest';
import { parsePeerId } from '../base/peer-id.ts';
import { applyCommand } from '../room/apply-command.ts';
import { BOT_LEVEL_NAMES } from '../room/bots.ts';
import { BY_SEQUENCER, toMemberId } from '../room/command.ts';
import { type World, createWorld, hashWorld } from '../room/world.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { decodeWorld, encodeWorld } from './world-codec.ts';

function createRoom(): World {
  const world = createWorld('classic', builtInArena, 1);
  for (let id = 0; id < 3; id++) {
    const peer = parsePeerId(`peer-${id}`)!;
    const join = { type: 'join', member: toMemberId(id), peer, name: 'Zoë ⚽' } as const;
    applyCommand(world, { ...join, by: BY_SEQUENCER }, builtInArena);
  }
  return world;
}

test('[W8] a world comes back with the same hash', () => {
  const world = createRoom();
  const again = decodeWorld(encodeWorld(world), builtInArena);
  expect(again && hashWorld(again)).toBe(hashWorld(world));
  expect(again?.room).toEqual(world.room);
});

test('[W8] a plain pitch with three players is below 1.5 KB', () => {
  expect(encodeWorld(createRoom()).length).toBeLessThan(1_500);
});

test('[W13] bots come back as they were, and a member of no kind that is known makes no world', () => {
  const world = createRoom();
  for (const [index, level] of BOT_LEVEL_NAMES.entries()) {
    const bot = { type: 'bot', member: toMemberId(10 + index), team: 1, level } as const;
    applyCommand(world, { ...bot, by: toMemberId(0) }, builtInArena);
  }
  expect(world.room.members.filter(({ type }) => type === 'bot')).toHaveLength(2);
  const again = decodeWorld(encodeWorld(world), builtInArena);
  expect(again?.room).toEqual(world.room);
  expect(again && hashWorld(again)).toBe(hashWorld(world));
});

test('[W8] broken, cut or foreign bytes are no world, and never throw', () => {
  const bytes = encodeWorld(createRoom());
  for (let length = 0; length < bytes.length; length += 7) {
    expect(decodeWorld(bytes.subarray(0, length), builtInArena)).toBeNull();
  }
  expect(decodeWorld(bytes, () => undefined)).toBeNull();
  for (let index = 0; index < bytes.length; index++) {
    const broken = bytes.slice();
    broken[index] = 0xff;
    expect(() => decodeWorld(broken, builtInArena)).not.toThrow();
  }
});
