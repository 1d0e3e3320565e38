import { type Result, fail } from '../../../shared/base/result.ts';
import type { Highlight } from '../../../shared/replay/highlights.ts';
import { cutMoment } from '../../../shared/replay/cut-moment.ts';
import type { ReplayTrack } from '../../../shared/replay/replay-track.ts';
import type { ArenaSource } from '../../../shared/room/world.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import {
  decodeMoment,
  encodeMoment,
  type Moment,
  MOMENT_MAX_BYTES,
  MOMENT_TICKS,
} from '../../../shared/wire/moment.ts';
import type { ReplayRefusal } from '../../ui/model/replays-model.ts';
import { MOMENT_MARK } from './moment-mark.ts';

/** [V16] Of the whole fragment; chat programs break longer links. */
export const MOMENT_LINK_CHARS = 3072;
/** Beyond this nothing is even read: no link of ours is as long. */
const READ_CHARS_MAX = 4 * MOMENT_LINK_CHARS;
/** How it came about; the rest is what became of it. */
const BEFORE_TICKS = 6 * TICK_RATE;
/** A moment gets shorter by so much until its link is short enough. */
const SHORTER_TICKS = TICK_RATE;

/**
 * [V16] A link that shows what follows `from` in a replay. It ends earlier where eight seconds would
 * be too long for a link.
 *
 * @param most ticks; a moment has eight seconds at most
 * @returns null where there is nothing to show, or the browser cannot compress
 */
export async function makeMomentLink(
  origin: string,
  track: ReplayTrack,
  arenas: ArenaSource,
  from: number,
  most = MOMENT_TICKS,
): Promise<string | null> {
  for (let ticks = Math.min(most, MOMENT_TICKS); ticks > 0; ticks -= SHORTER_TICKS) {
    const moment = cutMoment(track, arenas, from, ticks);
    const packed = moment && (await pack(encodeMoment(moment)));
    if (!packed) return null;
    const fragment = `${MOMENT_MARK}${toText(packed)}`;
    if (fragment.length <= MOMENT_LINK_CHARS) return new URL(`/${fragment}`, origin).href;
  }
  return null;
}

/**
 * [V16] Where a moment begins that is asked for at `position`: six seconds before the nearest goal or
 * save within eight seconds of it, a goal first; else there.
 */
export function momentStart(highlights: readonly Highlight[], position: number): number {
  const away = (one: Highlight) => Math.abs(one.position - position);
  const near = highlights
    .filter((one) => away(one) <= MOMENT_TICKS)
    .toSorted((a, b) => away(a) - away(b));
  const meant = near.find(({ kind }) => kind === 'goal') ?? near[0];
  return meant ? Math.max(0, meant.position - BEFORE_TICKS) : position;
}

/** [V17] What a fragment that begins with MOMENT_MARK holds, or why it holds none. Never throws. */
export async function readMomentLink(fragment: string): Promise<Result<Moment, ReplayRefusal>> {
  if (fragment.length > READ_CHARS_MAX) return fail('no-moment');
  const packed = fromText(fragment.slice(MOMENT_MARK.length));
  const bytes = packed && (await unpack(packed));
  if (!bytes) return fail('no-moment');
  const moment = decodeMoment(bytes);
  if (moment.ok) return moment;
  const { type } = moment.error;
  return fail(type === 'other-version' ? 'other-moment' : type);
}

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  return through(bytes, () => new CompressionStream('deflate-raw'), Infinity);
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  return through(bytes, () => new DecompressionStream('deflate-raw'), MOMENT_MAX_BYTES);
}

/** Null where the bytes do not go through, come out as more than `max`, or the browser has no such stream. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  make: () => CompressionStream | DecompressionStream,
  max: number,
): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(make()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      length += value.length;
      if (length > max) {
        await reader.cancel();
        return null;
      }
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Base64 with the letters of URLs, without the padding (RFC 4648, section 5). */
function toText(bytes: Uint8Array): string {
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null for what is no such text. */
function fromText(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
