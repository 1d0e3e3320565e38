import { expect, test } from 'vitest';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import type { GoalView } from '../model/view-model.ts';
import { type AroundGoal, WipeWatch } from './wipe-watch.ts';

const PLAY: AroundGoal = {
  goal: null,
  news: null,
  isReplaying: false,
  kickOff: TEAM_NONE,
  isPaused: false,
};
const KICK_OFF: AroundGoal = { ...PLAY, kickOff: TEAM_WAVE };

function scored(isLast = false): AroundGoal {
  const goal: GoalView = {
    team: TEAM_SUN,
    ownGoal: false,
    scorer: 'Ana',
    assist: '',
    sun: 1,
    wave: 0,
  };
  return { ...PLAY, goal, news: { kmh: 60, isLast } };
}

/** What is wiped at each of these moments. */
function waysOf(...moments: readonly AroundGoal[]): readonly (string | undefined)[] {
  const watch = new WipeWatch();
  return moments.map((moment) => watch.follow(moment)?.way);
}

test('[V59] a wipe goes over the pitch from the goal into its kick-off, as one, and is gone in play', () => {
  const goal = scored();
  expect(waysOf(PLAY, goal, goal, KICK_OFF, KICK_OFF, PLAY, KICK_OFF)).toEqual([
    undefined,
    'over',
    'over',
    'over',
    'over',
    undefined,
    undefined,
  ]);
});

test('[V59] where the goal is shown again it uncovers the match behind that', () => {
  const goal = scored();
  const again = { ...goal, isReplaying: true };
  const ways = waysOf(goal, again, { ...KICK_OFF, isReplaying: true }, KICK_OFF, PLAY);
  expect(ways).toEqual(['over', undefined, undefined, 'off', undefined]);
});

test('[V59] none for a goal that is taken back, for the last one of a match, and over a pause', () => {
  expect(waysOf(scored(), PLAY, KICK_OFF)).toEqual(['over', undefined, undefined]);
  expect(waysOf(scored(true), PLAY)).toEqual([undefined, undefined]);
  expect(waysOf({ ...scored(), isPaused: true })).toEqual([undefined]);
});

test('[V59] each goal has a wipe of its own', () => {
  const watch = new WipeWatch();
  const first = watch.follow(scored());
  watch.follow(KICK_OFF);
  watch.follow(PLAY);
  expect(watch.follow(scored())!.goal).not.toBe(first!.goal);
});
