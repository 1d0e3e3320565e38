import { attempt } from '../../shared/base/attempt.ts';
import { Crowd } from './crowd.ts';

/** `goals`: as loud as the effects, and the others make room for it. */
export type Bus = 'effects' | 'goals' | 'crowd' | 'ui' | 'chat';

/** So much is left of all else while a goal sounds: 6 dB less, for so long, in seconds. */
const DUCKED = 0.5;
const DUCKED_SECONDS = 0.5;
/** Time constants, in seconds: nothing clicks, and what was ducked comes back softly. */
const SMOOTH_SECONDS = 0.02;
const BACK_SECONDS = 0.15;

/** Loudness of each bus, 0 … 1 and what leaves headroom. */
export type Volumes = Readonly<Record<Bus, number>>;

/**
 * From the sounds to the loudspeaker: a volume for each bus, a crowd on one of them, and goals above all,
 * which the others make room for. Throws in a context that makes nothing.
 */
export class SoundDesk {
  readonly #context: AudioContext;
  readonly #buses: Readonly<Record<Bus, GainNode>>;
  /** Of a match, and of what the page says. */
  readonly #ducked: readonly [GainNode, GainNode];
  readonly #crowd: Crowd | null;

  constructor(context: AudioContext, random: () => number) {
    const match = gainTo(context, context.destination);
    const page = gainTo(context, context.destination);
    this.#context = context;
    this.#ducked = [match, page];
    this.#buses = {
      effects: gainTo(context, match),
      crowd: gainTo(context, match),
      goals: gainTo(context, context.destination),
      ui: gainTo(context, page),
      chat: gainTo(context, page),
    };
    // A browser without one of its parts has all other sounds.
    this.#crowd = attempt(() => new Crowd(context, this.#buses.crowd, random), null);
  }

  /** Where sounds of this bus go. */
  into(bus: Bus): AudioNode {
    return this.#buses[bus];
  }

  /** Takes over changed volumes. */
  setVolumes(volumes: Volumes): void {
    for (const bus of Object.keys(volumes) as Bus[]) {
      const { gain } = this.#buses[bus];
      gain.setTargetAtTime(volumes[bus], this.#context.currentTime, SMOOTH_SECONDS);
    }
  }

  /** Makes room for a goal: all other buses are quieter for a moment. */
  duck(): void {
    const { currentTime } = this.#context;
    for (const { gain } of this.#ducked) {
      gain.cancelScheduledValues(currentTime);
      gain.setTargetAtTime(DUCKED, currentTime, SMOOTH_SECONDS);
      gain.setTargetAtTime(1, currentTime + DUCKED_SECONDS, BACK_SECONDS);
    }
  }

  /** @param danger 0 … 1, see `dangerOf`; null without a match */
  followDanger(danger: number | null): void {
    this.#crowd?.follow(danger);
  }

  /** What is heard of a match, as a stream until it is ended. */
  listen(): { readonly stream: MediaStream; readonly end: () => void } {
    const tap = this.#context.createMediaStreamDestination();
    const heard = [this.#ducked[0], this.#buses.goals];
    for (const node of heard) node.connect(tap);
    return {
      stream: tap.stream,
      end: () => {
        for (const node of heard) node.disconnect(tap);
      },
    };
  }
}

function gainTo(context: AudioContext, to: AudioNode): GainNode {
  const gain = context.createGain();
  gain.connect(to);
  return gain;
}
