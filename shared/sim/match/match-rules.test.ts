import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { INPUT_KICK, INPUT_RIGHT } from '../input.ts';
import { isStarting, setPaused, stopMatch } from './match-commands.ts';
import { PHASE } from '../match-state.ts';
import {
  BALL_BACK_TICKS,
  COUNTDOWN_TICKS,
  GOAL_COUNTDOWN_TICKS,
  IDLE_TICKS,
  KICK_OFF_TICKS,
} from '../tuning.ts';

const GOALS = [
  { p0: [-300, -60], p1: [-300, 60], team: 'red' },
  { p0: [300, -60], p1: [300, 60], team: 'blue' },
];

function started(timeLimitTicks = 0, scoreLimit = 0, file: Record<string, unknown> = {}): Lab {
  const lab = new Lab({ goals: GOALS, spawnDistance: 100, ...file });
  lab.place(0, 1);
  lab.place(1, 2);
  lab.start(timeLimitTicks, scoreLimit);
  lab.step();
  return lab;
}

/** Sends the ball over a goal line: +1 scores for the left team. */
function shoot(lab: Lab, side: 1 | -1): void {
  if (lab.get('phase') === PHASE.kickOff) {
    lab.put(0, 0, 0, 1, 0);
    lab.step();
  }
  lab.put(0, 295 * side, 0, 10 * side, 0);
  lab.step();
}

test('[S52] a match starts with a kick-off of the Sun, told by a whistle', () => {
  const lab = new Lab({ goals: GOALS });
  lab.start();
  expect(lab.get('phase')).toBe(PHASE.kickOff);
  lab.step();
  expect(lab.happened()).toEqual(['kickOff']);
  expect(lab.events.object[0]).toBe(1);
  lab.step(470);
  expect([lab.get('phase'), lab.get('clock')]).toEqual([PHASE.kickOff, 0]);
});

test('[S57] a start is counted down to: three beeps, and everybody stands', () => {
  const lab = new Lab({ goals: GOALS, spawnDistance: 100 });
  lab.place(0, 1);
  lab.place(1, 2);
  lab.start(0, 0, COUNTDOWN_TICKS);
  lab.inputs[0] = INPUT_RIGHT | INPUT_KICK;
  const beeps: (readonly [number, number])[] = [];
  for (let tick = 0; tick < COUNTDOWN_TICKS; tick += 1) {
    expect([lab.get('phase'), lab.player(0).x]).toEqual([PHASE.countdown, -100]);
    lab.step();
    if (lab.happened().includes('countdown')) {
      beeps.push([tick, lab.events.object[lab.happened().indexOf('countdown')]!]);
    }
  }
  expect(beeps).toEqual([
    [0, 3],
    [60, 2],
    [120, 1],
  ]);
  expect(lab.get('phase')).toBe(PHASE.kickOff);
  lab.step(2);
  expect(lab.player(0).x).toBeGreaterThan(-100);
  expect([lab.get('clock'), lab.seat(0, 'still')]).toEqual([0, 2]);
});

test('[S57] after a goal it is one second, and a pause holds a countdown', () => {
  const lab = started();
  shoot(lab, 1);
  lab.step(150);
  expect(lab.get('phase')).toBe(PHASE.countdown);
  setPaused(lab.match, true);
  lab.step(100);
  setPaused(lab.match, false);
  lab.step(180);
  expect(lab.get('phase')).toBe(PHASE.countdown);
  lab.step();
  expect([lab.happened(), lab.events.object[0]]).toEqual([['countdown'], 1]);
  lab.step(58);
  expect(lab.get('phase')).toBe(PHASE.countdown);
  lab.step();
  expect([lab.get('phase'), lab.get('kickOffTeam')]).toEqual([PHASE.kickOff, 2]);
});

