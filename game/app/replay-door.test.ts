import { expect, test } from 'vitest';
import type { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import type { LocalSession } from '../match/local-session.ts';
import type { RoomView } from '../ui/model/view-model.ts';
import { AppModel } from './app-model.ts';
import { ReplayDoor } from './replay-door.ts';
import type { PlayedMatch, Replays } from './replay/replays.ts';

function makeDoor() {
  const model = new AppModel();
  const done: string[] = [];
  const replays: Replays = {
    Screen: () => null,
    open: () => void done.push('open'),
    watch: () => void done.push('watch'),
    save: () => void done.push('save'),
    keep: () => Promise.resolve(void done.push('keep')),
    linkLastGoal: () => Promise.resolve('https://host/#moment=x'),
    openMoment: (fragment) => Promise.resolve(void done.push(`moment ${fragment}`)),
  };
  const world = {
    part: replays as Replays | null,
    recorder: { take: () => ({}) } as unknown as ReplayRecorder | null,
  };
  const door = new ReplayDoor(model, {
    loadReplays: () => Promise.resolve(world.part),
    recorder: () => world.recorder,
    leave: () => model.showHome(null, null),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { door, model, done, world, replays, settle };
}

test('the list is shown once its part is here, unless the person went elsewhere', async () => {
  const { door, model, done, replays, settle } = makeDoor();
  door.browse();
  expect([model.screen.value.screen, model.replays.value]).toEqual(['replays', null]);
  await settle();
  expect([model.replays.value, done]).toEqual([replays.Screen, ['open']]);
  door.browse();
  model.showHome(null, null);
  await settle();
  expect(done).toEqual(['open']);
});

test('without its part one is home again, and stays on a result', async () => {
  const { door, model, world, settle } = makeDoor();
  world.part = null;
  door.browse();
  await settle();
  expect(model.screen.value.screen).toBe('home');
  model.show('room');
  door.watch();
  await settle();
  expect(model.screen.value.screen).toBe('room');
  expect(await door.save()).toBe(false);
});

test('the last match is shown and saved, where there is one', async () => {
  const { door, done, world, settle } = makeDoor();
  door.watch();
  await settle();
  expect(await door.save()).toBe(true);
  expect(await door.saveAll!()).toBe(true);
  expect(done).toEqual(['watch', 'save', 'save']);
  world.recorder = null;
  door.watch();
  expect([await door.save(), door.saveAll]).toEqual([false, null]);
});

test('[V9] what is watched is drawn as long as its screen is there: a match that begins ends it', () => {
  const { door, model } = makeDoor();
  const session = {} as LocalSession;
  door.show(session);
  expect([model.screen.value.screen, door.session]).toEqual(['replay', session]);
  model.show('match');
  expect(door.session).toBeNull();
});

test('[V2] matches that wait are kept once, in their order', async () => {
  const { door, done, world } = makeDoor();
  const waiting = [{}, {}] as PlayedMatch[];
  const { part } = world;
  world.part = null;
  await door.keep(waiting);
  expect([waiting.length, done]).toEqual([2, []]);
  world.part = part;
  await door.keep(waiting);
  expect([waiting.length, done]).toEqual([0, ['keep', 'keep']]);
});

test('[V17] a link to a moment is followed from home, and no room is left for it', async () => {
  const { door, model, done, settle } = makeDoor();
  door.openMoment('#moment=x');
  await settle();
  expect([model.screen.value.screen, done]).toEqual(['replays', ['moment #moment=x']]);
  for (const screen of ['room', 'match'] as const) {
    model.show(screen);
    door.openMoment('#moment=y');
    await settle();
  }
  expect(done).toEqual(['moment #moment=x']);
});

test('[V16] a link to the last goal is made by what keeps replays, where there is a match', async () => {
  const { door, world } = makeDoor();
  expect(await door.linkLastGoal()).toBe('https://host/#moment=x');
  world.part = null;
  expect(await door.linkLastGoal()).toBeNull();
  world.recorder = null;
  expect(await door.linkLastGoal()).toBeNull();
});

test('[V17] a room is not left for a moment, not from its replays either', async () => {
  const { door, model, done, settle } = makeDoor();
  model.room.value = { code: null } as RoomView;
  door.browseInRoom();
  await settle();
  door.openMoment('#moment=x');
  await settle();
  expect([done, model.screen.value]).toEqual([['open'], { screen: 'replays' }]);
});
