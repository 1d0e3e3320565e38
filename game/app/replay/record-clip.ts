import { attempt } from '../../../shared/base/attempt.ts';
import type { PaintOver } from '../../ui/model/replays-model.ts';
import { type ClipSource, mirrorPitch } from './clip-canvas.ts';
import { writeWebmLength } from './webm-length.ts';

/** A video as a file: its bytes, and how its name ends. */
export type Clip = { readonly bytes: Uint8Array<ArrayBuffer>; readonly ending: 'mp4' | 'webm' };

/** A recording that is on. */
export type RunningClip = {
  /** Ends it; null where nothing came of it. */
  readonly end: () => Promise<Clip | null>;
};

/** What is heard, as a stream. */
export type HeardSound = { readonly stream: MediaStream; readonly end: () => void };

/** MP4 first: telephones and chat programs take it everywhere. */
const KINDS = [
  { type: 'video/mp4;codecs=avc1.42E01F,mp4a.40.2', ending: 'mp4' },
  { type: 'video/webm;codecs=vp9,opus', ending: 'webm' },
  { type: 'video/webm;codecs=vp8,opus', ending: 'webm' },
  { type: 'video/webm', ending: 'webm' },
] as const;
/** Lines stay sharp at this, and eight seconds are some six megabytes at most, a minute 45. */
const VIDEO_BITS = 6_000_000;

/**
 * Begins to record what the pitch shows and what is painted over it, with the sound where there is one.
 *
 * @param hear is asked once it is known that the browser records
 * @returns null where the browser cannot
 */
export function recordClip(
  source: ClipSource,
  paintOver: PaintOver,
  hear: () => HeardSound | null,
  clockMs: () => number,
): RunningClip | null {
  const kind = attempt(() => KINDS.find(({ type }) => MediaRecorder.isTypeSupported(type)), null);
  const mirror = kind && mirrorPitch(source, paintOver);
  const picture = mirror && attempt<MediaStream | null>(() => mirror.canvas.captureStream(), null);
  if (!kind || !mirror || !picture) {
    mirror?.end();
    return null;
  }
  const sound = hear();
  const tracks = [...picture.getVideoTracks(), ...(sound?.stream.getAudioTracks() ?? [])];
  const stopAll = (): void => {
    for (const track of picture.getTracks()) track.stop();
    sound?.end();
    mirror.end();
  };
  const options = { mimeType: kind.type, videoBitsPerSecond: VIDEO_BITS };
  const recorder = attempt(() => begin(new MediaStream(tracks), options), null);
  if (!recorder) {
    stopAll();
    return null;
  }
  const sinceMs = clockMs();
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => void pieces.push(data));
  // A recorder that fails stops by itself.
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve());
  });
  const end = async (): Promise<Clip | null> => {
    const lengthMs = clockMs() - sinceMs;
    if (recorder.state !== 'inactive') recorder.stop();
    await stopped;
    stopAll();
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    if (bytes.length === 0) return null;
    const { ending } = kind;
    return { bytes: ending === 'webm' ? writeWebmLength(bytes, lengthMs) : bytes, ending };
  };
  return { end };
}

function begin(stream: MediaStream, options: MediaRecorderOptions): MediaRecorder {
  const recorder = new MediaRecorder(stream, options);
  recorder.start();
  return recorder;
}
