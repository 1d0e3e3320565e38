import { expect, test } from 'vitest';
import { createRandom } from '../../shared/base/seeded-random.ts';
import { FakeContext, type FakeNode } from './fake-context.ts';
import { SoundDesk } from './sound-desk.ts';

function setUp() {
  const context = new FakeContext();
  const desk = new SoundDesk(context as unknown as AudioContext, () => 0.9);
  const bus = (name: 'effects' | 'goals' | 'crowd' | 'ui' | 'chat') =>
    desk.into(name) as unknown as FakeNode;
  return { context, desk, bus };
}

function targetsOf({ gain }: FakeNode): readonly number[] {
  return gain.targets.map(({ value }) => value);
}

test('each bus has a volume of its own', () => {
  const { desk, bus } = setUp();
  desk.setVolumes({ effects: 1, goals: 1, crowd: 0.25, ui: 0.5, chat: 0 });
  expect(targetsOf(bus('crowd'))).toEqual([0.25]);
  expect(targetsOf(bus('ui'))).toEqual([0.5]);
});

test('[V73] a goal makes all others 6 dB quieter for half a second, and itself not', () => {
  const { context, desk, bus } = setUp();
  context.currentTime = 3;
  desk.duck();
  for (const name of ['effects', 'crowd', 'ui', 'chat'] as const) {
    const [ducked] = bus(name).outputs as FakeNode[];
    expect(ducked!.gain.targets, name).toEqual([
      { value: 0.5, atS: 3 },
      { value: 1, atS: 3.5 },
    ]);
  }
  expect(bus('goals').outputs).toEqual([context.destination]);
});

test('a second goal begins the half second anew', () => {
  const { context, desk, bus } = setUp();
  context.currentTime = 3;
  desk.duck();
  context.currentTime = 3.2;
  desk.duck();
  const [ducked] = bus('effects').outputs as FakeNode[];
  expect(ducked!.gain.targets.map(({ atS }) => atS)).toEqual([3, 3.2, 3.7]);
});

test('[V73] a crowd murmurs in a match, is loud in danger and silent without one', () => {
  const { context, desk } = setUp();
  const level = (): number | undefined =>
    context.nodes.flatMap(({ gain }) => gain.targets).at(-1)?.value;
  desk.followDanger(0);
  expect(level()).toBeCloseTo(0.2);
  desk.followDanger(1);
  expect(level()).toBe(1);
  desk.followDanger(null);
  expect(level()).toBe(0);
  const asked = context.nodes.flatMap(({ gain }) => gain.targets).length;
  desk.followDanger(null);
  expect(context.nodes.flatMap(({ gain }) => gain.targets).length).toBe(asked);
});

test('the noise of a crowd stays within what can be played', () => {
  const context = new FakeContext();
  context.sampleRate = 8_000;
  const buffers: Float32Array[] = [];
  const { createBuffer } = context;
  context.createBuffer = (channels, length) => {
    const buffer = createBuffer(channels, length);
    buffers.push(buffer.samples);
    return buffer;
  };
  void new SoundDesk(context as unknown as AudioContext, createRandom(1));
  const [noise] = buffers;
  const power = noise!.reduce((sum, sample) => sum + sample ** 2, 0) / noise!.length;
  expect(Math.sqrt(power)).toBeGreaterThan(0.1);
  expect(Math.sqrt(power)).toBeLessThan(0.5);
  expect(noise!.every((sample) => Math.abs(sample) < 2)).toBe(true);
});

test('a browser that cannot make a crowd has all other sounds', () => {
  const context = new FakeContext();
  Reflect.deleteProperty(context, 'createBiquadFilter');
  const desk = new SoundDesk(context as unknown as AudioContext, () => 0.5);
  desk.followDanger(1);
  desk.duck();
  expect(desk.into('effects')).toBeDefined();
});
