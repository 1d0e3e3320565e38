import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { findPerson } from '../../../shared/room/room-state.ts';

/** Before the same is asked for again: a script may take its word back in every tick. */
const AGAIN_MS = 3000;

type BadgeSession = Pick<RoomSession, 'self' | 'state' | 'world' | 'request'>;

/**
 * [R35] Says what this person chose for its disc, where nothing stands there or what this page said. The
 * word of those who run the room stays until they take it back.
 */
export class OwnBadge {
  readonly #said = new Set<string | null>([null]);
  #last: string | null = null;
  #lastMs = Number.NEGATIVE_INFINITY;

  /**
   * Runs every tick in a room.
   *
   * @param chosen '' = nothing but letters of the name
   */
  follow(session: BadgeSession, chosen: string, nowMs: number): void {
    const { self, state, world } = session;
    if (self === null || state.state !== 'live') return;
    const me = findPerson(world.room, self);
    const text = chosen === '' ? null : chosen;
    if (!me || me.badge === text || !this.#said.has(me.badge)) return;
    if (text === this.#last && nowMs - this.#lastMs < AGAIN_MS) return;
    this.#said.add(text);
    this.#last = text;
    this.#lastMs = nowMs;
    session.request({ type: 'badge', member: self, text });
  }
}
