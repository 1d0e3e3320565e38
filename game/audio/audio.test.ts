import { expect, test } from 'vitest';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { EVENT, type EventKind, type MatchEvent } from '../../shared/sim/events.ts';
import { type Listener, soundOf } from './match-sounds.ts';
import { COOLDOWN_MS, MAX_VOICES, SAVE_COOLDOWN_MS, VoiceBudget } from './voice-budget.ts';

const LISTENER: Listener = { seat: 1, team: 1, halfWidth: 370 };

function event(kind: EventKind, part: Partial<MatchEvent> = {}): MatchEvent {
  return { tick: 1, kind, subject: 0, object: 0, x: 0, y: 0, strength: 3, ...part };
}

test('a hard kick and a touch of the ball sound different', () => {
  expect(soundOf(event(EVENT.kick, { strength: 5 }), LISTENER)?.name).toBe('kick_full');
  expect(soundOf(event(EVENT.kick, { strength: 1 }), LISTENER)?.name).toBe('kick_light');
});

test('sounds come from where they happen and never beyond the pan limit', () => {
  expect(soundOf(event(EVENT.wallHit, { x: 370 }), LISTENER)?.pan).toBeCloseTo(0.6);
  expect(soundOf(event(EVENT.wallHit, { x: -9999 }), LISTENER)?.pan).toBeCloseTo(-0.6);
  expect(soundOf(event(EVENT.wallHit, { x: 0 }), LISTENER)?.pan).toBeCloseTo(0);
});

test('a harder hit is louder and a faint one is silent', () => {
  const soft = soundOf(event(EVENT.postHit, { strength: 1 }), LISTENER);
  const hard = soundOf(event(EVENT.postHit, { strength: 5 }), LISTENER);
  expect(hard!.gain).toBeGreaterThan(soft!.gain);
  expect(soundOf(event(EVENT.ballTouch, { strength: 0.1 }), LISTENER)).toBeNull();
});

test('a goal sounds glad for one side, sad for the other and kind for an own goal', () => {
  const names = [
    soundOf(event(EVENT.goal, { subject: 3, object: 1 }), LISTENER)?.name,
    soundOf(event(EVENT.goal, { subject: 3, object: 2 }), LISTENER)?.name,
    soundOf(event(EVENT.goal, { subject: 1, object: 2 }), LISTENER)?.name,
    soundOf(event(EVENT.goal, { subject: 3, object: 2 }), { ...LISTENER, team: 0, seat: -1 })?.name,
  ];
  expect(names).toEqual(['goal_us', 'goal_them', 'own_goal', 'goal_us']);
});

test('a countdown beeps, and a kick-off that is free for all is whistled', () => {
  expect(soundOf(event(EVENT.countdown, { object: 3 }), LISTENER)?.name).toBe('tick3');
  expect(soundOf(event(EVENT.kickOff, { object: 1 }), LISTENER)?.name).toBe('whistle_start');
  expect(soundOf(event(EVENT.play, { object: 1 }), LISTENER)?.name).toBe('whistle_start');
  expect(soundOf(event(EVENT.play), LISTENER)).toBeNull();
});

test('a save is heard where the ball is, and once within a second', () => {
  const save = soundOf(event(EVENT.save, { x: -370 }), LISTENER);
  expect([save?.name, save?.pan]).toEqual(['save', -0.6]);
  const budget = new VoiceBudget();
  const starts = [0, SAVE_COOLDOWN_MS - 1, SAVE_COOLDOWN_MS].map((ms) =>
    budget.tryStart('save', ms),
  );
  expect(starts).toEqual([true, false, true]);
});

test('only so many voices sound at once', () => {
  const budget = new VoiceBudget();
  const started = Array.from({ length: MAX_VOICES + 2 }, (_, index) =>
    budget.tryStart(`sound ${index}`, 0),
  );
  expect(started.filter(Boolean)).toHaveLength(MAX_VOICES);
  budget.ended();
  expect(budget.tryStart('another', 0)).toBe(true);
});

test('the same sound again within the cooldown is left out', () => {
  const budget = new VoiceBudget();
  expect(budget.tryStart('kick', 0)).toBe(true);
  expect(budget.tryStart('kick', COOLDOWN_MS - 1)).toBe(false);
  expect(budget.tryStart('wall', COOLDOWN_MS - 1)).toBe(true);
  expect(budget.tryStart('kick', COOLDOWN_MS)).toBe(true);
});

test('the end of a match is heard as won or lost by those who played, and whistled for those who watch', () => {
  const end = event(EVENT.end, { object: TEAM_SUN });
  const heard = [TEAM_SUN, TEAM_WAVE, TEAM_NONE].map(
    (team) => soundOf(end, { ...LISTENER, team })?.name,
  );
  expect(heard).toEqual(['win', 'lose', 'whistle_end']);
});