test('[S57] a countdown can be stopped, and whoever comes in it stands in the row', () => {
  const lab = new Lab({ goals: GOALS, spawnDistance: 100 });
  lab.place(0, 1);
  lab.start(0, 0, COUNTDOWN_TICKS);
  lab.step(50);
  lab.place(2, 1);
  expect(lab.player(2)).toEqual({ x: -100, y: 55, vx: 0, vy: 0 });
  expect(isStarting(lab.match)).toBe(true);
  stopMatch(lab.arena, lab.match);
  expect([lab.get('phase'), isStarting(lab.match)]).toEqual([PHASE.warmUp, false]);
});

test('[S53] a kick-off that nobody takes is free for both after eight seconds', () => {
  const lab = started(0, 0, BARRIERS);
  lab.step(KICK_OFF_TICKS - 2);
  expect([lab.get('phase'), ...reach(lab, 40)]).toEqual([PHASE.kickOff, 35, 35]);
  expect([lab.get('phase'), lab.happened(), lab.events.object[0]]).toEqual([
    PHASE.playing,
    ['play'],
    1,
  ]);
  lab.step();
  expect(reach(lab, 40)).toEqual([40, 40]);
  expect(lab.get('clock')).toBe(2);
});

test('[S53] play begins when the ball moves, and the clock with it', () => {
  const lab = started();
  lab.put(0, 0, 0, 0.001, 0);
  lab.step();
  expect([lab.get('phase'), lab.get('clock'), lab.happened()]).toEqual([
    PHASE.playing,
    0,
    ['play'],
  ]);
  lab.step(90);
  expect(lab.get('clock')).toBe(90);
});

test('[S54] a goal counts for the other team, which then waits for the kick-off', () => {
  const lab = started();
  shoot(lab, 1);
  expect(lab.happened()).toContain('goal');
  expect([lab.get('sunScore'), lab.get('waveScore'), lab.get('kickOffTeam')]).toEqual([1, 0, 2]);
  const clock = lab.get('clock');
  lab.step(149);
  expect([lab.get('phase'), lab.get('clock')]).toEqual([PHASE.goal, clock]);
  lab.step(1 + GOAL_COUNTDOWN_TICKS);
  expect(lab.get('phase')).toBe(PHASE.kickOff);
  expect(lab.disc(0)).toEqual({ x: 0, y: 0, vx: 0, vy: 0 });
  shoot(lab, -1);
  expect([lab.get('waveScore'), lab.get('kickOffTeam')]).toEqual([1, 1]);
});

test('[S54] after a goal, before the kick-off and in the warm-up there are no goals', () => {
  const lab = started();
  shoot(lab, 1);
  shoot(lab, 1);
  expect(lab.get('sunScore')).toBe(1);
  stopMatch(lab.arena, lab.match);
  shoot(lab, 1);
  expect([lab.get('phase'), lab.get('sunScore')]).toEqual([PHASE.warmUp, 1]);
});

test('[S51] with the score limit reached the match ends, and is over five seconds later', () => {
  const lab = started(0, 1);
  shoot(lab, -1);
  lab.step(150);
  expect([lab.get('phase'), lab.get('winner')]).toEqual([PHASE.end, 2]);
  expect(lab.happened()).toEqual(['end']);
  lab.step(299);
  expect(lab.get('phase')).toBe(PHASE.end);
  lab.step();
  expect([lab.get('phase'), lab.get('waveScore')]).toEqual([PHASE.warmUp, 1]);
  expect(lab.player(0)).toEqual({ x: -50, y: 0, vx: 0, vy: 0 });
});

test('[S55] at full time the leader wins at once', () => {
  const lab = started(300, 0);
  shoot(lab, 1);
  lab.step(150 + GOAL_COUNTDOWN_TICKS);
  lab.put(0, 0, 0, 0.1, 0);
  lab.step();
  lab.step(300 - lab.get('clock') - 1);
  expect(lab.get('phase')).toBe(PHASE.playing);
  lab.step();
  expect([lab.get('phase'), lab.get('winner'), lab.get('clock')]).toEqual([PHASE.end, 1, 300]);
});

