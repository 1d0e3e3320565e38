import type { GameObjects, Scene } from 'phaser';
import { expect, test } from 'vitest';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { PALETTES } from '../settings/theme.ts';
import { EffectsView } from './effects-view.ts';
import type { Cheer } from './goal-cheer.ts';

/** What is drawn at a goal: the frames of the pictures that are seen then. */
function framesOfGoal(cheer: Cheer, calm = false, team: number = TEAM_WAVE, share = 1): string[] {
  const images: { frame: string; isSeen: boolean }[] = [];
  const addImage = () => {
    const own = { frame: '', isSeen: false };
    images.push(own);
    const image = {
      setVisible: (isSeen: boolean) => Object.assign(own, { isSeen }) && image,
      setFrame: (frame: string) => Object.assign(own, { frame }) && image,
      setTint: () => image,
      setRotation: () => image,
    };
    return image;
  };
  const scene = { add: { image: addImage } } as unknown as Scene;
  const world = { add: () => {} } as unknown as GameObjects.Container;
  const effects = new EffectsView(scene, world);
  effects.goal(300, 0, team, cheer, { palette: PALETTES['sun-wave'], calm, share });
  return images.filter(({ isSeen }) => isSeen).map(({ frame }) => frame);
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
  expect(confettiOf('ours', false, TEAM_WAVE, 0.5)).toBe(confettiOf('ours') / 2);
  expect(framesOfGoal('ours', false, TEAM_WAVE, 0)).toEqual(['ring']);
});
