import type { GameObjects, Scene } from 'phaser';
import { expect, test } from 'vitest';
import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { colorNumber, PALETTES } from '../settings/theme.ts';
import { EffectsView } from './effects-view.ts';
import type { Cheer } from './goal-cheer.ts';
import type { Tier } from './tier.ts';

/** What is drawn at a goal: the frames of the pictures that are seen then. */
function framesOfGoal(
  cheer: Cheer,
  calm = false,
  team: number = TEAM_WAVE,
  tier: Tier = 'balanced',
): string[] {
  return seenBehind(
    (effects) =>
      effects.goal(
        { x: 300, y: 0, team, cheer, pocket: null },
        { palette: PALETTES['sun-wave'], calm, tier },
      ),
    tier,
  ).map(({ frame }) => frame);
}

type Seen = { readonly frame: string; readonly tint: number };

/** What is drawn behind something that was to be shown. */
function seenBehind(show: (effects: EffectsView) => void, tier: Tier = 'high'): Seen[] {
  const images: { frame: string; tint: number; isSeen: boolean }[] = [];
  const addImage = (_x: number, _y: number, _sheet: string, first: string) => {
    const own = { frame: first, tint: 0, isSeen: false };
    images.push(own);
    const image = {
      setVisible: (isSeen: boolean) => Object.assign(own, { isSeen }) && image,
      setFrame: (frame: string) => Object.assign(own, { frame }) && image,
      setTexture: () => image,
      setTint: (tint: number) => Object.assign(own, { tint }) && image,
      setRotation: () => image,
      setPosition: () => image,
      setAlpha: () => image,
      setScale: () => image,
      setBlendMode: () => image,
    };
    return image;
  };
  const scene = { add: { image: addImage } } as unknown as Scene;
  const world = { add: () => {} } as unknown as GameObjects.Container;
  const effects = new EffectsView(scene, world);
  effects.retexture(1, tier);
  show(effects);
  effects.update(1);
  return images.filter(({ isSeen }) => isSeen);
}

const confettiOf = (...goal: Parameters<typeof framesOfGoal>): number =>
  framesOfGoal(...goal).filter((frame) => frame.startsWith('chip')).length;

test('an own goal has its ring and no confetti', () => {
  expect(framesOfGoal('own-goal')).toEqual(['ring']);
  expect(framesOfGoal('own-goal', false, TEAM_SUN)).toEqual(['ring']);
});

test('other goals have confetti with the pattern of the team, half as much for the other side', () => {
  expect(confettiOf('ours')).toBeGreaterThan(20);
  expect(confettiOf('theirs')).toBeLessThanOrEqual(confettiOf('ours') / 2);
  expect(new Set(framesOfGoal('ours', false, TEAM_SUN))).toEqual(new Set(['ring', 'chip']));
  expect(new Set(framesOfGoal('ours'))).toEqual(new Set(['ring', 'chip-striped']));
});

test('nothing flies for who wants less motion', () => {
  expect(framesOfGoal('ours', true)).toEqual(['ring']);
});

test('[V38] a slow machine draws half of the confetti or none, and always the ring', () => {
  const full = confettiOf('ours', false, TEAM_WAVE, 'high');
  expect(full).toBeGreaterThan(100);
  expect(confettiOf('ours', false, TEAM_WAVE, 'balanced')).toBe(full / 2);
  expect(framesOfGoal('ours', false, TEAM_WAVE, 'low')).toEqual(['ring']);
});

test('[V55] both posts glow in the colour of who scored, less for the other side, and not at an own goal', () => {
  const pocket = { line: 370, top: -64, bottom: 64 };
  const glowsOf = (cheer: Cheer, calm = false): readonly number[] =>
    seenBehind((effects) =>
      effects.goal(
        { x: 372, y: 0, team: TEAM_SUN, cheer, pocket },
        { palette: PALETTES['sun-wave'], calm, tier: 'balanced' },
      ),
    )
      .filter(({ frame }) => frame === 'glow')
      .map(({ tint }) => tint);
  const sun = colorNumber(PALETTES['sun-wave'].sun);
  expect(glowsOf('ours')).toEqual([sun, sun]);
  expect(glowsOf('theirs')).toEqual([sun, sun]);
  expect(glowsOf('ours', true)).toEqual([sun, sun]);
  expect(glowsOf('own-goal')).toEqual([]);
});

test('[V55] the light of a goal is added where machines are fast, and never with reduced motion', () => {
  const glows = (tier: Tier, calm = false): number =>
    framesOfGoal('ours', calm, TEAM_SUN, tier).filter((frame) => frame === 'glow').length;
  expect([glows('high'), glows('balanced'), glows('low'), glows('high', true)]).toEqual([
    1, 0, 0, 0,
  ]);
});

const meeting = (strength: number): MatchEvent => {
  return { kind: EVENT.playerHit, tick: 0, subject: 0, object: 1, x: 0, y: 0, strength };
};

test('[V56] two players that meet raise three dots of dust, or a glow where nothing flies', () => {
  const seen = (strength: number, calm: boolean, tier: Tier): readonly string[] =>
    seenBehind(
      (effects) =>
        effects.meet(meeting(strength), 0, 0, { palette: PALETTES['sun-wave'], calm, tier }),
      tier,
    ).map(({ frame }) => frame);
  expect(seen(3, false, 'high')).toEqual(['dot', 'dot', 'dot']);
  expect(seen(3, false, 'balanced')).toEqual(['dot', 'dot', 'dot']);
  expect(seen(3, true, 'high')).toEqual(['glow']);
  expect(seen(3, false, 'low')).toEqual(['glow']);
  expect(seen(0.1, false, 'high')).toEqual([]);
});

test('[V56] a touch is a small ring, and dribbling none; a kick that met nothing is another one', () => {
  const touch = (strength: number) =>
    seenBehind((effects) => effects.touch(meeting(strength), 0, 0));
  expect(touch(2).map(({ frame }) => frame)).toEqual(['ring']);
  expect(touch(0.1)).toEqual([]);
  const [miss] = seenBehind((effects) => effects.miss(0, 0));
  expect(miss!.frame).toBe('ring');
  expect(miss!.tint).not.toBe(touch(2)[0]!.tint);
});