test('[S55] golden goal: with equal scores at full time the next goal decides', () => {
  const lab = started(60, 0);
  lab.put(0, 0, 0, 0.1, 0);
  lab.step(500);
  expect(lab.get('phase')).toBe(PHASE.playing);
  shoot(lab, -1);
  lab.step(150);
  expect([lab.get('phase'), lab.get('winner')]).toEqual([PHASE.end, 2]);
});

test('[S15] a pause stops everything, and play goes on three seconds after it', () => {
  const lab = started();
  lab.put(0, 0, 0, 2, 0);
  lab.step();
  setPaused(lab.match, true);
  const before = [...lab.match.discs];
  lab.step(50);
  setPaused(lab.match, false);
  lab.step(180);
  expect([...lab.match.discs]).toEqual(before);
  expect([lab.get('pause'), lab.get('clock')]).toEqual([0, 0]);
  lab.step();
  expect(lab.disc(0).x).toBeGreaterThan(2);
  expect(lab.get('clock')).toBe(1);
});

test('[S15] pausing anew stops the countdown; a stopped match has no pause', () => {
  const lab = started();
  setPaused(lab.match, true);
  setPaused(lab.match, false);
  lab.step(50);
  setPaused(lab.match, true);
  lab.step(500);
  expect(lab.get('pause')).toBe(-1);
  stopMatch(lab.arena, lab.match);
  expect(lab.get('pause')).toBe(0);
  setPaused(lab.match, true);
  expect(lab.get('pause')).toBe(0);
});

test('[V58] the event of a goal tells how fast the ball was when it crossed the line', () => {
  const lab = started();
  shoot(lab, 1);
  const { vx, vy } = lab.disc(0);
  expect(lab.happened()).toEqual(['goal']);
  expect(lab.events.strength[0]).toBeCloseTo(Math.hypot(vx, vy));
  expect(lab.events.strength[0]).toBeGreaterThan(9);
});

test('[S58] a goal in the warm-up is heard and counts nothing, and the ball comes back', () => {
  const lab = new Lab({ goals: GOALS, spawnDistance: 100 });
  lab.place(0, 1);
  shoot(lab, 1);
  expect([lab.happened(), lab.events.subject[0], lab.events.object[0]]).toEqual([['goal'], -1, 1]);
  lab.inputs[0] = INPUT_RIGHT;
  lab.step(BALL_BACK_TICKS - 1);
  expect(lab.happened()).toEqual([]);
  expect(lab.disc(0).x).toBeGreaterThan(300);
  const { x } = lab.player(0);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: 0, y: 0, vx: 0, vy: 0 });
  expect(lab.player(0).x).toBeGreaterThan(x);
  expect([lab.get('sunScore'), lab.get('clock'), lab.seat(0, 'still')]).toEqual([0, 0, 0]);
  shoot(lab, -1);
  expect([lab.happened(), lab.events.object[0]]).toEqual([['goal'], 2]);
});

test('[S58] in the warm-up no touch, kick or shot counts', () => {
  const lab = new Lab({ goals: GOALS, spawnDistance: 100 });
  lab.place(0, 1);
  lab.putPlayer(0, -26, 0, 3, 0);
  lab.inputs[0] = INPUT_RIGHT | INPUT_KICK;
  lab.step(20);
  expect(lab.disc(0).x).toBeGreaterThan(10);
  for (const field of ['touches', 'shots', 'possession'] as const) {
    expect(lab.seat(0, field)).toBe(0);
  }
});

