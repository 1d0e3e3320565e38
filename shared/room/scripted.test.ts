import { expect, test } from 'vitest';
import { RoomLab } from '../../tests/determinism/room-lab.ts';
import { BY_SEQUENCER, type RoomRequest, toMemberId } from './command.ts';
import type { Kit } from './kit.ts';
import { isBadge } from './looks.ts';
import { isCommandAllowed } from './rights.ts';
import { filterOf } from './scripted.ts';
import type { Person } from './room-state.ts';
import { hashWorld } from './world.ts';
import { INPUT_KICK } from '../sim/input.ts';
import { DISC_X, DISC_Y, MATCH, PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { COUNTDOWN_TICKS } from '../sim/tuning.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../sim/team.ts';

const [zero, one, two, three] = [0, 1, 2, 3].map(toMemberId) as [
  Person['id'],
  Person['id'],
  Person['id'],
  Person['id'],
];
const RED: Kit = { angle: 45, text: 0xffffff, stripes: [0xff0000, 0xaa0000] };

function person(room: RoomLab, id: number): Person {
  return room.member(id) as Person;
}

function mayAsk(room: RoomLab, id: number, request: RoomRequest): boolean {
  return isCommandAllowed(room.world.room, { ...request, by: toMemberId(id) } as never);
}

test('[R34] a co-host has the rights of the host, and only the host gives and takes them', () => {
  const room = new RoomLab(3);
  expect(mayAsk(room, 1, { type: 'start' })).toBe(false);
  room.ask(1, { type: 'coHost', member: one, coHost: true });
  expect(person(room, 1).coHost).toBe(false);
  room.ask(0, { type: 'coHost', member: one, coHost: true });
  for (const request of [
    { type: 'start' },
    { type: 'pause', paused: true },
    { type: 'arrange', how: 'shuffle' },
    { type: 'team', member: two, team: TEAM_WAVE },
    { type: 'leave', member: two },
    { type: 'bot', team: TEAM_SUN, level: 'pro' },
  ] as const) {
    expect(mayAsk(room, 1, request)).toBe(true);
  }
  expect(mayAsk(room, 1, { type: 'coHost', member: two, coHost: true })).toBe(false);
  expect(mayAsk(room, 1, { type: 'host', member: one })).toBe(false);
  expect(mayAsk(room, 1, { type: 'leave', member: zero })).toBe(false);
  room.ask(0, { type: 'coHost', member: one, coHost: false });
  expect(mayAsk(room, 1, { type: 'start' })).toBe(false);
});

test('[R34] the rights are those of who asks, whatever machine orders, and a bot has none', () => {
  const room = new RoomLab(2);
  const { room: state } = room.world;
  const named = { type: 'coHost', member: one, coHost: true, by: BY_SEQUENCER } as const;
  expect(isCommandAllowed(state, named)).toBe(false);
  expect(mayAsk(room, 7, { type: 'lock', locked: true })).toBe(false);
});

test('[R35] a person says what stands on its own disc, and those who run the room say it of all', () => {
  const room = new RoomLab(2);
  room.ask(1, { type: 'badge', member: one, text: '⚽' });
  room.ask(1, { type: 'badge', member: zero, text: 'X' });
  expect([person(room, 0).badge, person(room, 1).badge]).toEqual([null, '⚽']);
  room.ask(0, { type: 'badge', member: one, text: '10' });
  expect(person(room, 1).badge).toBe('10');
  room.ask(0, { type: 'badge', member: one, text: null });
  expect(person(room, 1).badge).toBeNull();
});

test.each(['', 'a\u0000', '\u202Eab', '\u200B', '\uFEFF', '\uD800', 'x'.repeat(13)])(
  '[R35] %j is nothing that a disc can carry',
  (text) => {
    const room = new RoomLab(1);
    room.ask(0, { type: 'badge', member: zero, text });
    expect([isBadge(text), person(room, 0).badge]).toEqual([false, null]);
  },
);

test('[R36] the host says what a team looks like, until it takes that back', () => {
  const room = new RoomLab(2);
  room.ask(1, { type: 'kit', team: TEAM_SUN, kit: RED });
  expect(room.world.room.kits.sun).toBeNull();
  room.ask(0, { type: 'kit', team: TEAM_SUN, kit: RED });
  room.ask(0, { type: 'kit', team: TEAM_NONE, kit: RED });
  room.ask(0, { type: 'kit', team: TEAM_WAVE, kit: { ...RED, stripes: [] } });
  expect(room.world.room.kits).toEqual({ sun: RED, wave: null });
  room.ask(0, { type: 'kit', team: TEAM_SUN, kit: null });
  expect(room.world.room.kits).toEqual({ sun: null, wave: null });
});

test('[R37] those who are named stand at the top or the end of the list, in that order', () => {
  const room = new RoomLab(4);
  const ids = (): number[] => room.world.room.members.map(({ id }) => id);
  room.ask(0, { type: 'order', members: [three, one, three, toMemberId(9)], toTop: true });
  expect(ids()).toEqual([3, 1, 0, 2]);
  room.ask(0, { type: 'order', members: [one, three], toTop: false });
  expect(ids()).toEqual([0, 2, 1, 3]);
});

test('[R38] in a room with locked teams only those who run it change them, and newcomers watch', () => {
  const room = new RoomLab(2);
  room.ask(0, { type: 'lock', locked: true });
  room.ask(1, { type: 'team', member: one, team: TEAM_NONE });
  expect(person(room, 1).team).toBe(TEAM_WAVE);
  room.join(2);
  expect(person(room, 2).team).toBe(TEAM_NONE);
  room.ask(0, { type: 'team', member: two, team: TEAM_SUN });
  expect(person(room, 2).team).toBe(TEAM_SUN);
  room.ask(0, { type: 'lock', locked: false });
  room.ask(1, { type: 'team', member: one, team: TEAM_NONE });
  expect(person(room, 1).team).toBe(TEAM_NONE);
});

/** Ticks in which the player of seat 0, at the ball, kicked it; it presses every other tick. */
function kicksWithin(room: RoomLab, ticks: number): number[] {
  const kicked: number[] = [];
  const { match, arena } = room.world;
  for (let tick = 0; tick < ticks; tick += 1) {
    const at = arena.firstPlayerDisc * 4;
    match.discs.fill(0, at, at + 4);
    match.discs.fill(0, 0, 4);
    match.discs[DISC_X] = 26;
    match.discs[DISC_Y] = 0;
    const before = match.ints[seatInt(0, SEAT.touches)]!;
    room.inputs[0] = tick % 2 === 0 ? INPUT_KICK : 0;
    room.step();
    if (match.ints[seatInt(0, SEAT.touches)]! > before) kicked.push(tick);
  }
  return kicked;
}

test('[R39] a kick beyond the rate limit does nothing, and the limit stays when the map changes', () => {
  const room = new RoomLab(2);
  room.ask(0, { type: 'kickRate', limit: { interval: 10, rate: 0, burst: 0 } });
  room.ask(0, { type: 'stadium', stadium: 'big' });
  expect(room.get('kickInterval')).toBe(10);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  const kicks = kicksWithin(room, 40);
  expect(kicks.length).toBeGreaterThan(2);
  for (const [place, tick] of kicks.slice(1).entries()) {
    expect(tick - kicks[place]!).toBeGreaterThanOrEqual(10);
  }
});

test('[R39] with a rate and a burst so many kicks are saved up, and no more', () => {
  const room = new RoomLab(2);
  room.ask(0, { type: 'kickRate', limit: { interval: 0, rate: 30, burst: 2 } });
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS + 60);
  expect(kicksWithin(room, 12)).toHaveLength(3);
  room.ask(0, { type: 'kickRate', limit: { interval: 256, rate: 0, burst: 0 } });
  room.ask(0, { type: 'kickRate', limit: { interval: 0.5, rate: 0, burst: 0 } });
  expect(room.get('kickRate')).toBe(30);
});

