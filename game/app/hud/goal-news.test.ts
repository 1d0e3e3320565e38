import { expect, test } from 'vitest';
import { EVENT, type MatchEvent } from '../../../shared/sim/events.ts';
import { MATCH, type MatchState } from '../../../shared/sim/match-state.ts';
import { goalNewsOf } from './goal-news.ts';

function matchOf(fields: Partial<Record<keyof typeof MATCH, number>>): MatchState {
  const ints = new Int32Array(64);
  for (const [name, value] of Object.entries(fields))
    ints[MATCH[name as keyof typeof MATCH]] = value;
  return { ints } as unknown as MatchState;
}

function happened(kind: MatchEvent['kind'], strength: number): MatchEvent {
  return { kind, tick: 9, subject: 0, object: 1, x: 0, y: 0, strength };
}

test('[V58] a unit per tick is ten kilometres an hour, in whole ones', () => {
  const open = matchOf({ sunScore: 1 });
  expect(goalNewsOf(happened(EVENT.goal, 6.12), open)).toEqual({ kmh: 61, isLast: false });
  expect(goalNewsOf(happened(EVENT.goal, 0), open)?.kmh).toBe(0);
  expect(goalNewsOf(happened(EVENT.kick, 6), open)).toBeNull();
});

test('[V59] the last goal of a match is known: of a limit, and of the first one behind full time', () => {
  const isLast = (fields: Parameters<typeof matchOf>[0]) =>
    goalNewsOf(happened(EVENT.goal, 5), matchOf(fields))!.isLast;
  expect(isLast({ scoreLimit: 3, sunScore: 2, waveScore: 2 })).toBe(false);
  expect(isLast({ scoreLimit: 3, sunScore: 2, waveScore: 3 })).toBe(true);
  expect(isLast({ timeLimitTicks: 600, clock: 500, waveScore: 1 })).toBe(false);
  expect(isLast({ timeLimitTicks: 600, clock: 600, waveScore: 1 })).toBe(true);
});
