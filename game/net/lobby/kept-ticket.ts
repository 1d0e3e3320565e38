import { attempt } from '../../../shared/base/attempt.ts';
import { parseRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';
import { TICKET_CHARS_MAX } from '../../../shared/lobby/limits.ts';
import type { AccessNews } from '../../../shared/lobby/room-access.ts';

const KEY = 'peerball.ticket';
const SEALED = /^[\w-]+$/;
const CODE_CHARS = 6;

/**
 * [L129] Keeps the newest ticket of the room that this page is in: what the lobby forgets when it is
 * restarted. It outlives a reload of the page where the browser lets it; storage can be forbidden or full.
 */
export class KeptTicket {
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  #held: string | null = null;

  /** @param storage may throw, as a browser's does where it is forbidden */
  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.#storage = storage;
  }

  /** @param door the code that newcomers come by, as the address of the page may have it */
  save({ code, door }: Pick<AccessNews, 'code' | 'door'>, ticket: string): void {
    const held = code + door + ticket;
    this.#held = held;
    attempt(() => this.#storage().setItem(KEY, held), undefined);
  }

  /** The room whose ticket this is; null when there is none. */
  get code(): RoomCode | null {
    return parseRoomCode(this.#read()?.slice(0, CODE_CHARS) ?? '');
  }

  /** The ticket to show where this room is asked for; nothing when there is none. */
  shownFor(code: RoomCode): { readonly ticket?: string } {
    const held = this.#read();
    if (!held?.startsWith(code) && !held?.startsWith(code, CODE_CHARS)) return {};
    const ticket = held.slice(2 * CODE_CHARS);
    return ticket.length <= TICKET_CHARS_MAX && SEALED.test(ticket) ? { ticket } : {};
  }

  #read(): string | null {
    return this.#held ?? attempt(() => this.#storage().getItem(KEY), null);
  }

  /** This page is in that room no more. */
  clear(code: RoomCode): void {
    if (this.#held !== null && !this.#held.startsWith(code)) return;
    this.#held = null;
    attempt(() => this.#storage().removeItem(KEY), undefined);
  }
}
