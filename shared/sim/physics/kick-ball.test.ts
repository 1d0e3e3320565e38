import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { INPUT_KICK } from '../input.ts';
import { setKickLimit } from '../match/match-commands.ts';

/** A player at rest left of the ball, with this gap between them. */
function kickLab(gap: number, file: Record<string, unknown> = {}): Lab {
  const lab = new Lab({ ballPhysics: { damping: 1 }, ...file });
  lab.place(0, 1);
  lab.putPlayer(0, -25 - gap, 0);
  return lab;
}

test('[S12] a kick gives kickStrength × inverse mass away from the player, and is spent', () => {
  const lab = kickLab(3.9, { ballPhysics: { invMass: 2, damping: 1 } });
  lab.inputs[0] = INPUT_KICK;
  lab.step();
  expect(lab.disc(0)).toEqual({ x: 10, y: 0, vx: 10, vy: 0 });
  expect(lab.seat(0, 'kick')).toBe(0);
  expect(lab.happened()).toEqual(['kickArmed', 'kick']);
  expect(lab.events.strength[1]).toBe(10);
});

test('[S12] a strength beyond all bounds and a mass next to nothing make an ordinary kick', () => {
  const lab = kickLab(1, {
    playerPhysics: { kickStrength: 2.25e301, invMass: 1e300, kickback: 1e-300 },
    ballPhysics: { invMass: 1e-300, damping: 1 },
  });
  lab.inputs[0] = INPUT_KICK;
  lab.step();
  expect(lab.disc(0).vx).toBeCloseTo(22.5, 9);
  expect(lab.player(0).vx).toBeCloseTo(-0.96, 9);
});

test('[S12] what a negative radius leaves of the reach counts', () => {
  const ball = { damping: 1, radius: -18 };
  const reached = new Lab({ ballPhysics: ball });
  const missed = new Lab({ ballPhysics: ball });
  for (const [lab, distance] of [
    [reached, 0.9],
    [missed, 1],
  ] as const) {
    lab.place(0, 1);
    lab.putPlayer(0, -distance, 0);
    lab.inputs[0] = INPUT_KICK;
    lab.step();
  }
  expect([reached.disc(0).vx, missed.disc(0).vx]).toEqual([5, 0]);
});

test('[S12] a gap of 4 units is out of reach, and the kick stays armed', () => {
  const lab = kickLab(4);
  lab.inputs[0] = INPUT_KICK;
  lab.step();
  expect(lab.disc(0).vx).toBe(0);
  expect(lab.seat(0, 'kick')).toBe(1);
  lab.putPlayer(0, -28, 0);
  lab.step();
  expect(lab.disc(0).vx).toBe(5);
});

test('[S12] a button held on after a kick does not kick again', () => {
  const lab = kickLab(1);
  lab.inputs[0] = INPUT_KICK;
  lab.step();
  lab.put(0, 0, 0);
  lab.step(10);
  expect(lab.disc(0).vx).toBe(0);
});

test('[S12] kickback pushes the player the other way', () => {
  const lab = kickLab(1, { playerPhysics: { kickback: 2, damping: 1, invMass: 0.5 } });
  lab.inputs[0] = INPUT_KICK;
  lab.step();
  expect(lab.player(0).vx).toBe(-1);
});

test('[S12] everything kickable in reach is kicked, also players, and nothing else', () => {
  const lab = kickLab(1, {
    playerPhysics: { cGroup: ['kick'] },
    discs: [
      { pos: [-26, 28], cGroup: ['wall', 'kick'], invMass: 1, damping: 1 },
      { pos: [-26, -28], cGroup: ['wall'], invMass: 1, damping: 1 },
    ],
  });
  lab.place(1, 2);
  lab.putPlayer(1, -58, 0);
  lab.inputs[0] = INPUT_KICK;
  lab.step();
  expect(lab.disc(0).vx).toBe(5);
  expect(lab.disc(1).vy).toBe(5);
  expect(lab.disc(2).vy).toBe(0);
  expect(lab.player(1).vx).toBeCloseTo(-5 * 0.5 * 0.96, 12);
});

test('[S13] after a kick the next waits for the interval, and the press is not lost', () => {
  const lab = kickLab(1);
  setKickLimit(lab.match, { interval: 10, rate: 0, burst: 0 });
  const kicks = kickWheneverPossible(lab, 60);
  expect(kicks).toEqual([0, 10, 20, 30, 40, 50]);
});

test('[S13] saved-up kicks may follow at once, then the rate holds', () => {
  const lab = kickLab(1);
  setKickLimit(lab.match, { interval: 2, rate: 20, burst: 2 });
  lab.step(100);
  expect(kickWheneverPossible(lab, 80)).toEqual([0, 2, 4, 20, 40, 60]);
});

/** Presses anew after each kick with the ball always in reach; ticks of the kicks from the first. */
function kickWheneverPossible(lab: Lab, ticks: number): readonly number[] {
  const kicks: number[] = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    lab.put(0, 0, 0);
    lab.putPlayer(0, -26, 0);
    lab.inputs[0] = lab.seat(0, 'kick') === 0 && lab.inputs[0] !== 0 ? 0 : INPUT_KICK;
    lab.step();
    if (lab.happened().includes('kick')) kicks.push(tick);
  }
  return kicks;
}
