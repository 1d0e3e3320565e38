import { parseRoomCode, ROOM_CODE_SYMBOLS, type RoomCode } from '../../shared/lobby/ids.ts';

/** Pasted text beyond this is not searched. */
const SEARCHED_CHARS = 2000;

const IN_LINK = /\/j\/([\w-]{6,12})/iu;
const half = `[${ROOM_CODE_SYMBOLS}]{3}`;
/** A code standing by itself in a sentence; both halves together or with one separator. */
const IN_TEXT = new RegExp(`(?<![\\w-])${half}[- ]?${half}(?![\\w-])`, 'giu');

/** The link to hand to others: `https://host/j/PVX7Q2`. */
export function makeRoomLink(origin: string, code: RoomCode): string {
  return new URL(makeRoomPath(code), origin).href;
}

/** The same without where the game is hosted. */
export function makeRoomPath(code: RoomCode): string {
  return `/j/${code}`;
}

/** Finds the room in whatever was pasted: a link, a code, or a sentence with either in it. */
export function parseRoomLink(pasted: string): RoomCode | null {
  const text = pasted.slice(0, SEARCHED_CHARS);
  const fromLink = parseRoomCode(IN_LINK.exec(text)?.[1]);
  if (fromLink !== null) return fromLink;

  const whole = parseRoomCode(text.trim());
  if (whole !== null) return whole;

  // A code with a digit is surely meant; a word of six such letters may be just a word.
  const found = (text.match(IN_TEXT) ?? []).sort((a, b) => digits(b) - digits(a));
  return parseRoomCode(found[0]);
}

/** The room that the page's own address asks for, when it is an invite link. */
export function roomOfPath(pathname: string): RoomCode | null {
  const match = /^\/j\/([^/]+)\/?$/.exec(pathname);
  return parseRoomCode(match?.[1]);
}

function digits(text: string): number {
  return text.replace(/\D/g, '').length;
}
