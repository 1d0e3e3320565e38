import { graphemesOf, trimText } from '../../base/clean-text.ts';
import type { MemberId } from '../../room/command.ts';
import {
  ANNOUNCEMENT_TEXT_MAX_BYTES,
  type AnnouncementSound,
  type AnnouncementStyle,
} from '../../wire/announcement.ts';

/** Longest announcement, in what a reader takes for characters: as many as scripts are used to. */
export const ANNOUNCEMENT_TEXT_MAX = 1_000;
/** Lines of one: more would push all that was said before out of sight. */
export const ANNOUNCEMENT_LINES_MAX = 24;

/** [N63] What those who run the room say, to everybody or to one member. */
export type Announcement = {
  readonly text: string;
  /** Null: to all. */
  readonly to: MemberId | null;
  /** 0xRRGGBB; null: as lines of chat are. */
  readonly color: number | null;
  readonly style: AnnouncementStyle;
  readonly sound: AnnouncementSound;
};

/** Why one was not said; `no-right`: by one that does not run the room. */
export type AnnouncementRefusal = 'nobody' | 'no-right' | 'empty' | 'too-fast';

const utf8 = new TextEncoder();

/**
 * [N63] An announcement as everybody shall see it: line by line as the gate for text leaves it, what is too
 * much left out. Null when nothing of it can be seen. What was fitted once stays as it is.
 */
export function fitAnnouncement(text: string): string | null {
  let graphemes = ANNOUNCEMENT_TEXT_MAX;
  let bytes = ANNOUNCEMENT_TEXT_MAX_BYTES;
  const lines: string[] = [];
  for (const raw of text.split(/\r\n|[\r\n\u2028\u2029]/u, ANNOUNCEMENT_LINES_MAX)) {
    const parts = graphemesOf(trimText(raw, Math.max(graphemes, 0)));
    const fit = parts.slice(0, countWithin(parts, bytes));
    lines.push(fit.join('').trim());
    graphemes -= fit.length + 1;
    bytes -= utf8.encode(lines.at(-1) ?? '').length + 1;
    if (graphemes <= 0 || bytes <= 0) break;
  }
  const whole = lines.join('\n').replace(/^\n+|\n+$/gu, '');
  return whole === '' ? null : whole;
}

/** How many of the first ones are within so many bytes. */
function countWithin(parts: readonly string[], bytes: number): number {
  let left = bytes;
  const over = parts.findIndex((part) => (left -= utf8.encode(part).length) < 0);
  return over < 0 ? parts.length : over;
}
