import { expect, test } from 'vitest';
import { ScriptedMatch } from '../../../tools/stadiums/scripted-match.ts';
import { DISC_X, DISC_Y, MATCH, PHASE } from '../../sim/match-state.ts';
import { cos, radians, sin } from '../../sim/physics/trig.ts';
import { BUILT_IN_STADIUMS, builtInArena } from './built-in-stadiums.ts';

const IDS = [...BUILT_IN_STADIUMS.keys()];

test('there are six built-in stadiums', () => {
  expect(IDS).toEqual(['small', 'classic', 'big', 'huge', 'rounded', 'rink']);
  expect(builtInArena('nowhere')).toBeUndefined();
  expect(builtInArena('classic')).toBe(builtInArena('classic'));
});

test('the classic pitch has the classic size', () => {
  const stadium = BUILT_IN_STADIUMS.get('classic')!;
  expect([stadium.bg.width, stadium.bg.height]).toEqual([370, 170]);
  expect(stadium.goals).toMatchObject([
    { p0: { x: -370, y: -64 }, p1: { x: -370, y: 64 }, team: 1 },
    { p0: { x: 370, y: -64 }, p1: { x: 370, y: 64 }, team: 2 },
  ]);
  expect(stadium.discs.slice(1).map(({ radius, invMass }) => [radius, invMass])).toEqual(
    Array.from({ length: 4 }, () => [8, 0]),
  );
});

test.each(IDS)('on %s hard shots in every direction stay on the pitch or go in', (id) => {
  const stadium = BUILT_IN_STADIUMS.get(id)!;
  const scripted = new ScriptedMatch(builtInArena(id)!, 0, 1);
  const { discs, ints } = scripted.match;
  for (let shot = 0; shot < 72; shot += 1) {
    const angle = radians(shot * 5);
    ints[MATCH.phase] = PHASE.warmUp;
    discs.set([0, 0, cos(angle) * 22, sin(angle) * 22], 0);
    for (let tick = 0; tick < 300; tick += 1) {
      scripted.step();
      const isInside =
        Math.abs(discs[DISC_X]!) <= stadium.width && Math.abs(discs[DISC_Y]!) <= stadium.bg.height;
      if (!isInside) expect({ shot, tick, x: discs[DISC_X], y: discs[DISC_Y] }).toBeNull();
    }
  }
  expect(Math.abs(discs[DISC_X]!)).toBeLessThan(stadium.width);
});

test.each(IDS)('on %s a shot at the middle of each goal scores', (id) => {
  for (const side of [-1, 1]) {
    const scripted = new ScriptedMatch(builtInArena(id)!, 0, 1);
    scripted.match.discs.set([side * 200, 3, side * 12, 0], 0);
    for (let tick = 0; tick < 400; tick += 1) scripted.step();
    const score = side === 1 ? MATCH.sunScore : MATCH.waveScore;
    expect(scripted.match.ints[score]).toBe(1);
  }
});

test.each(IDS)('on %s the side that does not kick off stays out of the circle', (id) => {
  const scripted = new ScriptedMatch(builtInArena(id)!, 1, 1);
  const { discs } = scripted.match;
  const radius = BUILT_IN_STADIUMS.get(id)!.bg.kickOffRadius;
  const wave = (scripted.arena.firstPlayerDisc + 1) * 4;
  for (let tick = 0; tick < 400; tick += 1)
    scripted.stepWith(Uint8Array.of(0, 4, 0, 0, 0, 0, 0, 0));
  expect(discs[wave]! - 15).toBeGreaterThan(radius - 1);
  const sun = scripted.arena.firstPlayerDisc * 4;
  for (let tick = 0; tick < 60; tick += 1) scripted.stepWith(Uint8Array.of(8, 0, 0, 0, 0, 0, 0, 0));
  expect(discs[sun]!).toBeGreaterThan(-300);
});
