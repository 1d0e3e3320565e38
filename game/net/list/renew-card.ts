import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { CARD_RENEW_MS } from '../../../shared/lobby/limits.ts';
import type { RoomCard } from '../../../shared/lobby/public-room.ts';
import type { PublicChannel } from '../lobby/public-channel.ts';

/** Between two cards that say something new: the lobby tells of them once a second. */
const NEWS_MS = 1000;

/** [L97] Shows a room in the list for as long as its page runs: at once when something is new. */
export class CardRenewal {
  readonly #lobby: PublicChannel;
  readonly #code: RoomCode;
  #told = '';
  #lookedMs = Number.NEGATIVE_INFINITY;
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(lobby: PublicChannel, code: RoomCode) {
    this.#lobby = lobby;
    this.#code = code;
  }

  /** Whether a card would be looked at: making one is work. */
  isDue(nowMs: number): boolean {
    return this.#lobby.isOnline && nowMs - this.#lookedMs >= NEWS_MS;
  }

  /** Tells the lobby, if there is something new or it is time to. */
  show(card: RoomCard, nowMs: number): void {
    this.#lookedMs = nowMs;
    const told = JSON.stringify({ ...card, match: card.match && { ...card.match, clockS: 0 } });
    if (told === this.#told && nowMs - this.#toldMs < CARD_RENEW_MS) return;
    this.#told = told;
    this.#toldMs = nowMs;
    void this.#lobby.ask('room:card', { code: this.#code, card });
  }
}
