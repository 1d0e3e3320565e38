import { expect, test } from 'vitest';
import { watchPicture } from './lost-picture.ts';

function setUp() {
  const parent = new EventTarget();
  const told: boolean[] = [];
  const waits = new Set<() => void>();
  watchPicture({
    parent,
    timers: {
      after: (_ms, run) => {
        waits.add(run);
        return () => void waits.delete(run);
      },
    },
    tell: (isLost) => told.push(isLost),
  });
  return {
    told,
    lose: () => parent.dispatchEvent(new Event('webglcontextlost')),
    restore: () => parent.dispatchEvent(new Event('webglcontextrestored')),
    passTime: () => {
      for (const run of waits) run();
      waits.clear();
    },
  };
}

test('a picture that stays lost is told of, and told of when it is back', () => {
  const { told, lose, restore, passTime } = setUp();
  lose();
  expect(told).toEqual([]);
  passTime();
  expect(told).toEqual([true]);
  restore();
  expect(told).toEqual([true, false]);
});

test('one that comes back at once is not', () => {
  const { told, lose, restore, passTime } = setUp();
  lose();
  lose();
  restore();
  passTime();
  expect(told).toEqual([false]);
});
