import type { GameObjects, Scene } from 'phaser';
import { expect, test } from 'vitest';
import { BUILT_IN_STADIUMS } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { NetsView } from './nets-view.ts';
import { pitchBounds } from './pitch-bounds.ts';

const CLASSIC = BUILT_IN_STADIUMS.get('classic')!;
const BOUNDS = pitchBounds(CLASSIC);
const FRAME_MS = 1000 / 60;

/** The nets of the classic pitch, and how wide each of their slices is drawn. */
function netsOf(isOn = true) {
  const slices: { name: string; width: number; isSeen: boolean; x: number }[] = [];
  const frames = new Set<string>();
  const image = () => {
    const own = { name: '', width: 0, isSeen: false, x: 0 };
    slices.push(own);
    const made = {
      setVisible: (isSeen: boolean) => Object.assign(own, { isSeen }) && made,
      setTexture: (_key: string, name: string) => Object.assign(own, { name }) && made,
      setOrigin: () => made,
      setPosition: (x: number) => Object.assign(own, { x }) && made,
      setScale: (width: number) => Object.assign(own, { width }) && made,
    };
    return made;
  };
  const scene = {
    add: { image },
    textures: { get: () => ({ add: (name: string) => frames.add(name) }) },
  } as unknown as Scene;
  const nets = new NetsView(
    scene,
    { addAt: () => {} } as unknown as GameObjects.Container,
    CLASSIC,
  );
  nets.retexture(BOUNDS, 2, isOn);
  return { nets, slices, frames };
}

const GOAL = CLASSIC.goals.find(({ p0 }) => p0.x > 0)!;
const LINE = GOAL.p0.x;

test('[V55] the net that a ball goes into moves, the other one does not, and both hang still in the end', () => {
  const { nets, slices, frames } = netsOf();
  expect(slices.some(({ isSeen }) => isSeen)).toBe(false);
  expect(frames.size).toBe(slices.length);
  nets.hit(LINE + 20, 0, 5);
  nets.update(FRAME_MS);
  const seen = slices.filter(({ isSeen }) => isSeen);
  expect(seen.length).toBe(slices.length / 2);
  expect(seen.every(({ x }) => Math.abs(x - LINE) < 1)).toBe(true);
  expect(Math.max(...seen.map(({ width }) => width))).toBeGreaterThan(0.5);
  for (let frame = 0; frame < 180; frame += 1) nets.update(FRAME_MS);
  expect(slices.some(({ isSeen }) => isSeen)).toBe(false);
});

test('[V55] a goal moves its net before the ball meets it, and less', () => {
  const out = (push: (nets: NetsView) => void): number => {
    const { nets, slices } = netsOf();
    push(nets);
    for (let frame = 0; frame < 3; frame += 1) nets.update(FRAME_MS);
    return Math.max(...slices.map(({ width }) => width));
  };
  const crossed = out((nets) => nets.breathe(LINE - 4, 10, 6));
  expect(crossed).toBeGreaterThan(0.5);
  expect(crossed).toBeLessThan(out((nets) => nets.hit(LINE + 20, 10, 6)));
});

test('[V55] walls of the pitch move no net, nor does anything with reduced motion or on a slow machine', () => {
  for (const { nets, slices } of [netsOf(), netsOf(false)]) {
    nets.hit(LINE - 30, 0, 6);
    nets.hit(0, CLASSIC.bg.height, 6);
    if (slices[0]!.name === '') nets.hit(LINE + 20, 0, 6);
    nets.update(FRAME_MS);
    expect(slices.some(({ isSeen }) => isSeen)).toBe(false);
  }
});

test('a goal without a net has none, and its posts are not known', () => {
  const { nets } = netsOf();
  expect(nets.pocketAt(LINE, 0)).toMatchObject({ side: 1 });
  expect(nets.pocketAt(-LINE, 0)).toMatchObject({ side: -1 });
  expect(nets.pocketAt(0, 0)).toBeNull();
});
