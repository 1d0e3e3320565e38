import { expect, test } from 'vitest';
import { BALL_DISC, DISC_STRIDE, DISC_X } from '../../shared/sim/match-state.ts';
import { playerDisc } from '../../shared/sim/physics/arena.ts';
import { type World, cloneWorld } from '../../shared/room/world.ts';
import { PitchGame, SEATS_OF_TWO } from './anchors/pitch-game.ts';
import { placesOf } from './final-record.ts';
import { PictureWatch } from './picture-watch.ts';

const start = new PitchGame().world;
const [own, other] = SEATS_OF_TWO.map((seat) => playerDisc(start.arena, seat)) as [number, number];

/** The first world at a later tick, with a disc a little to the right. */
function later(ticks: number, disc: number, dx: number): World {
  const world = cloneWorld(start);
  world.tick = (start.tick + ticks) as World['tick'];
  world.match.discs[disc * DISC_STRIDE + DISC_X]! += dx;
  return world;
}

test('an error is the distance between what a tick was first shown as and what it became', () => {
  const watch = new PictureWatch(own, [other], false);
  watch.remember(start);
  watch.take(later(1, other, 3), start);
  watch.compare(() => undefined);
  expect(watch.figures.discError.count).toBe(0);
  watch.compare(() => placesOf(later(1, other, 1).match));
  expect(watch.figures.discError.max).toBe(2);
  expect(watch.figures.ballError.max).toBe(0);
});

test('a correction is what moves a disc beyond its own motion; smoothing shares it out', () => {
  const [plain, smooth] = [false, true].map((smooths) => {
    const watch = new PictureWatch(own, [other], smooths);
    watch.remember(start);
    // The ball was shown at its place, and the tick before turns out to have had it 4 further on.
    watch.take(later(1, BALL_DISC, 4), later(0, BALL_DISC, 4));
    return watch.figures;
  });
  expect(plain!.correction.max).toBe(4);
  expect(plain!.pop.max).toBe(4);
  expect(smooth!.correction.max).toBe(4);
  expect(smooth!.pop.max).toBeGreaterThan(0);
  expect(smooth!.pop.max).toBeLessThan(2);
});

test('motion alone is no correction', () => {
  const watch = new PictureWatch(own, [other], true);
  watch.remember(start);
  watch.take(later(1, other, 3), start);
  expect(watch.figures.pop.max).toBe(0);
});
