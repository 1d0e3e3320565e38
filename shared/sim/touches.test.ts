import { expect, test } from 'vitest';
import { Lab } from '../../tests/determinism/lab.ts';

/** Two a side, 0 and 2 against 1 and 3, everybody far away; the ball in play. */
function playing(): Lab {
  const lab = new Lab({
    ballPhysics: { damping: 1 },
    goals: [
      { p0: [-300, -60], p1: [-300, 60], team: 'red' },
      { p0: [300, -60], p1: [300, 60], team: 'blue' },
    ],
  });
  for (const seat of [0, 1, 2, 3]) lab.place(seat, seat % 2 === 0 ? 1 : 2);
  lab.start();
  for (const seat of [0, 1, 2, 3]) lab.putPlayer(seat, seat * 50 - 75, 190);
  lab.put(0, 0, 0, 0.001, 0);
  lab.step();
  return lab;
}

/** The ball bounces off a player, who is then taken away again. */
function touch(lab: Lab, seat: number): void {
  lab.put(0, 0, 0, 0.5, 0);
  lab.putPlayer(seat, 24, 0);
  lab.step();
  lab.putPlayer(seat, seat * 50 - 75, 190);
}

/** A kick to the right (1) or left (−1) from the middle. */
function kick(lab: Lab, seat: number, side: 1 | -1): void {
  lab.put(0, 0, 0);
  lab.putPlayer(seat, -26 * side, 0);
  lab.inputs[seat] = 16;
  lab.step();
  lab.inputs[seat] = 0;
  lab.putPlayer(seat, seat * 50 - 75, 190);
  lab.step();
}

function roll(lab: Lab, side: 1 | -1): void {
  lab.put(0, 295 * side, 0, 10 * side, 0);
  lab.step();
}

test('[S40] the last two different touchers are known; touches count takings and kicks', () => {
  const lab = playing();
  touch(lab, 0);
  touch(lab, 0);
  touch(lab, 3);
  expect([lab.get('lastTouch'), lab.get('previousTouch')]).toEqual([4, 1]);
  expect([lab.seat(0, 'touches'), lab.seat(3, 'touches')]).toEqual([1, 1]);
  kick(lab, 3, -1);
  expect(lab.seat(3, 'touches')).toBe(2);
});

test('[S40] possession is the time since the last touch, for whoever made it', () => {
  const lab = playing();
  touch(lab, 2);
  const before = lab.seat(2, 'possession');
  lab.step(30);
  expect(lab.seat(2, 'possession') - before).toBe(30);
});

test('[S42] a goal goes to the last toucher, the assist to the mate before', () => {
  const lab = playing();
  touch(lab, 2);
  touch(lab, 0);
  roll(lab, 1);
  expect([lab.seat(0, 'goals'), lab.seat(2, 'assists')]).toEqual([1, 1]);
  expect([lab.get('scorer'), lab.get('assist')]).toEqual([1, 3]);
  expect([...lab.events.subject.slice(0, 1), ...lab.events.object.slice(0, 1)]).toEqual([0, 1]);
});

test('[S42] no assist from an opponent, no goal for nobody', () => {
  const lab = playing();
  touch(lab, 1);
  touch(lab, 0);
  roll(lab, 1);
  expect([lab.get('assist'), lab.seat(1, 'assists')]).toEqual([0, 0]);
  const untouched = playing();
  roll(untouched, 1);
  expect([untouched.get('sunScore'), untouched.get('scorer')]).toEqual([1, 0]);
  expect(untouched.events.subject[0]).toBe(-1);
});

test('[S42] who sends it into the own goal has an own goal', () => {
  const lab = playing();
  touch(lab, 0);
  roll(lab, -1);
  expect([lab.seat(0, 'ownGoals'), lab.seat(0, 'goals'), lab.get('waveScore')]).toEqual([1, 0, 1]);
});

test('[S41] a kick that would cross the line of the others is a shot', () => {
  const lab = playing();
  kick(lab, 0, 1);
  expect([lab.seat(0, 'shots'), lab.get('shooter')]).toEqual([1, 1]);
  kick(lab, 0, -1);
  expect(lab.seat(0, 'shots')).toBe(1);
});

test('[S41] a defender who touches a shot that does not go in has saved it', () => {
  const lab = playing();
  kick(lab, 0, 1);
  touch(lab, 1);
  expect(lab.seat(1, 'saves')).toBe(0);
  lab.step(120);
  expect([lab.seat(1, 'saves'), lab.get('shooter'), lab.get('saver')]).toEqual([1, 0, 0]);
});

test('[S41] kicked away is saved at once; a shot past everybody is no save', () => {
  const lab = playing();
  kick(lab, 0, 1);
  kick(lab, 1, -1);
  expect(lab.seat(1, 'saves')).toBe(1);
  const missed = playing();
  kick(missed, 0, 1);
  missed.step(200);
  expect(missed.seat(1, 'saves') + missed.seat(3, 'saves')).toBe(0);
});

test('[S42] a shot that a defender only deflects stays the goal of the shooter', () => {
  const lab = playing();
  kick(lab, 0, 1);
  touch(lab, 1);
  roll(lab, 1);
  expect([lab.seat(0, 'goals'), lab.seat(1, 'ownGoals'), lab.seat(1, 'saves')]).toEqual([1, 0, 0]);
});

test('[S40] in the warm-up and after a goal touches do not count', () => {
  const lab = playing();
  roll(lab, 1);
  touch(lab, 0);
  expect(lab.seat(0, 'touches')).toBe(0);
});

test('[S62] nobody inherits the touch of a seat that was left', () => {
  const lab = playing();
  touch(lab, 0);
  lab.place(0, 0);
  lab.place(0, 1);
  roll(lab, 1);
  expect(lab.seat(0, 'goals')).toBe(0);
});
