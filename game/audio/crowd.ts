const LOOP_SECONDS = 5;
/** A third of full scale (RMS). */
const NOISE_GAIN = 0.2;
/** The band lets a third of that through. */
const BAND_GAIN = 3;
/** Voices far away: the middle of a band from 500 to 1 100 Hz, and how narrow it is. */
const BAND_HZ = 740;
const BAND_Q = 1.2;
/** Many people never sound even: loudness swells by so much, one swell in so many seconds. */
const SWELL = 0.25;
const SWELL_SECONDS = 7;
/** What is left where nothing happens. */
const MURMUR = 0.2;
/** Time constants: a crowd rises at once and calms slowly, in seconds. */
const RISE_SECONDS = 0.25;
const CALM_SECONDS = 1.2;

/** Spectators: filtered noise without end, louder the nearer the ball is to a goal. */
export class Crowd {
  readonly #context: BaseAudioContext;
  readonly #level: AudioParam;
  #target = 0;

  /**
   * Sounds from now on, at first as nothing.
   *
   * @param random 0 … 1, of the noise
   */
  constructor(context: BaseAudioContext, out: AudioNode, random: () => number) {
    this.#context = context;
    const noise = context.createBufferSource();
    noise.buffer = makeNoise(context, random);
    noise.loop = true;
    const band = context.createBiquadFilter();
    band.type = 'bandpass';
    band.frequency.value = BAND_HZ;
    band.Q.value = BAND_Q;
    const swell = context.createGain();
    swell.gain.value = BAND_GAIN;
    const wave = context.createOscillator();
    wave.frequency.value = 1 / SWELL_SECONDS;
    const depth = context.createGain();
    depth.gain.value = BAND_GAIN * SWELL;
    wave.connect(depth).connect(swell.gain);
    const level = context.createGain();
    level.gain.value = 0;
    noise.connect(band).connect(swell).connect(level).connect(out);
    noise.start();
    wave.start();
    this.#level = level.gain;
  }

  /** @param danger 0 … 1, see `dangerOf`; null where there is no match, and no crowd */
  follow(danger: number | null): void {
    const level = danger === null ? 0 : MURMUR + (1 - MURMUR) * danger;
    if (level === this.#target) return;
    const seconds = level > this.#target ? RISE_SECONDS : CALM_SECONDS;
    this.#target = level;
    this.#level.setTargetAtTime(level, this.#context.currentTime, seconds);
  }
}

/**
 * Pink noise: each octave as loud as the next one, as of many voices. By the filter that Paul Kellet
 * published on the music-dsp list in 1999 ("economy" form).
 */
function makeNoise(context: BaseAudioContext, random: () => number): AudioBuffer {
  const { sampleRate } = context;
  const buffer = context.createBuffer(1, LOOP_SECONDS * sampleRate, sampleRate);
  const samples = buffer.getChannelData(0);
  let low = 0;
  let middle = 0;
  let high = 0;
  for (let at = 0; at < samples.length; at += 1) {
    const white = random() * 2 - 1;
    low = 0.997_65 * low + white * 0.099_046;
    middle = 0.963 * middle + white * 0.296_516_4;
    high = 0.57 * high + white * 1.052_691_3;
    samples[at] = (low + middle + high + white * 0.1848) * NOISE_GAIN;
  }
  return buffer;
}
