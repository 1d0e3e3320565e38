import { ZZFX } from 'zzfx';
import { SoundDesk } from './sound-desk.ts';

/** A part of its own: importing the package makes an AudioContext, which waits for a gesture. */
export const synthesizer = {
  audioContext: ZZFX.audioContext,
  sampleRate: ZZFX.sampleRate,
  buildSamples: (...recipe: number[]): number[] => ZZFX.buildSamples(...recipe),
  makeDesk: (context: AudioContext): SoundDesk => new SoundDesk(context, Math.random),
};
