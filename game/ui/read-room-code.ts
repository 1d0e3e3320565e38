import { parseRoomCode, type RoomCode } from '../../shared/lobby/ids.ts';

/** Pasted messages can be long; a code further down is not looked for. */
const SEARCHED_CHARS = 2000;
const INVITE_PATH = /\/j\/([^\s/?#]+)/i;

/** Finds a room code in whatever was typed or pasted: a code, a link, or a message with one. */
export function readRoomCode(text: string): RoomCode | null {
  const searched = text.slice(0, SEARCHED_CHARS).trim();
  const invite = INVITE_PATH.exec(searched)?.[1];
  if (invite !== undefined) return parseRoomCode(invite);
  const whole = parseRoomCode(searched);
  if (whole !== null) return whole;
  for (const word of searched.split(/[^\w\-–—.]+/u)) {
    const code = parseRoomCode(word);
    if (code !== null) return code;
  }
  return null;
}

/** The room that the page's address invites to. */
export function readInvitePath(pathname: string): RoomCode | null {
  const invite = INVITE_PATH.exec(pathname)?.[1];
  return invite === undefined ? null : parseRoomCode(invite);
}

export function inviteLink(origin: string, code: RoomCode): string {
  return `${origin}/j/${code}`;
}
