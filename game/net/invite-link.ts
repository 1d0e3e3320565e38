import { parseRoomCode, ROOM_CODE_SYMBOLS, type RoomCode } from '../../shared/lobby/ids.ts';

/** Pasted text beyond this is not searched. */
const SEARCHED_CHARS = 2000;

const half = `[${ROOM_CODE_SYMBOLS}]{3}`;
/** Both halves together or with one character between them that is neither letter nor digit. */
const code = `${half}[^\\p{L}\\p{N}]?${half}(?!-?[\\p{L}\\p{N}])`;
const IN_LINK = new RegExp(`/j/[^\\p{L}\\p{N}]*(${code})`, 'iu');
const IN_FRAGMENT = /#k=([\w-]{16})(?![\w-])/;
/** A code standing by itself in a sentence. */
const IN_TEXT = new RegExp(`(?<![\\p{L}\\p{N}]-?)${code}`, 'giu');

/** Drawn as nothing, anywhere in a text that went through other apps. */
const UNSEEN = /\p{Cf}/gu;

/** The link to hand to others: `https://host/j/PVX7Q2`. [L94] That of a private room has its key behind `#k=`. */
export function makeRoomLink(origin: string, room: RoomCode, key?: string | null): string {
  return `${new URL(makeRoomPath(room), origin).href}${key ? `#k=${key}` : ''}`;
}

/** The same without where the game is hosted. */
export function makeRoomPath(room: RoomCode): string {
  return `/j/${room}`;
}

/** [L82] Finds the room in whatever was pasted: a link, a code, or a sentence with either in it. */
export function parseRoomLink(pasted: string): RoomCode | null {
  const text = readable(pasted);
  const fromLink = parseRoomCode(IN_LINK.exec(text)?.[1]);
  if (fromLink !== null) return fromLink;

  const whole = parseRoomCode(text.trim());
  if (whole !== null) return whole;

  // A code with a digit is surely meant; a word of six such letters may be just a word.
  const found = (text.match(IN_TEXT) ?? []).sort((a, b) => digits(b) - digits(a));
  return parseRoomCode(found[0]);
}

/** [L94] The key in a link that opens a private room; null where there is none. */
export function keyOfLink(pasted: string): string | null {
  return IN_FRAGMENT.exec(readable(pasted))?.[1] ?? null;
}

/** [L83] The room that the page's own address asks for; null where it leads to none. */
export function roomOfPath(pathname: string): RoomCode | null {
  return parseRoomCode(IN_LINK.exec(readable(pathname))?.[1]);
}

function readable(text: string): string {
  return unescaped(text.slice(0, SEARCHED_CHARS)).normalize('NFKC').replace(UNSEEN, '');
}

/** What is no escaped text stays as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function digits(text: string): number {
  return text.replace(/\D/g, '').length;
}
