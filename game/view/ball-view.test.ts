import type { GameObjects, Scene } from 'phaser';
import { expect, test } from 'vitest';
import { TEAM_NONE } from '../../shared/sim/team.ts';
import type { Frame } from '../match/frame.ts';
import { PALETTES } from '../settings/theme.ts';
import { BallView } from './ball-view.ts';

const FRAME_MS = 10;

/** A ball that flies to the right, 6 units a picture, and where each picture shows it. */
function fly(pictures: number, hit: (ball: BallView) => void): number[] {
  const places: number[] = [];
  const image = (_x: number, _y: number, _sheet: string, name: string) => {
    const made = {
      setVisible: () => made,
      setTexture: () => made,
      setScale: () => made,
      setTint: () => made,
      setAlpha: () => made,
      setPosition: (x: number) => {
        if (name === 'ball') places.push(x);
        return made;
      },
    };
    return made;
  };
  const scene = { add: { image } } as unknown as Scene;
  const ball = new BallView(scene, { add: () => {} } as unknown as GameObjects.Container);
  ball.trail = false;
  ball.retexture(1, 10, 0xff_ff_ff, 1);
  const x = new Float64Array(1);
  const room = { discs: [] } as unknown as Frame['room'];
  const frame = { x, y: new Float64Array(1), ballSpeed: 6, lastTouchTeam: TEAM_NONE, room };
  hit(ball);
  for (let picture = 0; picture < pictures; picture += 1) {
    ball.draw(frame as unknown as Frame, FRAME_MS, PALETTES['sun-wave']);
    x[0]! += 6;
  }
  return places;
}

test('[V57] the picture of a ball that was hit hard stands for 60 to 80 ms and is where the ball is soon after', () => {
  for (const [strength, stands] of [
    [4, 60],
    [12, 80],
  ] as const) {
    const places = fly(20, (ball) => ball.hold(0, 0, strength));
    expect(places.filter((x) => x === 0).length).toBe(stands / FRAME_MS + 1);
    const free = 1 + (stands + 60) / FRAME_MS;
    for (let at = 1; at < places.length; at += 1) {
      expect(places[at]!).toBeGreaterThanOrEqual(places[at - 1]!);
      if (at >= free) expect(places[at]).toBe(at * 6);
    }
  }
});

test('[V57] a soft hit holds nothing, and a second one while the ball is held does not hold it longer', () => {
  expect(fly(3, (ball) => ball.hold(0, 0, 2))).toEqual([0, 6, 12]);
  const twice = fly(20, (ball) => {
    ball.hold(0, 0, 4);
    ball.hold(0, 0, 12);
  });
  expect(twice).toEqual(fly(20, (ball) => ball.hold(0, 0, 4)));
});

test('[V57] a ball that is somewhere else at once, as at a kick-off, is not held back', () => {
  expect(fly(2, (ball) => ball.hold(-300, 0, 9))).toEqual([0, 6]);
});
