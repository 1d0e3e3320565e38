import { expect, test } from 'vitest';
import { EVENT, type EventKind, type MatchEvent } from '../../../shared/sim/events.ts';
import { MATCH, type MatchState, PHASE } from '../../../shared/sim/match-state.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import type { GoalTime } from '../../ui/model/view-model.ts';
import { withGoal } from './goal-times.ts';

function at(seconds: number, sun: number, wave: number, phase: number = PHASE.goal): MatchState {
  const ints = new Int32Array(64);
  ints[MATCH.phase] = phase;
  ints[MATCH.clock] = seconds * TICK_RATE + 30;
  if (seconds === 0) ints[MATCH.clock] = 0;
  ints[MATCH.sunScore] = sun;
  ints[MATCH.waveScore] = wave;
  return { ints } as unknown as MatchState;
}

function event(kind: EventKind, object = 0): MatchEvent {
  return { kind, tick: 0, subject: 0, object, x: 0, y: 0, strength: 0 };
}

test('[V60] goals are kept with team and time, in their order, until the next match begins', () => {
  let times: readonly GoalTime[] = [];
  times = withGoal(times, event(EVENT.goal, TEAM_SUN), at(62, 1, 0));
  times = withGoal(times, event(EVENT.kick), at(70, 1, 0));
  times = withGoal(times, event(EVENT.goal, TEAM_WAVE), at(140, 1, 1));
  times = withGoal(times, event(EVENT.kickOff), at(141, 1, 1));
  expect(times).toEqual([
    { team: TEAM_SUN, seconds: 62 },
    { team: TEAM_WAVE, seconds: 140 },
  ]);
  expect(withGoal(times, event(EVENT.kickOff), at(0, 0, 0))).toEqual([]);
});

test('[V60] goals of a warm-up are none, and what is left of another match gives way', () => {
  expect(withGoal([], event(EVENT.goal, TEAM_SUN), at(0, 2, 1, PHASE.warmUp))).toEqual([]);
  const old: readonly GoalTime[] = [
    { team: TEAM_SUN, seconds: 5 },
    { team: TEAM_SUN, seconds: 9 },
  ];
  const now = withGoal(old, event(EVENT.goal, TEAM_WAVE), at(20, 0, 1));
  expect(now).toEqual([{ team: TEAM_WAVE, seconds: 20 }]);
});
