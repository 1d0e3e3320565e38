import { expect, test } from 'vitest';
import { MOMENT_TICKS } from '../../../shared/wire/moment.ts';
import { ClipDesk } from './clip-desk.ts';
import type { Clip } from './record-clip.ts';

const OVER = (): void => {};
const partFrom = (from: number) => ({ from, to: from + MOMENT_TICKS });
const CLIP: Clip = { bytes: new Uint8Array([1]), ending: 'webm' };

function setUp(result: Clip | null = CLIP, canRecord = true) {
  const player = {
    position: 0,
    isPlaying: false,
    playFrom: (position: number): void => {
      player.position = position;
      player.isPlaying = true;
    },
  };
  const world = { saved: [] as Clip[], ended: 0, isSeen: true, over: [] as unknown[] };
  const end = async (): Promise<Clip | null> => {
    world.ended += 1;
    return result;
  };
  const desk = new ClipDesk(player, {
    record: (over) => {
      world.over.push(over);
      return canRecord ? { end } : null;
    },
    isSeen: () => world.isSeen,
    save: (clip) => void world.saved.push(clip),
  });
  const run = (ticks: number): void => {
    for (; ticks > 0; ticks -= 1) {
      player.position += 1;
      desk.follow();
    }
  };
  return { player, world, desk, run };
}

test('[V36] eight seconds are played and recorded, and handed on as a file', async () => {
  const { player, world, desk, run } = setUp();
  desk.toggle(partFrom(100), OVER);
  expect([player.position, player.isPlaying, desk.view.value]).toEqual([100, true, 'recording']);
  run(MOMENT_TICKS - 1);
  expect(desk.view.value).toBe('recording');
  run(1);
  await expect.poll(() => desk.view.value).toBe('saved');
  run(10);
  expect([world.saved, world.ended, world.over]).toEqual([[CLIP], 1, [OVER]]);
});

test.each<[string, (parts: ReturnType<typeof setUp>) => void]>([
  ['the button is pressed again', ({ desk }) => desk.toggle(partFrom(0), OVER)],
  ['the replay is paused', ({ player }) => (player.isPlaying = false)],
  ['another place is gone to', ({ player }) => (player.position = 3)],
  ['the page is not looked at any more', ({ world }) => (world.isSeen = false)],
])('[V36] it ends earlier, and is kept so far, when %s', async (_name, happen) => {
  const parts = setUp();
  parts.desk.toggle(partFrom(100), OVER);
  parts.run(60);
  happen(parts);
  parts.desk.follow();
  await expect.poll(() => parts.desk.view.value).toBe('saved');
  expect(parts.world.saved).toEqual([CLIP]);
});

test('[V36] a browser that cannot record says so, and so does one that recorded nothing', async () => {
  const cannot = setUp(CLIP, false);
  cannot.desk.toggle(partFrom(0), OVER);
  expect(cannot.desk.view.value).toBe('cannot');
  const failed = setUp(null);
  failed.desk.toggle(partFrom(0), OVER);
  failed.desk.toggle(partFrom(0), OVER);
  await expect.poll(() => failed.desk.view.value).toBe('failed');
  expect(failed.world.saved).toEqual([]);
});

test('[V36] what is recorded when the replay is left is dropped', async () => {
  const { desk, world, run } = setUp();
  desk.toggle(partFrom(0), OVER);
  run(60);
  desk.drop();
  run(60);
  expect([desk.view.value, world.ended, world.saved]).toEqual(['none', 1, []]);
});

test('[V70] a part of a second and one of a minute are recorded to their ends', async () => {
  for (const ticks of [60, 3600]) {
    const { desk, run } = setUp();
    desk.toggle({ from: 100, to: 100 + ticks }, OVER);
    run(ticks - 1);
    expect(desk.view.value).toBe('recording');
    run(1);
    await expect.poll(() => desk.view.value).toBe('saved');
  }
});
