import { expect, test } from 'vitest';
import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import { cheerOf } from './goal-cheer.ts';

const PLAYERS = [
  { seat: 0, team: TEAM_SUN },
  { seat: 1, team: TEAM_WAVE },
];
const ROOM = { members: PLAYERS } as unknown as RoomState;

function goal(scorer: number, team: Team): MatchEvent {
  return { kind: EVENT.goal, tick: 0, subject: scorer, object: team, x: 0, y: 0, strength: 0 };
}

test('a goal is cheered for one side and by those who watch, at half for the other', () => {
  expect(cheerOf(goal(0, TEAM_SUN), ROOM, TEAM_SUN)).toBe('ours');
  expect(cheerOf(goal(0, TEAM_SUN), ROOM, TEAM_WAVE)).toBe('theirs');
  expect(cheerOf(goal(0, TEAM_SUN), ROOM, TEAM_NONE)).toBe('ours');
  expect(cheerOf(goal(-1, TEAM_WAVE), ROOM, TEAM_WAVE)).toBe('ours');
});

test('an own goal is cheered by nobody', () => {
  for (const team of [TEAM_SUN, TEAM_WAVE, TEAM_NONE] as const) {
    expect(cheerOf(goal(1, TEAM_SUN), ROOM, team)).toBe('own-goal');
  }
});
