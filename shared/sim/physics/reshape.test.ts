import { expect, test } from 'vitest';
import { arenaOfText } from '../../../tests/determinism/all-arenas.ts';
import { createRandom } from '../../base/seeded-random.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { EventBuffer } from '../events.ts';
import { hashMatch, isCleanMatch } from '../match/checksum.ts';
import { placePlayer, resetMatch, startMatch } from '../match/match-commands.ts';
import { stepMatch } from '../match/step-match.ts';
import { createMatchState } from '../match-state.ts';
import { SEATS } from '../seat.ts';
import { type Arena, FLAG } from './arena.ts';
import { type DiscShape, plainArena, reshape } from './reshape.ts';
import { swapEnds } from './swap-ends.ts';

const AS_IT_WAS: DiscShape = {
  radius: null,
  bCoef: null,
  invMass: null,
  damping: null,
  gravityX: null,
  gravityY: null,
  cMask: null,
  cGroup: null,
};

/** A pitch with walls, a post that stands, two discs that roll, and players that a file makes as well. */
function pitch(parts: {
  readonly ball?: string;
  readonly second?: string;
  readonly player?: string;
}): Arena {
  return arenaOfText(`{ name: 'X', width: 300, height: 150, spawnDistance: 100,
    ballPhysics: { radius: 8, cGroup: ['ball', 'kick', 'score'], ${parts.ball ?? ''} },
    playerPhysics: { kickStrength: 7, kickback: 2, ${parts.player ?? ''} },
    vertexes: [{ x: -250, y: -120 }, { x: 250, y: -120 }, { x: 250, y: 120 }, { x: -250, y: 120 },
      { x: 0, y: -120, cMask: ['red'] }, { x: 0, y: 120 }],
    segments: [{ v0: 0, v1: 1 }, { v0: 1, v1: 2, curveF: 2 }, { v0: 2, v1: 3 }, { v0: 3, v1: 0 },
      { v0: 4, v1: 5, cGroup: ['redKO'], cMask: ['red', 'blue'] }, { v0: 4, v1: 5, cGroup: ['c1'] }],
    planes: [{ normal: [0, 1], dist: -140 }, { normal: [0, -1], dist: -140 }],
    goals: [{ p0: [-248, -40], p1: [-248, 40], team: 'red' }],
    discs: [{ pos: [-60, 20], radius: 12, cGroup: ['wall'], ${parts.second ?? ''} },
      { pos: [60, 30], radius: 6, invMass: 1 }, { pos: [90, -30], radius: 10, invMass: 0 }] }`);
}

/** Hashes of a match in which eight players hold what chance says, every 50 ticks. */
function play(arena: Arena): number[] {
  const match = createMatchState(arena.discCount);
  const random = createRandom(7);
  const inputs = new Uint8Array(MAX_SEATS);
  const events = new EventBuffer();
  const hashes: number[] = [];
  resetMatch(arena, match, 1);
  for (const seat of SEATS) placePlayer(arena, match, seat, seat % 2 === 0 ? 1 : 2);
  startMatch(arena, match, { timeLimitTicks: 0, scoreLimit: 0 }, 0);
  for (let tick = 0; tick < 600; tick += 1) {
    if (tick % 9 === 0) inputs.forEach((_, seat) => (inputs[seat] = Math.floor(random() * 32)));
    events.clear();
    stepMatch(arena, match, tick, inputs, events);
    if (tick % 50 === 0) hashes.push(hashMatch(match));
  }
  expect(isCleanMatch(match)).toBe(true);
  return hashes;
}

const C1 = 1 << 29;

