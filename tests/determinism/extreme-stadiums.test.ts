import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCleanMatch } from '../../shared/sim/match/checksum.ts';
import { DISC_STRIDE } from '../../shared/sim/match-state.ts';
import { WORLD_LIMIT } from '../../shared/sim/tuning.ts';
import { ScriptedMatch } from '../../tools/stadiums/scripted-match.ts';
import { arenaOfText } from './all-arenas.ts';

/** Everything from next to nothing to the largest number there is, of either sign. */
const EXTREMES = [
  0, 5e-324, 1e-300, 1e-160, 1e-9, 0.5, 0.99, 1, 3, 10, 180, 1e6, 1e8, 1e12, 1e99, 1e155, 1e300,
].flatMap((value) => [value, -value]);
const LARGEST = Number.MAX_VALUE;

const wild = fc.constantFrom(...EXTREMES, LARGEST, -LARGEST);
const often = (plain: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ arbitrary: plain, weight: 3 }, { arbitrary: wild, weight: 2 });
/** Close enough to meet: what never meets anything proves nothing. */
const near = often(fc.integer({ min: -30, max: 30 }));
const pair = fc.tuple(near, near);
const wildPair = fc.tuple(often(fc.constant(0)), often(fc.constant(0)));
const share = often(fc.constantFrom(0.5, 1));

const body = {
  radius: often(fc.constantFrom(5, 15)),
  invMass: often(fc.constantFrom(0, 1, -1)),
  bCoef: share,
  damping: share,
  gravity: wildPair,
};
const disc = fc.record({
  ...body,
  pos: pair,
  speed: wildPair,
  cGroup: fc.constantFrom(['all'], ['ball', 'kick', 'score']),
});
const stadium = fc.record({
  name: fc.constant('X'),
  width: often(fc.constant(200)),
  height: often(fc.constant(100)),
  spawnDistance: near,
  ballPhysics: fc.record(body),
  playerPhysics: fc.record({
    ...body,
    acceleration: share,
    kickingAcceleration: share,
    kickingDamping: share,
    kickStrength: share,
    kickback: share,
    cGroup: fc.constantFrom([], ['kick', 'score']),
  }),
  redSpawnPoints: fc.array(pair, { maxLength: 2 }),
  vertexes: fc.array(fc.record({ x: near, y: near, bCoef: share }), {
    minLength: 3,
    maxLength: 3,
  }),
  segments: fc.array(
    fc.record(
      {
        v0: fc.nat(2),
        v1: fc.nat(2),
        curve: often(fc.constantFrom(0, 90)),
        curveF: wild,
        bias: often(fc.constantFrom(0, 20)),
        bCoef: share,
      },
      { requiredKeys: ['v0', 'v1', 'bias', 'bCoef'] },
    ),
    { maxLength: 3 },
  ),
  planes: fc.array(fc.record({ normal: wildPair, dist: near, bCoef: share }), { maxLength: 2 }),
  goals: fc.array(fc.record({ p0: pair, p1: pair, team: fc.constantFrom('red', 'blue') }), {
    maxLength: 2,
  }),
  discs: fc.array(disc, { minLength: 2, maxLength: 4 }),
  joints: fc.array(
    fc.record(
      {
        d0: fc.nat(2),
        d1: fc.nat(2),
        length: fc.oneof(near, pair),
        strength: fc.oneof(fc.constant('rigid'), wild),
      },
      { requiredKeys: ['d0', 'd1'] },
    ),
    { maxLength: 3 },
  ),
});

/** PEERBALL_FUZZ_FILES makes a long run. */
const FILES = Math.min(Number(process.env['PEERBALL_FUZZ_FILES'] ?? 800), 1_000_000);
const TICKS = 40;

test('[S16] [S71] no number of a stadium, however large or small, brings a NaN or an infinity into the state', () => {
  let contacts = 0;
  fc.assert(
    fc.property(stadium, fc.integer(), (file, seed) => {
      const scripted = new ScriptedMatch(arenaOfText(JSON.stringify(file)), 2, seed);
      for (let tick = 0; tick < TICKS; tick += 1) {
        scripted.step();
        contacts += scripted.events.count;
        expect(isCleanMatch(scripted.match)).toBe(true);
      }
      expect(isWithinWorld(scripted.match.discs)).toBe(true);
    }),
    { seed: 31, numRuns: FILES },
  );
  expect(contacts).toBeGreaterThan(FILES);
}, 36_000_000);

function isWithinWorld(discs: Float64Array): boolean {
  expect(discs.length % DISC_STRIDE).toBe(0);
  return discs.every((value) => Math.abs(value) <= WORLD_LIMIT);
}
