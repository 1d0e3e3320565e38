/** The package ships no types. Importing it makes an AudioContext: wait for a first gesture. */
declare module 'zzfx' {
  export const ZZFX: {
    readonly sampleRate: number;
    readonly audioContext: AudioContext;
    /**
     * volume, randomness, frequency, attack, sustain, release, shape, shapeCurve, slide, deltaSlide,
     * pitchJump, pitchJumpTime, repeatTime, noise, modulation, bitCrush, delay, sustainVolume, decay,
     * tremolo, filter
     */
    buildSamples(...recipe: number[]): number[];
  };
}
