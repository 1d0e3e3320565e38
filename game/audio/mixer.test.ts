import { afterEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { FakeContext } from './fake-context.ts';
import { Mixer, type Synthesizer } from './mixer.ts';
import { SoundDesk } from './sound-desk.ts';

const CUE = { name: 'ui_ok', bus: 'ui', gain: 1, pan: 0 } as const;

async function setUp(context: FakeContext): Promise<Mixer> {
  vi.useFakeTimers();
  const synthesizer = {
    audioContext: context,
    sampleRate: context.sampleRate,
    buildSamples: () => [0],
    makeDesk: (audio: AudioContext) => new SoundDesk(audio, () => 0.5),
  };
  const mixer = new Mixer(
    () => DEFAULT_SETTINGS,
    async () => synthesizer as unknown as Synthesizer,
  );
  mixer.unlock();
  await vi.runAllTimersAsync();
  return mixer;
}

afterEach(() => {
  vi.useRealTimers();
});

test('sounds are made although waking the context never ends', async () => {
  const context = new FakeContext();
  const mixer = await setUp(context);
  expect(context.resumed).toBe(1);
  context.state = 'running';
  mixer.play(CUE);
  expect(context.started).toBe(1);
});

test.each(['suspended', 'interrupted'])('a context that is %s is woken', async (state) => {
  const context = new FakeContext();
  const mixer = await setUp(context);
  context.state = state;
  mixer.unlock();
  mixer.wake();
  expect(context.resumed).toBe(3);
  context.state = 'running';
  mixer.unlock();
  expect(context.resumed).toBe(3);
});

test('while the context rests no sound is kept for later', async () => {
  const context = new FakeContext();
  const mixer = await setUp(context);
  context.state = 'interrupted';
  for (context.currentTime = 0; context.currentTime < 20; context.currentTime += 1) mixer.play(CUE);
  expect(context.started).toBe(0);
  context.state = 'running';
  mixer.play(CUE);
  expect(context.started).toBe(1);
});

test('without a panner it sounds in the middle', async () => {
  const context = new FakeContext();
  const mixer = await setUp(context);
  Object.assign(context, { state: 'running', hasPanner: false });
  mixer.play(CUE);
  expect(context.started).toBe(1);
});

test('a context that throws ends nothing, and holds no voice', async () => {
  const context = new FakeContext();
  const mixer = await setUp(context);
  const { createBufferSource } = context;
  context.state = 'running';
  context.createBufferSource = () => {
    throw new Error('InvalidStateError');
  };
  for (context.currentTime = 1; context.currentTime < 20; context.currentTime += 1) mixer.play(CUE);
  context.createBufferSource = createBufferSource;
  mixer.play(CUE);
  expect(context.started).toBe(1);
});

test('a browser without sound is silent, and is not asked again and again', async () => {
  let asked = 0;
  const mixer = new Mixer(
    () => DEFAULT_SETTINGS,
    async () => {
      asked += 1;
      return null;
    },
  );
  for (let gesture = 0; gesture < 3; gesture += 1) mixer.unlock();
  mixer.play(CUE);
  expect(asked).toBe(1);
});

test('[V36] what is heard of a match can be had as a stream, until it is ended', async () => {
  const silent = new Mixer(
    () => DEFAULT_SETTINGS,
    async () => null,
  );
  expect(silent.listen()).toBeNull();
  const context = new FakeContext();
  const mixer = await setUp(context);
  const heard = mixer.listen()!;
  expect(heard.stream).toBe('heard');
  // The match as it is ducked, and goals; not what the page says.
  expect(context.into('tap')).toBe(2);
  heard.end();
  expect(context.into('tap')).toBe(0);
  const old = new FakeContext();
  Reflect.deleteProperty(old, 'createMediaStreamDestination');
  expect((await setUp(old)).listen()).toBeNull();
});
