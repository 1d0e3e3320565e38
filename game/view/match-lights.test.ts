import { expect, test } from 'vitest';
import { EVENT, type EventKind, type MatchEvent } from '../../shared/sim/events.ts';
import { PHASE } from '../../shared/sim/match-state.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import type { Frame } from '../match/frame.ts';
import { PALETTES } from '../settings/theme.ts';
import { MatchLights } from './match-lights.ts';

const RADIUS = { player: 15, ball: 10 };

/** Two players, the first one at this page; and what is lit by some events, in words. */
function lightsOf(calm = false) {
  const said: string[] = [];
  const note =
    (word: string, shown: (...of: never[]) => string = () => '') =>
    (...of: never[]) => {
      said.push(`${word} ${shown(...of)}`.trim());
    };
  const lights = new MatchLights({
    effects: {
      kick: note('kick'),
      miss: note('miss', (x: number, y: number) => `${x},${y}`),
      touch: note('touch', (_event: MatchEvent, x: number, y: number) => `${x},${y}`),
      meet: note('meet', (_event: MatchEvent, x: number, y: number) => `${x},${y}`),
      hit: note('hit'),
      save: note('save'),
      goal: note('goal', ({ cheer }: { cheer: string }) => cheer),
    },
    nets: {
      pocketAt: () => null,
      breathe: note('breathe', (_x: number, _y: number, speed: number) => `${speed}`),
      hit: note('net'),
    },
    ball: { squash: note('squash'), hold: note('hold') },
    camera: {
      shake: note('shake', (strength: number) => `${strength}`),
      pushIn: note('push', (_x: number, _y: number, strength: number) => `${strength}`),
    },
  } as never);
  const members = [
    { id: 1, seat: 0, team: TEAM_SUN },
    { id: 2, seat: 1, team: TEAM_WAVE },
  ];
  let isKicking = false;
  const frame = {
    x: [25, 0, 100],
    y: [0, 0, 0],
    firstPlayerDisc: 1,
    self: 1,
    phase: PHASE.playing,
    room: { members },
    isKicking: () => isKicking,
  } as unknown as Frame;
  return {
    hold: (held: boolean) => {
      isKicking = held;
    },
    show: (...events: readonly MatchEvent[]): readonly string[] => {
      said.length = 0;
      const options = { palette: PALETTES['sun-wave'], calm, tier: 'high' as const };
      lights.show(events, frame, options, RADIUS);
      return [...said];
    },
  };
}

function happens(kind: EventKind, more: Partial<MatchEvent> = {}): MatchEvent {
  return { kind, tick: 0, subject: 0, object: 0, x: 25, y: 0, strength: 5, ...more };
}

test('[V55] a goal of the others shakes and pushes half as much, and an own goal not at all', () => {
  const { show } = lightsOf();
  const goal = (subject: number, object: number) => show(happens(EVENT.goal, { subject, object }));
  expect(goal(0, TEAM_SUN)).toEqual(['goal ours', 'breathe 5', 'shake 0.6', 'push 1']);
  expect(goal(1, TEAM_WAVE)).toEqual(['goal theirs', 'breathe 5', 'shake 0.42', 'push 0.5']);
  expect(goal(1, TEAM_SUN)).toEqual(['goal own-goal', 'breathe 5', 'shake 0']);
  // What is shaken goes with the square.
  expect(0.42 ** 2).toBeCloseTo(0.6 ** 2 / 2, 2);
});

test('[V56] contacts are lit where the discs meet, a missed kick where the own disc is', () => {
  const { show, hold } = lightsOf();
  expect(show(happens(EVENT.ballTouch))).toEqual(['touch 15,0']);
  expect(show(happens(EVENT.playerHit, { object: 1 }))).toEqual(['meet 50,0']);
  hold(true);
  expect(show()).toEqual([]);
  hold(false);
  expect(show()).toEqual(['miss 0,0']);
});

test('[V57] a kick and a post hold the ball where it still is, and never with reduced motion', () => {
  expect(lightsOf().show(happens(EVENT.kick))).toEqual(['kick', 'squash', 'hold']);
  expect(lightsOf().show(happens(EVENT.postHit))).toEqual(['hit', 'shake 0.25', 'hold']);
  expect(lightsOf().show(happens(EVENT.postHit, { x: 90 }))).toEqual(['hit', 'shake 0.25']);
  // It was told late: the ball is far away by now.
  expect(lightsOf().show(happens(EVENT.kick, { subject: 1 }))).toEqual(['kick', 'squash']);
  expect(lightsOf(true).show(happens(EVENT.kick))).toEqual(['kick']);
  expect(lightsOf(true).show(happens(EVENT.postHit))).toEqual(['hit', 'shake 0.25']);
});
