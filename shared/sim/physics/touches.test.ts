import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';

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

/** The ball bounces off a player that stands, who is then taken away again. */
function bounce(lab: Lab, seat: number): void {
  meet(lab, seat, 0);
}

/** The same with a player that goes to the ball. */
function play(lab: Lab, seat: number): void {
  meet(lab, seat, -2);
}

function meet(lab: Lab, seat: number, speed: number): void {
  lab.put(0, 0, 0, 0.5, 0);
  lab.putPlayer(seat, 24 - speed, 0, speed, 0);
  lab.step();
  lab.putPlayer(seat, seat * 50 - 75, 190);
  // A player that plays it in the very next tick would be one of two that push against each other.
  lab.step();
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

test('[S40] the last two different players that played the ball are known', () => {
  const lab = playing();
  play(lab, 0);
  play(lab, 0);
  play(lab, 3);
  expect([lab.get('lastTouch'), lab.get('previousTouch')]).toEqual([4, 1]);
});

test('[S40] a touch is one contact, however many ticks it lasts; a kick is one of its own', () => {
  const lab = playing();
  lab.putPlayer(0, -30, 0);
  lab.inputs[0] = 8;
  lab.step(60);
  expect([lab.seat(0, 'touches'), lab.seat(0, 'contact')]).toEqual([1, 10]);
  lab.inputs[0] = 0;
  lab.put(0, 0, 0);
  lab.putPlayer(0, 0, 150);
  lab.step(9);
  expect(lab.seat(0, 'contact')).toBe(1);
  lab.step();
  bounce(lab, 0);
  expect(lab.seat(0, 'touches')).toBe(2);
  kick(lab, 0, 1);
  expect(lab.seat(0, 'touches')).toBe(3);
});

test('[S40] a ball between two counts once for each, and is with the one who pushes', () => {
  for (const [pusher, other] of [
    [0, 3],
    [3, 0],
  ] as const) {
    const lab = playing();
    lab.put(0, 0, 0);
    lab.putPlayer(pusher, -40, 0);
    lab.putPlayer(other, 60, 0);
    lab.inputs[pusher] = 8;
    lab.step(120);
    expect(lab.disc(0).x).toBeGreaterThan(60);
    expect([lab.seat(pusher, 'touches'), lab.seat(other, 'touches')]).toEqual([1, 1]);
    expect(lab.get('lastTouch')).toBe(pusher + 1);
    expect(lab.seat(pusher, 'possession')).toBeGreaterThan(90);
    expect(lab.seat(other, 'possession')).toBe(0);
  }
});

test('[S40] of two who push against each other the one who had the ball keeps it', () => {
  for (const [holder, other] of [
    [0, 3],
    [3, 0],
  ] as const) {
    const lab = playing();
    lab.put(0, 0, 0);
    lab.putPlayer(holder, -26, 0);
    lab.putPlayer(other, 90, 0);
    lab.inputs[holder] = 8;
    lab.inputs[other] = 4;
    lab.step(120);
    expect(lab.seat(other, 'touches')).toBe(1);
    expect(lab.get('lastTouch')).toBe(holder + 1);
    // It ends, and the other goes on.
    lab.inputs[holder] = 4;
    lab.step(30);
    expect(lab.get('lastTouch')).toBe(other + 1);
  }
});

test('[S40] who stands while the ball comes has touched it and does not have it', () => {
  const lab = playing();
  play(lab, 2);
  bounce(lab, 3);
  expect([lab.seat(3, 'touches'), lab.get('lastTouch'), lab.get('inTheWay')]).toEqual([1, 3, 4]);
  play(lab, 2);
  expect(lab.get('inTheWay')).toBe(0);
});

test('[S40] a step towards a ball that comes fast does not make it the own one', () => {
  const lab = playing();
  play(lab, 2);
  lab.put(0, 0, 0, 8, 0);
  lab.putPlayer(1, 30, 0, -0.5, 0);
  lab.step();
  expect([lab.get('lastTouch'), lab.get('inTheWay')]).toEqual([3, 2]);
});

test('[S40] possession is the time since the ball was played, for whoever did', () => {
  const lab = playing();
  play(lab, 2);
  const before = lab.seat(2, 'possession');
  lab.step(30);
  expect(lab.seat(2, 'possession') - before).toBe(30);
});

test('[S42] a goal goes to who played the ball last, the assist to the mate before', () => {
  const lab = playing();
  play(lab, 2);
  play(lab, 0);
  roll(lab, 1);
  expect([lab.seat(0, 'goals'), lab.seat(2, 'assists')]).toEqual([1, 1]);
  expect([lab.get('scorer'), lab.get('assist')]).toEqual([1, 3]);
  expect([...lab.events.subject.slice(0, 1), ...lab.events.object.slice(0, 1)]).toEqual([0, 1]);
});

test('[S42] whoever pushes the ball over a standing defender has scored', () => {
  for (const defender of [1, 3]) {
    const lab = playing();
    lab.put(0, 200, 0);
    lab.putPlayer(2, 170, 0);
    lab.putPlayer(defender, 280, 0);
    lab.inputs[2] = 8;
    lab.step(200);
    expect(lab.get('sunScore')).toBe(1);
    expect([lab.seat(2, 'goals'), lab.seat(defender, 'ownGoals')]).toEqual([1, 0]);
  }
});

test('[S42] a ball that only came off a defender is the goal of who sent it', () => {
  const lab = playing();
  play(lab, 2);
  bounce(lab, 1);
  roll(lab, 1);
  expect([lab.seat(2, 'goals'), lab.seat(1, 'ownGoals')]).toEqual([1, 0]);
  const unsent = playing();
  bounce(unsent, 1);
  roll(unsent, 1);
  expect([unsent.get('scorer'), unsent.seat(1, 'ownGoals')]).toEqual([0, 0]);
});

test('[S42] a ball that a defender plays against an attacker is the goal of the attacker', () => {
  const lab = playing();
  play(lab, 2);
  play(lab, 1);
  bounce(lab, 0);
  roll(lab, 1);
  expect([lab.seat(0, 'goals'), lab.seat(1, 'ownGoals'), lab.get('assist')]).toEqual([1, 0, 0]);
});

test('[S42] no assist from an opponent, no goal for nobody', () => {
  const lab = playing();
  play(lab, 1);
  play(lab, 0);
  roll(lab, 1);
  expect([lab.get('assist'), lab.seat(1, 'assists')]).toEqual([0, 0]);
  const untouched = playing();
  roll(untouched, 1);
  expect([untouched.get('sunScore'), untouched.get('scorer')]).toEqual([1, 0]);
  expect(untouched.events.subject[0]).toBe(-1);
});

test('[S42] who sends it into the own goal has an own goal', () => {
  const lab = playing();
  play(lab, 0);
  roll(lab, -1);
  expect([lab.seat(0, 'ownGoals'), lab.seat(0, 'goals'), lab.get('waveScore')]).toEqual([1, 0, 1]);
});

test('[S42] a shot that a defender only deflects stays the goal of the shooter', () => {
  const lab = playing();
  kick(lab, 0, 1);
  play(lab, 1);
  roll(lab, 1);
  expect([lab.seat(0, 'goals'), lab.seat(1, 'ownGoals'), lab.seat(1, 'saves')]).toEqual([1, 0, 0]);
});

/** Seat 0 sends the ball; then the defender of the goal on the right runs into it, and it goes in. */
function turnIn(ball: readonly number[], defender: readonly number[]): Lab {
  const lab = playing();
  play(lab, 0);
  const [x = 0, y = 0, vx = 0, vy = 0] = ball;
  lab.put(0, x, y, vx, vy);
  const [toX = 0, toY = 0, speedX = 0, speedY = 0] = defender;
  lab.putPlayer(1, x + toX, y + toY, speedX, speedY);
  lab.step();
  expect(lab.seat(1, 'touches')).toBe(1);
  return lab;
}

test('[S40] a ball on its way in stays with who sent it while a defender does not turn it away', () => {
  // One that runs home pushes it on from behind; another one gets a foot to it from the side.
  for (const defender of [
    [-24, 0, 5, 0],
    [0, 24, 0, -0.3],
  ]) {
    const lab = turnIn([150, 0, 4, 0], defender);
    expect([lab.get('lastTouch'), lab.get('inTheWay')]).toEqual([1, 2]);
    roll(lab, 1);
    expect([lab.seat(0, 'goals'), lab.seat(1, 'ownGoals')]).toEqual([1, 0]);
  }
});

test('[S40] a defender who kicks a ball on its way in, and not out of it, has not played it', () => {
  const lab = playing();
  play(lab, 0);
  lab.put(0, 280, 0, 4, 0);
  lab.putPlayer(1, 280, 28);
  lab.inputs[1] = 16;
  lab.step();
  expect(lab.disc(0).vy).toBeLessThan(-4);
  expect([lab.seat(1, 'touches'), lab.get('lastTouch'), lab.get('inTheWay')]).toEqual([1, 1, 2]);
  roll(lab, 1);
  expect([lab.seat(0, 'goals'), lab.seat(1, 'ownGoals')]).toEqual([1, 0]);
});

test('[S42] a ball that crosses the line by itself is no own goal of one who reaches it in that tick', () => {
  const lab = playing();
  play(lab, 0);
  lab.put(0, 299.8, 0, 0.5, 0);
  lab.putPlayer(1, 274, 0, 2, 0);
  lab.step();
  expect([lab.seat(1, 'touches'), lab.get('sunScore')]).toEqual([1, 1]);
  expect([lab.seat(0, 'goals'), lab.seat(1, 'ownGoals')]).toEqual([1, 0]);
});

test('[S42] a ball that would have missed, or was stopped, is the own goal of the defender who plays it in', () => {
  const past = turnIn([150, 80, 4, 0], [-24, 0, 5, 0]);
  const stopped = turnIn([150, 0, 4, 0], [24, 0, -5, 0]);
  const slow = turnIn([150, 0, 0.5, 0], [-24, 0, 5, 0]);
  for (const lab of [past, stopped, slow]) {
    expect(lab.get('lastTouch')).toBe(2);
    roll(lab, 1);
    expect([lab.seat(0, 'goals'), lab.seat(1, 'ownGoals')]).toEqual([0, 1]);
  }
});

test('[S42] a ball that a mate sends to the own goal is an own goal, whoever of the two played it last', () => {
  const lab = playing();
  play(lab, 3);
  lab.put(0, 150, 0, 4, 0);
  lab.putPlayer(1, 126, 0, 5, 0);
  lab.step();
  roll(lab, 1);
  expect(lab.seat(1, 'ownGoals')).toBe(1);
});

test('[S40] in the warm-up and after a goal touches do not count', () => {
  const lab = playing();
  roll(lab, 1);
  play(lab, 0);
  expect(lab.seat(0, 'touches')).toBe(0);
});

test('[S62] nobody inherits the touch of a seat that was left', () => {
  const lab = playing();
  play(lab, 0);
  lab.place(0, 0);
  lab.place(0, 1);
  roll(lab, 1);
  expect(lab.seat(0, 'goals')).toBe(0);
});
