import type { Settings } from '../settings/settings.ts';
import { SOUNDS, type SoundName } from './sound-bank.ts';
import type { synthesizer } from './synthesizer.ts';
import { VoiceBudget } from './voice-budget.ts';

export type Bus = 'effects' | 'ui' | 'chat';

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
  readonly buses: Readonly<Record<Bus, GainNode>>;
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

  /** Call it in the handler of a gesture; later calls wake a context that the browser put to sleep. */
  async unlock(): Promise<void> {
    if (this.#ready) {
      await wake(this.#ready.context);
      return;
    }
    if (this.#wasAsked || typeof AudioContext === 'undefined') return;
    this.#wasAsked = true;
    await this.#prepare();
  }

  async #prepare(): Promise<void> {
    const loaded = await this.#load(() => void this.#prepare());
    if (!loaded || this.#ready) return;
    const context = loaded.audioContext;
    const ready: Ready = {
      context,
      buses: { effects: makeBus(context), ui: makeBus(context), chat: makeBus(context) },
      buffers: new Map(),
    };
    this.#ready = ready;
    this.applySettings();
    await wake(context);
    for (const name of Object.keys(SOUNDS) as SoundName[]) {
      const samples = loaded.buildSamples(...SOUNDS[name]);
      const buffer = context.createBuffer(1, samples.length, loaded.sampleRate);
      buffer.getChannelData(0).set(samples);
      ready.buffers.set(name, buffer);
      await new Promise((resolve) => setTimeout(resolve, BUILD_PAUSE_MS));
    }
  }

  /** Takes over changed volumes. */
  applySettings(): void {
    if (!this.#ready) return;
    const { master, effects, ui, chat, muted } = this.#settings().sound;
    const { context, buses } = this.#ready;
    const output = muted ? 0 : OUTPUT_GAIN * master;
    buses.effects.gain.setTargetAtTime(output * effects, context.currentTime, 0.02);
    buses.ui.gain.setTargetAtTime(output * ui, context.currentTime, 0.02);
    buses.chat.gain.setTargetAtTime(output * chat, context.currentTime, 0.02);
  }

  play(cue: SoundCue): void {
    const ready = this.#ready;
    const buffer = ready?.buffers.get(cue.name);
    if (!ready || !buffer || this.#settings().sound.muted) return;
    const { context } = ready;
    if (!this.#budget.tryStart(cue.name, context.currentTime * 1000)) return;
    const source = context.createBufferSource();
    const gain = context.createGain();
    const panner = context.createStereoPanner();
    source.buffer = buffer;
    source.playbackRate.value = 1 + (Math.random() * 2 - 1) * PITCH_SPREAD;
    gain.gain.value = cue.gain;
    panner.pan.value = cue.pan;
    source.connect(gain).connect(panner).connect(ready.buses[cue.bus]);
    source.addEventListener('ended', () => this.#budget.ended());
    source.start();
  }
}

async function wake(context: AudioContext): Promise<void> {
  if (context.state !== 'suspended') return;
  try {
    await context.resume();
  } catch {
    // No output device, or the browser wants another gesture: the next one tries again.
  }
}

function makeBus(context: AudioContext): GainNode {
  const bus = context.createGain();
  bus.connect(context.destination);
  return bus;
}
