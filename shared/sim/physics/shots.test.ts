import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { INPUT_KICK, INPUT_RIGHT } from '../input.ts';

const SHOOTER = 0;
const MATE = 2;
const KEEPER = 1;
const DEFENDER = 3;

/** Radius of a player and the ball together. */
const TOUCHING = 25;

/**
 * Sun (0, 2) attacks the goal on the right, at x = 300 between y = ±60; everybody far away. A kick
 * gives the ball 5 units a tick; it rolls 226 units in a second and 350 in two.
 */
function playing(): Lab {
  const lab = new Lab({
    goals: [
      { p0: [-300, -60], p1: [-300, 60], team: 'red' },
      { p0: [300, -60], p1: [300, 60], team: 'blue' },
    ],
  });
  for (const seat of [0, 1, 2, 3]) lab.place(seat, seat % 2 === 0 ? 1 : 2);
  lab.start();
  for (const seat of [0, 1, 2, 3]) sendAway(lab, seat);
  lab.put(0, 0, 0, 0.001, 0);
  lab.step();
  return lab;
}

function sendAway(lab: Lab, seat: number): void {
  lab.putPlayer(seat, seat * 50 - 75, 190);
}

/** A kick along the x axis of a ball that lies there, by a player who is gone then. */
function kickFrom(lab: Lab, seat: number, x: number, y = 0, side: 1 | -1 = 1): void {
  // Two kicks of one player are two ticks apart at least.
  lab.step(2);
  lab.put(0, x, y);
  lab.putPlayer(seat, x - side * (TOUCHING + 1), y);
  lab.inputs[seat] = INPUT_KICK;
  lab.step();
  lab.inputs[seat] = 0;
  sendAway(lab, seat);
}

/** Steps until the events of a tick hold a save; what it returns is who saved. */
function saverWithin(lab: Lab, ticks: number): number | null {
  for (let tick = 0; tick < ticks; tick += 1) {
    lab.step();
    const at = lab.happened().indexOf('save');
    if (at >= 0) return lab.events.subject[at]!;
  }
  return null;
}

function saves(lab: Lab): number {
  return lab.seat(KEEPER, 'saves') + lab.seat(DEFENDER, 'saves');
}

test('[S41] a kick that goes to the goal of the others is a shot, whoever stands in between', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 0);
  expect([lab.seat(SHOOTER, 'shots'), lab.get('shooter')]).toEqual([1, 1]);
});

test('[S41] no shot: past the goal, to the own one, from too far, and too slow', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 0, 70);
  kickFrom(lab, SHOOTER, 0, 0, -1);
  kickFrom(lab, SHOOTER, -60);
  lab.step(2);
  lab.put(0, 200, 0, -3.5, 0);
  lab.putPlayer(SHOOTER, 200 - TOUCHING - 1, 0);
  lab.inputs[SHOOTER] = INPUT_KICK;
  lab.step();
  expect(lab.disc(0).vx).toBeCloseTo(1.5 * 0.99);
  expect(lab.seat(SHOOTER, 'shots')).toBe(0);
});

test('[S41] a keeper who stands in the way of a shot has saved it, once, and is told so', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 50);
  lab.putPlayer(KEEPER, 200, 0);
  expect(saverWithin(lab, 130)).toBe(KEEPER);
  lab.step(300);
  expect([lab.seat(KEEPER, 'saves'), lab.get('shooter'), lab.get('saver')]).toEqual([1, 0, 0]);
});

test('[S41] a shot that the keeper kicks out is saved in that tick', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 100);
  lab.step(20);
  lab.putPlayer(KEEPER, lab.disc(0).x + TOUCHING + 3, 20);
  lab.inputs[KEEPER] = INPUT_KICK;
  expect(saverWithin(lab, 4)).toBe(KEEPER);
});

test('[S41] a shot past everybody is no save, and one that goes in is none', () => {
  const missed = playing();
  kickFrom(missed, SHOOTER, 100);
  missed.put(0, 150, 70, 5, 0);
  missed.step(200);
  expect(saves(missed)).toBe(0);
  const scored = playing();
  kickFrom(scored, SHOOTER, 100);
  scored.step(60);
  expect([scored.get('sunScore'), saves(scored)]).toEqual([1, 0]);
});

test('[S41] a touch that leaves the ball on its way in is no save, and the next one can be', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 100);
  lab.step(10);
  // Grazed from the side and from behind: it goes on.
  lab.put(0, 160, 0, 5, 0);
  lab.putPlayer(DEFENDER, 160, -TOUCHING + 2);
  lab.step();
  expect([lab.seat(DEFENDER, 'touches'), lab.get('saver')]).toEqual([1, 0]);
  sendAway(lab, DEFENDER);
  lab.putPlayer(KEEPER, lab.disc(0).x + 40, lab.disc(0).y);
  expect(saverWithin(lab, 130)).toBe(KEEPER);
});

