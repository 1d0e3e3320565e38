import type { Brand } from '../base/brand.ts';

/** Six symbols that name a room. The bare form travels; people see `PVX-7Q2`. */
export type RoomCode = Brand<string, 'RoomCode'>;

/** No vowels, so no words; nothing that looks like something else. 20⁶ = 64 million codes. */
export const ROOM_CODE_SYMBOLS = '23456789CFGHJMPQRVWX';

export const ROOM_CODE_LENGTH = 6;

/** Longer text is not searched for a code. */
const LONGEST_TYPED_CODE = 64;

const BARE = new RegExp(`^[${ROOM_CODE_SYMBOLS}]{${ROOM_CODE_LENGTH}}$`);
/** Dashes of every kind, quotes, brackets, and what is not even drawn. */
const NO_SYMBOL = /[^\p{L}\p{N}]/gu;

/**
 * [L82] Reads a code as a person types or sends it: case, width and all that is neither letter nor
 * digit do not matter. Null when it is none.
 */
export function parseRoomCode(text: unknown): RoomCode | null {
  if (typeof text !== 'string' || text.length > LONGEST_TYPED_CODE) return null;
  const bare = text.normalize('NFKC').replace(NO_SYMBOL, '').toUpperCase();
  return isRoomCode(bare) ? bare : null;
}

/** True for the bare form only: the one that travels between game and lobby. */
export function isRoomCode(text: string): text is RoomCode {
  return BARE.test(text);
}

/** `PVX7Q2` → `PVX-7Q2` */
export function formatRoomCode(code: RoomCode): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** Makes a code from one random number in 0 … 1 for each symbol. */
export function makeRoomCode(random: () => number): RoomCode {
  let code = '';
  for (let i = 0; i < ROOM_CODE_LENGTH; i++) {
    code += ROOM_CODE_SYMBOLS[Math.floor(random() * ROOM_CODE_SYMBOLS.length)];
  }
  return code as RoomCode;
}