test('[S64] ticks of play without another input are counted, up to when a player is idle', () => {
  const lab = started();
  lab.step(99);
  expect(lab.seat(0, 'still')).toBe(100);
  lab.inputs[0] = INPUT_RIGHT;
  lab.step();
  expect([lab.seat(0, 'still'), lab.seat(1, 'still')]).toEqual([1, 101]);
  lab.step(2 * IDLE_TICKS);
  expect([lab.seat(0, 'still'), lab.seat(1, 'still')]).toEqual([IDLE_TICKS, IDLE_TICKS]);
  stopMatch(lab.arena, lab.match);
  lab.inputs[1] = INPUT_RIGHT;
  lab.step(50);
  expect([lab.seat(0, 'still'), lab.seat(1, 'still')]).toEqual([IDLE_TICKS, 0]);
});

test('[S56] in the warm-up players move and the ball rolls', () => {
  const lab = new Lab({ goals: GOALS, spawnDistance: 100 });
  lab.place(0, 1);
  lab.put(0, 0, 0, 3, 0);
  lab.inputs[0] = 8;
  lab.step(10);
  expect(lab.player(0).x).toBeGreaterThan(-50);
  expect(lab.disc(0).x).toBeGreaterThan(20);
  expect([lab.get('phase'), lab.get('clock')]).toEqual([PHASE.warmUp, 0]);
});

/** A wall for each barrier: left at x = 50, right at x = 150. */
const BARRIERS = {
  vertexes: [
    { x: 50, y: -90 },
    { x: 50, y: 90 },
    { x: 150, y: -90 },
    { x: 150, y: 90 },
  ],
  segments: [
    { v0: 0, v1: 1, cGroup: ['redKO'], cMask: ['red', 'blue'] },
    { v0: 2, v1: 3, cGroup: ['blueKO'], cMask: ['red', 'blue'] },
  ],
};

/** Steps with both players at x: where they are then. */
function reach(lab: Lab, x: number): readonly number[] {
  lab.putPlayer(0, x, 0);
  lab.putPlayer(1, x, 60);
  lab.step();
  return [lab.player(0).x, lab.player(1).x];
}

test('[S24] the barrier of the team that kicks off holds both teams, until play begins', () => {
  const lab = started(0, 0, BARRIERS);
  expect(reach(lab, 40)).toEqual([35, 35]);
  expect(reach(lab, 140)).toEqual([140, 140]);
  shoot(lab, 1);
  expect(reach(lab, 40)).toEqual([40, 40]);
  lab.step(151 + GOAL_COUNTDOWN_TICKS);
  expect(lab.get('phase')).toBe(PHASE.kickOff);
  expect(reach(lab, 140)).toEqual([135, 135]);
  expect(reach(lab, 40)).toEqual([40, 40]);
});

test('[S24] the barrier rises behind the first tick of a kick-off and falls behind the first of play', () => {
  const lab = new Lab({ goals: GOALS, spawnDistance: 100, ...BARRIERS });
  lab.place(0, 1);
  lab.place(1, 2);
  lab.start();
  expect([lab.get('phase'), ...reach(lab, 40)]).toEqual([PHASE.kickOff, 40, 40]);
  expect(reach(lab, 40)).toEqual([35, 35]);
  lab.put(0, 0, 0, 1, 0);
  expect([...reach(lab, 40), lab.get('phase')]).toEqual([35, 35, PHASE.playing]);
  expect(reach(lab, 40)).toEqual([35, 35]);
  expect(reach(lab, 40)).toEqual([40, 40]);
  shoot(lab, 1);
  lab.step(150 + GOAL_COUNTDOWN_TICKS);
  expect([lab.get('phase'), ...reach(lab, 140)]).toEqual([PHASE.kickOff, 140, 140]);
  expect(reach(lab, 140)).toEqual([135, 135]);
});

test('[S24] a pause before play neither raises nor lowers the barrier', () => {
  const lab = started(0, 0, BARRIERS);
  setPaused(lab.match, true);
  lab.step(10);
  setPaused(lab.match, false);
  lab.step(180);
  expect(reach(lab, 40)).toEqual([35, 35]);
});
