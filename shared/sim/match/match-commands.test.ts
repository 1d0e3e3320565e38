import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { hashMatch } from './checksum.ts';
import { resetMatch, setLimits } from './match-commands.ts';
import { createMatchState } from '../match-state.ts';

test('[S61] without spawn points a team stands in rows at its distance', () => {
  const lab = new Lab({ spawnDistance: 120 });
  for (const seat of [0, 2, 3, 5, 6]) lab.place(seat, 1);
  lab.place(1, 2);
  lab.start();
  const places = [0, 2, 3, 5, 6, 1].map((seat) => [lab.player(seat).x, lab.player(seat).y]);
  expect(places).toEqual([
    [-120, 0],
    [-120, 55],
    [-120, -55],
    [-120, 110],
    [-120, -110],
    [120, 0],
  ]);
});

test('[S61] spawn points are taken in order, the last one again and again', () => {
  const lab = new Lab({
    spawnDistance: 120,
    redSpawnPoints: [
      [-10, 1],
      [-20, 2],
    ],
  });
  for (const seat of [1, 4, 7]) lab.place(seat, 1);
  lab.place(0, 2);
  lab.start();
  expect([1, 4, 7, 0].map((seat) => lab.player(seat).x)).toEqual([-10, -20, -20, 120]);
});

test('[S63] in a warm-up players come in beside the ball, on their own side of it', () => {
  const lab = new Lab({ spawnDistance: 120 });
  for (const seat of [0, 2, 4]) lab.place(seat, 1);
  lab.place(1, 2);
  const places = [0, 2, 4, 1].map((seat) => [lab.player(seat).x, lab.player(seat).y]);
  expect(places).toEqual([
    [-50, 0],
    [-50, 55],
    [-50, -55],
    [50, 0],
  ]);
  const narrow = new Lab({ spawnDistance: 40, blueSpawnPoints: [[70, 7]] });
  narrow.place(0, 1);
  narrow.place(1, 2);
  expect([narrow.player(0).x, narrow.player(1).x]).toEqual([-40, 70]);
});

test('[S62] who joins while a match runs appears at the side, or at the last spawn point', () => {
  const lab = new Lab({
    spawnDistance: 120,
    blueSpawnPoints: [
      [70, 7],
      [80, 8],
    ],
  });
  lab.start();
  lab.place(0, 1);
  lab.place(1, 2);
  expect(lab.player(0)).toEqual({ x: -400, y: 0, vx: 0, vy: 0 });
  expect(lab.player(1)).toEqual({ x: 80, y: 8, vx: 0, vy: 0 });
});

test('[S62] who leaves is gone without a trace', () => {
  const lab = new Lab({ spawnDistance: 120 });
  const empty = hashMatch(lab.match);
  lab.place(3, 2);
  lab.putPlayer(3, 26, 0, -5, 0);
  lab.inputs[3] = 31;
  lab.place(3, 0);
  expect(hashMatch(lab.match)).toBe(empty);
});

test.each([
  ['partial', 90],
  ['full', 50],
])('[S60] a %s kick-off leaves another disc at x = %i', (kickOffReset, x) => {
  const lab = new Lab({
    kickOffReset,
    discs: [{ pos: [50, 50] }],
    goals: [{ p0: [300, -60], p1: [300, 60], team: 'blue' }],
  });
  lab.start();
  lab.put(0, 0, 0, 1, 0);
  lab.step();
  lab.put(0, 295, 0, 10, 0);
  lab.put(1, 90, 50);
  lab.step(151);
  expect(lab.disc(0)).toEqual({ x: 0, y: 0, vx: 0, vy: 0 });
  expect(lab.disc(1).x).toBe(x);
});

test('[S60] a start puts all discs back and clears scores and statistics', () => {
  const lab = new Lab({ discs: [{ pos: [50, 50] }] });
  lab.place(0, 1);
  lab.start(100, 3);
  lab.put(0, 0, 0, 1, 0);
  lab.put(1, 0, 99);
  lab.step(20);
  lab.match.ints.fill(7, 2, 5);
  lab.start(100, 3);
  expect([lab.get('sunScore'), lab.get('waveScore'), lab.get('clock')]).toEqual([0, 0, 0]);
  expect(lab.disc(1)).toEqual({ x: 50, y: 50, vx: 0, vy: 0 });
});

test('limits can change while a match runs', () => {
  const lab = new Lab();
  lab.start(100, 3);
  setLimits(lab.match, { timeLimitTicks: 0, scoreLimit: 9 });
  expect([lab.get('timeLimitTicks'), lab.get('scoreLimit')]).toEqual([0, 9]);
});

test('[S3] a reset depends on the seed alone', () => {
  const lab = new Lab({ discs: [{ pos: [50, 50] }] });
  const other = createMatchState(lab.arena.discCount);
  lab.place(0, 1);
  lab.step(30);
  resetMatch(lab.arena, lab.match, 9);
  resetMatch(lab.arena, other, 9);
  expect(hashMatch(lab.match)).toBe(hashMatch(other));
  resetMatch(lab.arena, other, 10);
  expect(hashMatch(lab.match)).not.toBe(hashMatch(other));
});
