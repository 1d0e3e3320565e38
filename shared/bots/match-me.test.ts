import { expect, test } from 'vitest';
import { BotMatch } from '../../tools/bots/bot-match.ts';
import { PLAYERS } from '../../tools/bots/ladder-pairs.ts';
import { chance } from './chance.ts';
import { PHASE } from '../sim/match-state.ts';
import { SEATS } from '../sim/seat.ts';
import { TEAM_SUN, TEAM_WAVE } from '../sim/team.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { createMatchingMemory } from './bot-memory.ts';
import { BOT_LEVELS } from './levels.ts';
import { createForm, followForm, MATCHING_LEVELS } from './match-me.ts';
import { createScene } from './sensorium/scene.ts';
import { think } from './think.ts';

const [FIRST, LAST] = [MATCHING_LEVELS[0]!, MATCHING_LEVELS.at(-1)!];

/** A goal falls, and the next rally begins. */
function goal(form: ReturnType<typeof createForm>, conceded: 1 | 2) {
  const scene = createScene();
  scene.kickOffTeam = conceded;
  scene.phase = PHASE.playing;
  followForm(form, scene, TEAM_SUN);
  scene.phase = PHASE.goal;
  return followForm(form, scene, TEAM_SUN);
}

test('its levels go from Rookie over the others to Ace', () => {
  const { rookie, regular, pro, ace } = BOT_LEVELS;
  expect([0, 4, 8, 12].map((step) => MATCHING_LEVELS[step]!.reaction)).toEqual(
    [rookie, regular, pro, ace].map(({ reaction }) => reaction),
  );
  const reactions = MATCHING_LEVELS.map(({ reaction }) => reaction);
  expect(reactions).toEqual(reactions.toSorted((a, b) => b - a));
});

test('who scores all the goals meets an Ace, and who scores none a Rookie', () => {
  const [losing, winning] = [createForm(), createForm()];
  for (let number = 0; number < 20; number += 1) {
    goal(losing, TEAM_SUN);
    goal(winning, TEAM_WAVE);
  }
  expect(goal(losing, TEAM_SUN)).toBe(LAST);
  expect(goal(winning, TEAM_WAVE)).toEqual(FIRST);
});

test('against one whose chance falls with the level the share of goals comes to about 55 %', () => {
  const form = createForm();
  let scored = 0;
  for (let number = 0; number < 400; number += 1) {
    const isPersons = chance(7, 0, number, 1) < 0.9 - form.step * 0.06;
    if (isPersons && number >= 100) scored += 1;
    goal(form, isPersons ? TEAM_SUN : TEAM_WAVE);
  }
  expect(scored / 300).toBeGreaterThan(0.48);
  expect(scored / 300).toBeLessThan(0.62);
});

test('in a match the level changes while a goal is celebrated, never while the ball is in play', () => {
  const memory = createMatchingMemory(1);
  const changes: number[] = [];
  const match = new BotMatch(builtInArena('small')!, 1, 2, [
    (host) => (_arena, _match, seat, tick) => {
      const before = memory.level;
      const bits = think(host.view, SEATS[seat]!, tick, memory);
      const seen = host.view.at(tick - before.reaction).phase;
      if (memory.level !== before) changes.push(seen);
      return bits;
    },
    PLAYERS.get('one-key')!,
  ]);
  while (match.tick < 6000) match.step();
  expect(match.score[0]).toBeGreaterThan(3);
  expect(memory.level).toEqual(FIRST);
  expect(new Set(changes)).toEqual(new Set([PHASE.goal]));
});