test.each<[string, number, Partial<DiscShape>, Arena]>([
  ['a large ball', 0, { radius: 16 }, pitch({ ball: 'radius: 16' })],
  ['a heavy ball', 0, { invMass: 0.25 }, pitch({ ball: 'invMass: 0.25' })],
  ['a ball that falls', 0, { gravityY: 0.125 }, pitch({ ball: 'gravity: [0, 0.125]' })],
  ['a ball that bounces', 0, { bCoef: 1.5, damping: 1 }, pitch({ ball: 'bCoef: 1.5, damping: 1' })],
  ['a ball with other walls', 0, { cMask: 63 | C1 }, pitch({ ball: "cMask: ['all', 'c1']" })],
  ['a ball that stands', 0, { invMass: 0 }, pitch({ ball: 'invMass: 0' })],
  ['a post that rolls', 1, { invMass: 0.5 }, pitch({ second: 'invMass: 0.5' })],
  [
    'a post for the ball alone, that can be kicked',
    1,
    { cMask: 1, cGroup: 32 | 64, invMass: 1, radius: 4 },
    pitch({ second: "cMask: ['ball'], cGroup: ['wall', 'kick'], invMass: 1, radius: 4" }),
  ],
])('[R40] %s is what a stadium that says so has', (_, disc, shape, asFile) => {
  const changed = reshape(pitch({}), [{ disc, shape: { ...AS_IT_WAS, ...shape } }]);
  expect(play(changed)).not.toEqual(play(pitch({})));
  expect(play(changed)).toEqual(play(asFile));
});

test('[R40] players that all are other ones play as those of a stadium that says so', () => {
  const shape = { radius: 20, bCoef: 0.75, invMass: 0.25, damping: 0.9375, gravityX: 0.0625 };
  const plain = pitch({});
  const changes = SEATS.map((seat) => ({
    disc: plain.firstPlayerDisc + seat,
    shape: { ...AS_IT_WAS, ...shape },
  }));
  const file = 'radius: 20, bCoef: 0.75, invMass: 0.25, damping: 0.9375, gravity: [0.0625, 0]';
  expect(play(reshape(plain, changes))).toEqual(play(pitch({ player: file })));
});

test('[R40] a player passes what its own flags leave out, and the others do not', () => {
  const plain = pitch({});
  const ghost = { disc: plain.firstPlayerDisc, shape: { ...AS_IT_WAS, cMask: 0, cGroup: 0 } };
  const changed = reshape(plain, [ghost]);
  expect(changed.meetsSeat.subarray(0, MAX_SEATS)[0]).toBe(0);
  expect(changed.meetsSeat[1]).toBe(plain.meetsSeat[1]);
  expect(changed.gridOfPlayer[6]).toBe(plain.gridOfPlayer[6]);
  expect(changed.seatsMeet[1]).toBe(0);
  expect(changed.seatsMeet[MAX_SEATS + 2]).toBe(plain.seatsMeet[MAX_SEATS + 2]);
});

test('[R40] with the ends swapped a disc that is said to be as it is changes nothing', () => {
  const plain = swapEnds(pitch({}));
  const shape = { ...AS_IT_WAS, cMask: plain.discs.cMask[0]!, cGroup: plain.discs.cGroup[0]! };
  const player = plain.firstPlayerDisc + 3;
  const same = { ...AS_IT_WAS, invMass: plain.discs.invMass[player]! };
  const changed = reshape(plain, [
    { disc: 0, shape },
    { disc: player, shape: same },
  ]);
  expect(play(changed)).toEqual(play(plain));
  expect([...changed.meetsSeat]).toEqual([...plain.meetsSeat]);
  expect([...changed.seatsMeet]).toEqual([...plain.seatsMeet]);
});

test('[R40] a ball without the flag is kicked by nobody, and a player with it is', () => {
  const plain = pitch({});
  const player = plain.firstPlayerDisc + 2;
  const changed = reshape(plain, [
    { disc: 0, shape: { ...AS_IT_WAS, cGroup: FLAG.ball } },
    { disc: player, shape: { ...AS_IT_WAS, cGroup: FLAG.red | FLAG.kick } },
  ]);
  expect([changed.kickable.length, changed.scoring.length]).toEqual([0, 0]);
  expect([plain.playersKickable, changed.playersKickable]).toEqual([false, true]);
  expect([changed.discs.kickSpeed[0], changed.discs.kickSpeed[player]]).toEqual([0, 3.5]);
});

test('[R40] without a change the arena is its own, and what was changed knows what it was', () => {
  const plain = pitch({});
  expect(reshape(plain, [])).toBe(plain);
  const changed = reshape(plain, [{ disc: 0, shape: { ...AS_IT_WAS, radius: 3 } }]);
  expect([plainArena(changed), plainArena(plain)]).toEqual([plain, plain]);
});