test('[S41] what a keeper first stops and then lets in is a goal and no save', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 100);
  lab.putPlayer(KEEPER, 250, 0);
  lab.step(35);
  expect(lab.get('saver')).toBe(KEEPER + 1);
  sendAway(lab, KEEPER);
  lab.put(0, 290, 0, 5, 0);
  lab.step(5);
  expect([lab.seat(SHOOTER, 'goals'), saves(lab)]).toEqual([1, 0]);
});

test('[S41] a ball that misses the goal is cleared, not saved', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 100, 70);
  lab.putPlayer(KEEPER, 250, 70);
  expect(saverWithin(lab, 200)).toBe(null);
});

test('[S41] far from the goal a shot is blocked, not saved: it had more than a second to go', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 0);
  lab.putPlayer(DEFENDER, 80, 0);
  expect(saverWithin(lab, 200)).toBe(null);
  expect(lab.seat(DEFENDER, 'touches')).toBeGreaterThan(0);
  expect(lab.seat(SHOOTER, 'shots')).toBe(1);
});

test('[S41] who stands before the goal while somebody pushes the ball against it saves nothing', () => {
  const lab = playing();
  lab.put(0, 180, 0);
  lab.putPlayer(SHOOTER, 150, 0);
  lab.putPlayer(KEEPER, 270, 0);
  lab.inputs[SHOOTER] = INPUT_RIGHT;
  for (let tick = 0; tick < 540; tick += 1) {
    // The keeper holds its place.
    lab.putPlayer(KEEPER, 270, 0);
    lab.step();
  }
  expect(lab.seat(KEEPER, 'touches')).toBeGreaterThan(0);
  expect([lab.seat(SHOOTER, 'shots'), saves(lab)]).toEqual([0, 0]);
});

test('[S41] nine seconds of kicks against who stands at the foot are one shot and no save', () => {
  const lab = playing();
  for (let kick = 0; kick < 54; kick += 1) {
    lab.put(0, 200, 0);
    lab.putPlayer(SHOOTER, 200 - TOUCHING - 1, 0);
    lab.putPlayer(KEEPER, 200 + TOUCHING + 3, 0);
    lab.inputs[SHOOTER] = INPUT_KICK;
    lab.step();
    lab.inputs[SHOOTER] = 0;
    lab.step(9);
  }
  expect([lab.seat(SHOOTER, 'shots'), saves(lab)]).toEqual([1, 0]);
});

test('[S41] a rebound that is shot again is another shot, and another save', () => {
  for (const second of [SHOOTER, MATE]) {
    const lab = playing();
    for (const shooter of [SHOOTER, second]) {
      kickFrom(lab, shooter, 50);
      lab.putPlayer(KEEPER, 200, 0);
      lab.step(45);
    }
    lab.step(120);
    expect(lab.seat(SHOOTER, 'shots') + lab.seat(MATE, 'shots')).toBe(2);
    expect(saves(lab)).toBe(2);
  }
});

test('[S41] who has the own ball again before an opponent had it was dribbling: no shot', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 0);
  lab.step(5);
  lab.putPlayer(SHOOTER, lab.disc(0).x - TOUCHING + 1, 0, 6, 0);
  lab.step();
  expect([lab.seat(SHOOTER, 'shots'), lab.get('shooter')]).toEqual([0, 0]);
  kickFrom(lab, SHOOTER, 100);
  lab.step(2);
  kickFrom(lab, SHOOTER, 120);
  expect(lab.seat(SHOOTER, 'shots')).toBe(1);
});

test('[S41] a mate who plays a shot ends it; one that it only bounces off does not', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 0);
  lab.putPlayer(MATE, lab.disc(0).x + TOUCHING + 3, 0);
  lab.step(2);
  expect(lab.get('shooter')).toBe(SHOOTER + 1);
  lab.putPlayer(MATE, lab.disc(0).x - TOUCHING + 1, lab.disc(0).y, 2, 0);
  lab.step();
  expect(lab.get('shooter')).toBe(0);
});

test('[S41] who gave the ball to the other team by a touch towards the own goal saves nothing', () => {
  const lab = playing();
  kickFrom(lab, DEFENDER, 200);
  lab.putPlayer(KEEPER, 270, 0);
  expect(saverWithin(lab, 200)).toBe(null);
});

test('[S62] nobody inherits a shot of the seat that it takes over', () => {
  const lab = playing();
  kickFrom(lab, SHOOTER, 0);
  lab.place(SHOOTER, 0);
  lab.place(SHOOTER, 1);
  expect([lab.get('shooter'), lab.get('shotBy'), lab.seat(SHOOTER, 'shots')]).toEqual([0, 0, 0]);
});
