import * as z from 'zod/mini';
import type { PeerId } from '../base/peer-id.ts';
import { parsePeerId } from '../base/peer-id.ts';
import { isRoomCode, type RoomCode } from './ids.ts';
import { PAGE_NUMBERS } from '../base/room-limits.ts';
import { TICKET_CHARS_MAX } from './limits.ts';

// Compiled parsers need `eval`, which the game's Content-Security-Policy forbids; even asking
// whether it is there is reported as a violation.
z.config({ jitless: true });

const COUNTER_MAX = 0x7fff_ffff;

export const counter = z.int().check(z.minimum(0), z.maximum(COUNTER_MAX));

export const peerId = z.custom<PeerId>((value) => parsePeerId(value) !== null);

export const roomCode = z.custom<RoomCode>(
  (value) => typeof value === 'string' && isRoomCode(value),
);

/** Names one request or one page, unguessable and made by the game: a repeated one is recognized. */
export const nonce = z.string().check(z.regex(/^[\w-]{16,32}$/));

/** [L129] A room as its server sealed it: nothing that a page could read. */
export const ticket = z
  .string()
  .check(z.minLength(1), z.maxLength(TICKET_CHARS_MAX), z.regex(/^[\w-]+$/));

/** [L87] Number of one page session among those of its room. */
export const pageNumber = z.int().check(z.minimum(0), z.maximum(PAGE_NUMBERS - 1));

/** A set of page numbers as bits. */
export const pageSet = z.int().check(z.minimum(0), z.maximum(2 ** PAGE_NUMBERS - 1));
