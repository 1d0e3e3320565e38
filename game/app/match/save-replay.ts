import type { ReplayExtent, ReplayRecorder } from '../../../shared/replay/replay-recorder.ts';
import { encodeReplay } from '../../../shared/wire/replay-file.ts';

/** A download may begin a moment after it was asked for. */
const KEEP_ADDRESS_MS = 10_000;

export type Score = { readonly sun: number; readonly wave: number };

/** Saves what was recorded as a file of the browser's; false when nothing was. */
export function saveReplay(
  recorder: ReplayRecorder,
  extent: ReplayExtent,
  score: Score,
  now: Date,
): boolean {
  const replay = recorder.take(extent, Math.floor(now.getTime() / 1000));
  if (!replay) return false;
  const file = new Blob([encodeReplay(replay)], { type: 'application/octet-stream' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = nameReplay(score, now);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_ADDRESS_MS);
  return true;
}

/** peerball-2026-11-20-1805-3-2.pbreplay: when it was saved, by the clock on the wall, and the score. */
export function nameReplay({ sun, wave }: Score, now: Date): string {
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `peerball-${date}-${two(now.getHours())}${two(now.getMinutes())}-${sun}-${wave}.pbreplay`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
