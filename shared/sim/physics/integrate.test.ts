import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { isCleanMatch } from '../match/checksum.ts';

test('[S10] a disc moves by its speed first, then the speed is damped and gravity added', () => {
  const lab = new Lab({
    discs: [{ pos: [0, 100], speed: [4, -2], damping: 0.5, gravity: [1, 2] }],
  });
  lab.step();
  expect(lab.disc(1)).toEqual({ x: 4, y: 98, vx: 2.5, vy: 0 });
});

test('[S10] a player with an armed kick is damped by kickingDamping', () => {
  const lab = new Lab({ playerPhysics: { damping: 0.5, kickingDamping: 0.25 } });
  lab.place(0, 1);
  lab.putPlayer(0, 100, 0, 8, 0);
  lab.step();
  expect(lab.player(0).vx).toBe(4);
  lab.inputs[0] = 16;
  lab.step();
  expect(lab.player(0).vx).toBe(1);
});

test('[S10] a disc at rest stays at rest, to the bit', () => {
  const lab = new Lab({ discs: [{ pos: [0.1, 100] }] });
  lab.place(0, 1);
  lab.putPlayer(0, 100, -30);
  const before = [...lab.match.discs];
  lab.step(1000);
  expect([...lab.match.discs]).toEqual(before);
});

test('[S16] whatever grows without end stays in the world and under the speed limit', () => {
  const lab = new Lab({
    discs: [{ pos: [0, 0], speed: [1, -1], damping: 1e300, cMask: [] }],
    ballPhysics: { gravity: [1e200, -3], cMask: [] },
  });
  lab.step(5000);
  expect(isCleanMatch(lab.match)).toBe(true);
  expect(lab.disc(1)).toEqual({ x: 1e12, y: -1e12, vx: 1e12, vy: -1e12 });
  expect(lab.disc(0)).toEqual({ x: 1e12, y: expect.any(Number), vx: 1e12, vy: expect.any(Number) });
});

test('[S10] [S16] a disc goes as far and as fast as no pitch is large', () => {
  const lab = new Lab({
    discs: [
      { pos: [2e8, -3e9], speed: [2e6, 0], damping: 1, cMask: [] },
      // The product counts: a damping next to nothing of a gravity beyond everything.
      { pos: [0, 0], gravity: [0, 2e300], damping: 1e-300, cMask: [] },
    ],
  });
  lab.step(2);
  expect(lab.disc(1)).toEqual({ x: 2e8 + 4e6, y: -3e9, vx: 2e6, vy: 0 });
  expect(lab.disc(2)).toEqual({ x: 0, y: 2, vx: 0, vy: 2 });
});

test('[S71] damping to nothing leaves 0 and not −0', () => {
  const lab = new Lab({ discs: [{ pos: [0, 100], speed: [-3, -3], damping: 0 }] });
  lab.step();
  expect(Object.is(lab.disc(1).vx, 0)).toBe(true);
  expect(isCleanMatch(lab.match)).toBe(true);
});
