import { expect, test } from 'vitest';
import { BotMatch, bots } from '../../tools/bots/bot-match.ts';
import { DISC_STRIDE, DISC_X, DISC_Y } from '../sim/match-state.ts';
import type { Arena } from '../sim/physics/arena.ts';
import { TEAM_SUN, TEAM_WAVE } from '../sim/team.ts';
import { BUILT_IN_STADIUMS, builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../stadium/compile/compile-arena.ts';
import { BOT_LEVELS } from './levels.ts';
import { pitchOf } from './sensorium/pitch.ts';
import { understands } from './understands.ts';

const CLASSIC = BUILT_IN_STADIUMS.get('classic')!;
/** Distance of a seat's disc to where the ball is. */
function distanceToBall(match: BotMatch, seat: number): number {
  const { discs } = match.match;
  const at = (match.arena.firstPlayerDisc + seat) * DISC_STRIDE;
  return Math.hypot(discs[at + DISC_X]! - discs[DISC_X]!, discs[at + DISC_Y]! - discs[DISC_Y]!);
}

function play(arena: Arena, seconds: number): { match: BotMatch; nearest: number; held: number } {
  const match = new BotMatch(arena, 1, 2, [bots(BOT_LEVELS.pro), bots(BOT_LEVELS.pro)]);
  let nearest = Infinity;
  let held = 0;
  for (let tick = 0; tick < seconds * 60; tick += 1) {
    match.step();
    nearest = Math.min(nearest, distanceToBall(match, 0), distanceToBall(match, 1));
    held += match.inputs[0]! + match.inputs[1]!;
  }
  return { match, nearest, held };
}

test.each([...BUILT_IN_STADIUMS.keys()])('bots play on %s', (name) => {
  expect(understands(builtInArena(name)!)).toBe('plays');
});

test('without goals a bot goes to the ball and sends it to the other end', () => {
  const arena = compileArena({ ...CLASSIC, goals: [] });
  expect(understands(arena)).toBe('follows');
  const { nearest, match } = play(arena, 10);
  expect(nearest).toBeLessThan(30);
  expect(Number.isFinite(match.match.discs[DISC_X])).toBe(true);
});

test('with one goal only its team defends it and the other one scores there', () => {
  const arena = compileArena({ ...CLASSIC, goals: CLASSIC.goals.slice(0, 1) });
  expect(understands(arena)).toBe('follows');
  const pitch = pitchOf(arena);
  expect(pitch.homes[TEAM_SUN].x).toBe(-370);
  expect(pitch.targets[TEAM_WAVE].x).toBe(-370);
  expect(pitch.targets[TEAM_SUN].x).toBeGreaterThan(0);
});

test('of several goals the widest is played for', () => {
  const [sun, wave] = CLASSIC.goals;
  const narrow = { ...sun!, p0: { x: -370, y: 100 }, p1: { x: -370, y: 110 } };
  const pitch = pitchOf(compileArena({ ...CLASSIC, goals: [narrow, sun!, wave!] }));
  expect(pitch.homes[TEAM_SUN].y).toBe(0);
});

test('where nothing moves the ball, or it does not score, bots understand nothing and stand', () => {
  const arena = builtInArena('classic')!;
  const heavy = {
    ...arena,
    meetsPlayers: new Uint8Array(arena.meetsPlayers.length),
    kickable: new Uint16Array(0),
  };
  expect(understands(heavy)).toBe('nothing');
  expect(understands({ ...arena, scoring: new Uint16Array(0) })).toBe('nothing');
  expect(play(heavy, 2).held).toBe(0);
});
