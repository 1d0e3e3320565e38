import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { StadiumLibrary } from '../../shared/netplay/stadiums/stadium-library.ts';
import type { MatchRules, RoomRequest } from '../../shared/room/command.ts';
import { findPerson } from '../../shared/room/room-state.ts';
import { isStopped } from '../../shared/room/world.ts';
import type { Asked } from '../feed/room-feed.ts';

/** What a script asks that the timeline decides. */
export type AskedChange = Extract<Asked, { readonly type: 'request' | 'limits' | 'stadium' }>;

/** ms: a stop that did not come is waited for no longer. */
const STOP_PATIENCE_MS = 3_000;
/** ms: between two times that it says that it is a script, until the room has it so. */
const INTRODUCE_EVERY_MS = 1_000;
/** Changes that wait; a script that asks for more at once loses the newest. */
const WAITING_MAX = 1_024;
/** What no sequencer takes while a match is on. */
const BETWEEN_MATCHES: ReadonlySet<RoomRequest['type']> = new Set(['rules', 'stadium', 'start']);

/**
 * Hands what a script asks to the session, in the order in which it was asked. A script stops a match,
 * changes the map and starts the next one in one breath; each has to wait for the one before.
 */
export class AskedChanges {
  /** Asked for while too many waited. */
  dropped = 0;
  readonly #session: Pick<RoomSession, 'request' | 'wishes' | 'world' | 'state' | 'self'>;
  readonly #stadiums: Pick<StadiumLibrary, 'add'>;
  #waiting: AskedChange[] = [];
  #introducedMs = Number.NEGATIVE_INFINITY;
  /** When a stop was asked for that has not come; null: none is waited for. */
  #stopMs: number | null = null;

  constructor(
    session: Pick<RoomSession, 'request' | 'wishes' | 'world' | 'state' | 'self'>,
    stadiums: Pick<StadiumLibrary, 'add'>,
  ) {
    this.#session = session;
    this.#stadiums = stadiums;
  }

  ask(change: AskedChange): void {
    if (this.#waiting.length < WAITING_MAX) this.#waiting.push(change);
    else this.dropped += 1;
  }

  /** Every tick. */
  advance(nowMs: number): void {
    const { state, world } = this.#session;
    if (state.state !== 'live' || !this.#isIntroduced(nowMs)) return;
    if (this.#stopMs !== null && (isStopped(world) || nowMs - this.#stopMs > STOP_PATIENCE_MS)) {
      this.#stopMs = null;
    }
    while (this.#waiting.length > 0) {
      const request = this.#toRequest(this.#waiting[0]!);
      if (request && this.#stopMs !== null && BETWEEN_MATCHES.has(request.type)) return;
      this.#waiting.shift();
      if (!request) continue;
      if (request.type === 'stop' && !isStopped(world)) this.#stopMs = nowMs;
      this.#session.request(request);
    }
  }

  /** [R41] Before all else the room hears that this member is a script: what it may do hangs on that. */
  #isIntroduced(nowMs: number): boolean {
    const { self, world } = this.#session;
    const me = self === null ? undefined : findPerson(world.room, self);
    if (me?.script === true) return true;
    if (me && nowMs - this.#introducedMs > INTRODUCE_EVERY_MS) {
      this.#introducedMs = nowMs;
      this.#session.request({ type: 'script', filters: false });
    }
    return false;
  }

  #toRequest(change: AskedChange): RoomRequest | null {
    switch (change.type) {
      case 'request':
        return change.request;
      case 'limits': {
        const { type: _type, ...limits } = change;
        return { type: 'rules', rules: { ...this.#rules(), ...limits } };
      }
      default: {
        const added = this.#stadiums.add(change.text);
        return added.ok ? { type: 'stadium', stadium: added.value } : null;
      }
    }
  }

  /** As they will be with what was asked for already. */
  #rules(): MatchRules {
    const { wishes, world } = this.#session;
    const open = wishes.open.findLast((request) => request.type === 'rules');
    return open?.rules ?? world.room.rules;
  }
}
