import { expect, test } from 'vitest';
import { applyCommand } from '../../../shared/room/apply-command.ts';
import {
  BY_SEQUENCER,
  type Command,
  type MemberId,
  toMemberId,
} from '../../../shared/room/command.ts';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { Member } from '../../../shared/room/room-state.ts';
import { createWorld, type World } from '../../../shared/room/world.ts';
import { MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { isSplit, nextRequests, type QuickSplit, restS } from './next-requests.ts';

function say(world: World, command: Command): void {
  applyCommand(world, command, builtInArena);
}

function come(world: World, id: number): void {
  const peer = `peer-${id}` as PeerId;
  say(world, { type: 'join', member: toMemberId(id), peer, name: `N${id}`, by: BY_SEQUENCER });
}

function roomOf(count: number): World {
  const world = createWorld('classic', builtInArena, 1);
  for (let id = 0; id < count; id++) come(world, id);
  return world;
}

/** Numbers of bots, as a sequencer gives them. */
let bots = 20;

function asked(world: World, id: number, hadTeam = false): readonly object[] {
  return nextRequests(world, { id: toMemberId(id), hadTeam, split: null, benched: new Set() });
}

/** Every page does what it would, until none has anything to ask. */
function settle(world: World, split: QuickSplit | null = null, hadTeam = false): void {
  const benched = new Set<MemberId>();
  for (let round = 0; round < 40; round++) {
    const all = world.room.members.flatMap(({ id, type }) =>
      type === 'bot'
        ? []
        : nextRequests(world, { id, hadTeam, split, benched }).map((request) => ({
            request,
            by: id,
          })),
    );
    if (all.length === 0) return;
    for (const { request, by } of all) {
      if (request.type === 'team' && request.team === TEAM_NONE) benched.add(request.member);
      if (request.type === 'bot') say(world, { ...request, member: toMemberId(bots++), by });
      else if (request.type !== 'playOn') say(world, { ...request, by });
    }
  }
  throw new Error('the pages never come to rest');
}

function move(world: World, id: number, team: Team): void {
  say(world, { type: 'team', member: toMemberId(id), team, by: toMemberId(id) });
}

/** Of Sun, Wave and the bench: a letter for each person, and one for each bot. */
function sizes(world: World): readonly string[] {
  const letters = (team: Team): string =>
    world.room.members
      .filter((member) => member.team === team)
      .map(({ type }) => type.charAt(0))
      .sort((a, b) => b.localeCompare(a))
      .join('');
  return [letters(TEAM_SUN), letters(TEAM_WAVE), letters(TEAM_NONE)];
}

function isOn(world: World): boolean {
  const [phase, stopped] = [world.match.ints[MATCH.phase], roomOf(1).match.ints[MATCH.phase]];
  return phase !== stopped && phase !== PHASE.end;
}

test('[R19] [R23] a page whose person does nothing asks for nothing, and nothing begins against it', () => {
  const world = roomOf(2);
  const [ana, ben] = world.room.members;
  world.room = { ...world.room, members: [ana!, { ...ben!, idle: true } as Member] };
  expect(asked(world, 1)).toEqual([]);
  expect(asked(world, 0)).toEqual([]);
});

test('[R24] one person alone has a bot to play against, and begins no match', () => {
  const world = roomOf(1);
  settle(world);
  expect(sizes(world)).toEqual(['p', 'b', '']);
  expect(isOn(world)).toBe(false);
});

test('[R23] the second takes the seat of the bot, and the match begins', () => {
  const world = roomOf(1);
  settle(world);
  come(world, 1);
  expect(asked(world, 1)).toEqual([{ type: 'ready', ready: true }]);
  settle(world);
  expect(sizes(world)).toEqual(['p', 'p', '']);
  expect(isOn(world)).toBe(true);
  expect(asked(world, 0)).toEqual([]);
});

test('[R23] nothing begins against somebody who is away', () => {
  const world = roomOf(2);
  say(world, { type: 'absent', member: toMemberId(1), absent: true, by: BY_SEQUENCER });
  expect(asked(world, 0)).toEqual([]);
});

test('[R24] a third comes into the match at once, with a bot on the other side until there is a fourth', () => {
  const world = roomOf(2);
  settle(world);
  come(world, 2);
  expect(sizes(world)).toEqual(['p', 'p', 'p']);
  settle(world);
  expect(sizes(world)).toEqual(['pp', 'pb', '']);
  come(world, 3);
  settle(world);
  expect(sizes(world)).toEqual(['pp', 'pp', '']);
  expect(isOn(world)).toBe(true);
});

test('[R24] who goes to the bench watches, and a bot has the place', () => {
  const world = roomOf(4);
  settle(world);
  move(world, 3, TEAM_NONE);
  expect(asked(world, 3, true)).toEqual([]);
  const { team } = world.room.members[1]!;
  expect(asked(world, 3)).toEqual([{ type: 'team', member: 3, team }]);
  expect(asked(world, 0)).toEqual([{ type: 'bot', team, level: 'regular' }]);
});

test('[R24] the host makes teams even between matches, and nobody else does', () => {
  const world = roomOf(4);
  for (let id = 0; id < 4; id++) move(world, id, TEAM_SUN);
  expect(asked(world, 1)).toEqual([]);
  expect(asked(world, 0)).toEqual([{ type: 'team', member: 3, team: TEAM_WAVE }]);
  settle(world);
  expect(sizes(world)).toEqual(['pp', 'pp', '']);
});

test('[R24] a match with one team left ends by the page of the host', () => {
  const world = roomOf(2);
  settle(world);
  world.match.ints[MATCH.phase] = PHASE.playing;
  say(world, { type: 'leave', member: toMemberId(0), by: toMemberId(0) });
  expect(asked(world, 1)).toEqual([{ type: 'stop' }]);
  settle(world);
  expect(isOn(world)).toBe(false);
  expect(sizes(world)).toEqual(['b', 'p', '']);
});

test('[R25] the next match begins ten seconds after the result', () => {
  const world = roomOf(2);
  settle(world);
  expect(restS(world)).toBeNull();
  const { ints } = world.match;
  ints[MATCH.phase] = PHASE.end;
  ints[MATCH.phaseTicks] = 61;
  expect(restS(world)).toBe(9);
  expect(asked(world, 0)).toEqual([]);
  ints[MATCH.phaseTicks] = 600;
  expect(restS(world)).toBe(0);
  settle(world);
  expect(isOn(world)).toBe(true);
});

/** Numbers of the peers in both teams. */
function splitOf(sun: readonly number[], wave: readonly number[]): QuickSplit {
  const peers = (ids: readonly number[]) => ids.map((id) => `peer-${id}` as PeerId);
  return { sun: peers(sun), wave: peers(wave) };
}

function peopleOn(world: World, team: Team): readonly number[] {
  return world.room.members
    .filter((one) => one.type === 'person' && one.team === team)
    .map(({ id }) => Number(id));
}

/** A match is over and the next one not begun. */
function endMatch(world: World): void {
  world.match.ints[MATCH.phase] = PHASE.end;
  world.match.ints[MATCH.phaseTicks] = 1;
}

test('[L116] between matches the page of the host makes the teams that the lobby named', () => {
  const world = roomOf(4);
  settle(world);
  const split = splitOf([0, 1], [2, 3]);
  expect(peopleOn(world, TEAM_SUN)).not.toEqual([0, 1]);
  const on = { hadTeam: true, split, benched: new Set<MemberId>() };
  expect(nextRequests(world, { ...on, id: toMemberId(0) })).toEqual([]);
  endMatch(world);
  expect(nextRequests(world, { ...on, id: toMemberId(1) })).toEqual([]);
  settle(world, split, true);
  expect([peopleOn(world, TEAM_SUN), peopleOn(world, TEAM_WAVE)]).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(isSplit(world.room, split, new Set())).toBe(true);
});

test('[L116] teams that are full of people change over the bench, and who watches goes on watching', () => {
  const world = roomOf(8);
  settle(world);
  endMatch(world);
  const split = splitOf([0, 1, 2, 3], [4, 5, 6, 7]);
  settle(world, split, true);
  expect(peopleOn(world, TEAM_SUN)).toEqual([0, 1, 2, 3]);
  expect(peopleOn(world, TEAM_WAVE)).toEqual([4, 5, 6, 7]);
  endMatch(world);
  move(world, 7, TEAM_NONE);
  settle(world, split, true);
  expect(peopleOn(world, TEAM_NONE)).toEqual([7]);
  const benched = new Set([toMemberId(7)]);
  expect(isSplit(world.room, split, benched)).toBe(false);
});
