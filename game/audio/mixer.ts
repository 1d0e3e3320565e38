import { attempt } from '../../shared/base/attempt.ts';
import type { Settings } from '../settings/settings.ts';
import { SOUNDS, type SoundName } from './sound-bank.ts';
import type { Bus, SoundDesk } from './sound-desk.ts';
import type { synthesizer } from './synthesizer.ts';
import { VoiceBudget } from './voice-budget.ts';

export type SoundCue = {
  readonly name: SoundName;
  readonly bus: Bus;
  /** 0 … 1 */
  readonly gain: number;
  /** -1 left … 1 right */
  readonly pan: number;
};

/** The recipes are loud; this leaves headroom for several at once. */
const OUTPUT_GAIN = 0.45;
/** Cosmetic, so that a row of equal kicks does not sound like a machine. */
const PITCH_SPREAD = 0.03;
/** Sounds are made a few at a time: all at once would hold up a frame. */
const BUILD_PAUSE_MS = 8;

type Ready = {
  readonly context: AudioContext;
  readonly desk: SoundDesk;
  readonly buffers: Map<SoundName, AudioBuffer>;
};

export type Synthesizer = typeof synthesizer;

/** Plays the sound bank. Silent until the first gesture, as browsers demand. */
export class Mixer {
  readonly #settings: () => Settings;
  readonly #load: (retry: () => void) => Promise<Synthesizer | null>;
  readonly #budget = new VoiceBudget();
  #ready: Ready | null = null;
  #wasAsked = false;

  /** `load` gives null when the synthesizer is not to be had now, and may call `retry` later. */
  constructor(settings: () => Settings, load: (retry: () => void) => Promise<Synthesizer | null>) {
    this.#settings = settings;
    this.#load = load;
  }

  /** Call it in the handler of a gesture; later calls wake a context that was put to sleep. */
  unlock(): void {
    if (this.#ready) return this.wake();
    if (this.#wasAsked) return;
    this.#wasAsked = true;
    void this.#prepare();
  }

  /** Call it when the page is looked at again: a call or a locked screen interrupts the sound. */
  wake(): void {
    if (this.#ready) wake(this.#ready.context);
  }

  async #prepare(): Promise<void> {
    const loaded = await this.#load(() => void this.#prepare());
    if (!loaded || this.#ready) return;
    const context = loaded.audioContext;
    const desk = attempt(() => loaded.makeDesk(context), null);
    // A context that makes nothing: this browser has no sound.
    if (!desk) return;
    const ready: Ready = { context, desk, buffers: new Map() };
    this.#ready = ready;
    this.applySettings();
    // Not waited for: without a gesture that counts it never ends.
    wake(context);
    for (const name of Object.keys(SOUNDS) as SoundName[]) {
      const buffer = attempt(() => makeBuffer(loaded, name), null);
      if (buffer) ready.buffers.set(name, buffer);
      await new Promise((resolve) => setTimeout(resolve, BUILD_PAUSE_MS));
    }
  }

  /** What is heard of a match, as a stream until it is ended; null while there is no sound. */
  listen(): { readonly stream: MediaStream; readonly end: () => void } | null {
    const desk = this.#ready?.desk;
    return desk ? attempt(() => desk.listen(), null) : null;
  }

  /** Takes over changed volumes. */
  applySettings(): void {
    const { sound, quality } = this.#settings();
    const { master, effects, ui, chat, muted } = sound;
    const output = muted ? 0 : OUTPUT_GAIN * master;
    this.#ready?.desk.setVolumes({
      effects: output * effects,
      goals: output * effects,
      crowd: quality === 'low' ? 0 : output * sound.crowd,
      ui: output * ui,
      chat: output * chat,
    });
  }

  /** @param danger 0 … 1 of what the crowd sees; null without a match */
  followDanger(danger: number | null): void {
    this.#ready?.desk.followDanger(danger);
  }

  play(cue: SoundCue): void {
    const ready = this.#ready;
    const buffer = ready?.buffers.get(cue.name);
    if (!ready || !buffer || this.#settings().sound.muted) return;
    const { context } = ready;
    // What is started in a context that rests is heard later, all at once.
    if (context.state !== 'running') return;
    if (!this.#budget.tryStart(cue.name, context.currentTime * 1000)) return;
    const isStarted = attempt(() => start(ready, cue, buffer, () => this.#budget.ended()), false);
    if (!isStarted) this.#budget.ended();
  }
}

function start({ context, desk }: Ready, cue: SoundCue, buffer: AudioBuffer, onEnd: () => void) {
  const source = context.createBufferSource();
  const gain = context.createGain();
  source.buffer = buffer;
  source.playbackRate.value = 1 + (Math.random() * 2 - 1) * PITCH_SPREAD;
  gain.gain.value = cue.gain;
  source.connect(gain).connect(pan(context, cue.pan, desk.into(cue.bus)));
  source.addEventListener('ended', onEnd);
  source.start();
  if (cue.bus === 'goals') desk.duck();
  return true;
}

/** Older browsers have no panner: everything sounds in the middle there. */
function pan(context: AudioContext, at: number, bus: AudioNode): AudioNode {
  const panner = attempt<StereoPannerNode | null>(() => context.createStereoPanner(), null);
  if (!panner) return bus;
  panner.pan.value = at;
  panner.connect(bus);
  return panner;
}

function wake(context: AudioContext): void {
  // Anything but these: iOS has `interrupted` beside `suspended`.
  if (context.state === 'running' || context.state === 'closed') return;
  attempt<Promise<void> | null>(() => context.resume(), null)?.catch(beRefused);
}

/** No output device, or a gesture that does not count: the next one tries again. */
function beRefused(): void {}

function makeBuffer(synthesizer: Synthesizer, name: SoundName): AudioBuffer {
  const samples = synthesizer.buildSamples(...SOUNDS[name]);
  const { audioContext, sampleRate } = synthesizer;
  const buffer = audioContext.createBuffer(1, samples.length, sampleRate);
  buffer.getChannelData(0).set(samples);
  return buffer;
}
