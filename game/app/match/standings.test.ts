import { expect, test } from 'vitest';
import { MATCH, PHASE, type Phase, SEAT, seatInt } from '../../../shared/sim/match-state.ts';
import { toMemberId } from '../../../shared/room/command.ts';
import type { Person } from '../../../shared/room/room-state.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { makePractice } from './practice-maker.ts';
import { readStandings, SessionTally } from './standings.ts';

function underTest() {
  const { world, self } = makePractice({ name: 'Ana', badge: '7', seed: 1, attract: false });
  const tally = new SessionTally();
  const { ints } = world.match;
  const ana = world.room.members[0]!;
  const play = (phase: Phase, ticks: number): void => {
    ints[MATCH.phase] = phase;
    ints[MATCH.phaseTicks] = ticks;
    tally.follow(world, 'PVX7Q2');
  };
  const score = (goals: number): void => {
    ints[seatInt(ana.seat!, SEAT.goals)] = goals;
  };
  const own = () => {
    const pings = new Map([[ana.peer!, { ms: 40, bars: 3, path: null }]]);
    const view = readStandings(world, self, pings, tally);
    const { deeds, sums } = view.rows.find(({ isSelf }) => isSelf)!;
    return [deeds.goals, sums.goals, view.hasMore];
  };
  return { world, self, tally, play, score, own };
}

test('each player stands in the standings with badge, deeds and ping', () => {
  const { world, self, tally, score } = underTest();
  score(2);
  const pings = new Map([['self', { ms: 40, bars: 3, path: null }]]);
  const { rows, watching } = readStandings(world, self, pings, tally);
  expect(rows).toHaveLength(world.room.members.length);
  expect(rows[0]).toMatchObject({ name: 'Ana', badge: '7', isSelf: true, ping: { ms: 40 } });
  expect(rows[0]!.deeds).toEqual({ goals: 2, assists: 0, saves: 0, ownGoals: 0 });
  expect(watching).toEqual([]);
});

test('a script that is away is told apart among those who watch', () => {
  const { world, self, tally } = underTest();
  const person = world.room.members.find(({ type }) => type === 'person') as Person;
  const id = toMemberId(9);
  const script: Person = {
    ...person,
    id,
    name: 'League',
    script: true,
    absent: true,
    seat: null,
    team: TEAM_NONE,
  };
  world.room = { ...world.room, members: [...world.room.members, script] };
  const { watching } = readStandings(world, self, new Map(), tally);
  expect(watching).toMatchObject([{ id, name: 'League', isAway: true, isScript: true }]);
});

test('matches that ended in the room are added, each once, and once it is certain that they ended', () => {
  const { play, score, own } = underTest();
  score(2);
  play(PHASE.playing, 10);
  expect(own()).toEqual([2, 2, false]);
  play(PHASE.end, 79);
  expect(own()).toEqual([2, 2, false]);
  for (const ticks of [80, 81, 82]) play(PHASE.end, ticks);
  expect(own()).toEqual([2, 2, false]);
  play(PHASE.warmUp, 0);
  expect(own()).toEqual([2, 2, false]);
  play(PHASE.countdown, 0);
  score(1);
  expect(own()).toEqual([1, 3, true]);
  play(PHASE.end, 80);
  expect(own()).toEqual([1, 3, true]);
});

test('an end that was guessed wrongly counts for nothing, and another room begins anew', () => {
  const { world, tally, play, score, own } = underTest();
  score(2);
  play(PHASE.end, 5);
  play(PHASE.playing, 11);
  expect(own()).toEqual([2, 2, false]);
  play(PHASE.end, 80);
  play(PHASE.playing, 0);
  expect(own()).toEqual([2, 4, true]);
  tally.follow(world, 'AAAAAA');
  expect(own()).toEqual([2, 2, false]);
});