test('[R41] a script plays in no team, is not waited for and votes on nothing', () => {
  const room = new RoomLab(3);
  room.ask(0, { type: 'script', filters: false });
  expect(person(room, 0)).toMatchObject({ script: true, team: TEAM_NONE, seat: null });
  room.ask(0, { type: 'team', member: zero, team: TEAM_SUN });
  expect(person(room, 0).team).toBe(TEAM_NONE);
  room.ask(2, { type: 'team', member: two, team: TEAM_SUN });
  room.ask(1, { type: 'vote', against: zero, yes: true });
  room.ask(0, { type: 'vote', against: one, yes: true });
  expect(room.world.room.votes).toEqual([]);
  room.ask(0, { type: 'host', member: one });
  room.ready(1, 2);
  expect(room.phase).toBe(PHASE.countdown);
});

test('[R41] newcomers of a room that a script runs sit on the bench, and the next host is a person', () => {
  const room = new RoomLab(1);
  room.ask(0, { type: 'script', filters: false });
  room.join(1);
  expect(person(room, 1).team).toBe(TEAM_NONE);
  room.ask(1, { type: 'script', filters: false });
  room.join(2);
  room.ask(0, { type: 'leave', member: zero });
  expect(room.world.room.host).toBe(two);
});

test('[R42] chat goes by the host while it is a script that says so', () => {
  const room = new RoomLab(2);
  room.ask(1, { type: 'script', filters: true });
  expect(filterOf(room.world.room)).toBeNull();
  room.ask(0, { type: 'script', filters: true });
  expect(filterOf(room.world.room)).toBe(zero);
  room.ask(0, { type: 'script', filters: false });
  expect(filterOf(room.world.room)).toBeNull();
});

test('[R34] everything that is said counts in the hash of the room', () => {
  const hashes = new Set<number>();
  const requests = [
    { type: 'here' },
    { type: 'coHost', member: one, coHost: true },
    { type: 'badge', member: one, text: 'A' },
    { type: 'kit', team: TEAM_SUN, kit: RED },
    { type: 'order', members: [one], toTop: true },
    { type: 'lock', locked: true },
    { type: 'kickRate', limit: { interval: 3, rate: 0, burst: 0 } },
    { type: 'script', filters: false },
    { type: 'script', filters: true },
  ] as const satisfies readonly RoomRequest[];
  for (const request of requests) {
    const room = new RoomLab(2);
    room.ask(0, request);
    hashes.add(hashWorld(room.world));
  }
  expect(hashes.size).toBe(requests.length);
});

test('[R43] where a script is the host a match begins by a word alone, with any teams, and swaps no ends', () => {
  const room = new RoomLab(3);
  room.ask(0, { type: 'script', filters: false });
  room.ready(1, 2);
  expect(room.phase).toBe(PHASE.warmUp);
  room.ask(1, { type: 'team', member: one, team: TEAM_SUN });
  room.ask(2, { type: 'team', member: two, team: TEAM_NONE });
  room.ask(0, { type: 'start' });
  expect(room.phase).toBe(PHASE.countdown);
  room.ask(1, { type: 'team', member: one, team: TEAM_NONE });
  room.step(COUNTDOWN_TICKS);
  expect(room.phase).toBe(PHASE.kickOff);
  room.ask(0, { type: 'stop' });
  room.world.match.ints[MATCH.winner] = TEAM_SUN;
  room.ask(0, { type: 'start' });
  expect([room.phase, room.world.room.isSwapped]).toEqual([PHASE.countdown, false]);
});
