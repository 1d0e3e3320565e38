import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { builtInArena } from '../../stadium/built-in/built-in-stadiums.ts';
import { PHASE } from '../match-state.ts';
import { swapEnds } from './swap-ends.ts';

const PITCH = {
  spawnDistance: 100,
  redSpawnPoints: [
    [-70, 1],
    [-80, 2],
  ],
  goals: [
    { p0: [-300, -60], p1: [-300, 60], team: 'red' },
    { p0: [300, -60], p1: [300, 60], team: 'blue' },
  ],
  vertexes: [
    { x: 50, y: -90 },
    { x: 50, y: 90 },
    { x: 150, y: -90 },
    { x: 150, y: 90 },
    { x: -150, y: -90 },
    { x: -150, y: 90 },
  ],
  segments: [
    { v0: 0, v1: 1, cGroup: ['redKO'], cMask: ['red', 'blue'] },
    { v0: 2, v1: 3, cGroup: ['blueKO'], cMask: ['red', 'blue'] },
    { v0: 4, v1: 5, cMask: ['red'] },
  ],
};

function swapped(): Lab {
  const lab = new Lab(PITCH, swapEnds);
  lab.place(0, 1);
  lab.place(1, 2);
  lab.start();
  lab.step();
  return lab;
}

test('[S65] with swapped ends the Sun has the spawn points and the goal of the Wave', () => {
  const lab = swapped();
  expect([lab.player(0).x, lab.player(1).x]).toEqual([100, -70]);
  lab.put(0, 0, 0, 1, 0);
  lab.step();
  lab.put(0, 295, 0, 10, 0);
  lab.step();
  expect([lab.get('sunScore'), lab.get('waveScore'), lab.get('kickOffTeam')]).toEqual([0, 1, 1]);
  lab.place(2, 1);
  expect(lab.player(2).x).toBe(400);
});

test('[S65] the barrier and the walls of a team are those of the other one', () => {
  const lab = swapped();
  expect(lab.get('phase')).toBe(PHASE.kickOff);
  lab.putPlayer(0, 140, 0);
  lab.putPlayer(1, 40, 60);
  lab.step();
  expect([lab.player(0).x, lab.player(1).x]).toEqual([135, 40]);
  lab.put(0, 0, 0, 0.001, 0);
  lab.step(2);
  lab.putPlayer(0, -140, 0);
  lab.putPlayer(1, -140, 60);
  lab.step();
  expect([lab.player(0).x, lab.player(1).x]).toEqual([-140, -135]);
});

test('[S65] swapped twice an arena is as it was', () => {
  const arena = builtInArena('classic')!;
  expect(swapEnds(arena)).not.toEqual(arena);
  expect(swapEnds(swapEnds(arena))).toEqual(arena);
});
