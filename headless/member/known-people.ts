import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Result } from '../../shared/base/result.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Forgiven, KnownPeople as Told } from '../../shared/lobby/known-people.ts';
import { peopleIn, type RoomState } from '../../shared/room/room-state.ts';
import type { KnownPerson } from '../feed/room-feed.ts';

/** What the lobby says to a host. */
export type PeopleDesk = {
  askPeople(code: RoomCode): Promise<Result<Told, unknown>>;
  forgive(code: RoomCode, auth: string | null): Promise<Result<Forgiven, unknown>>;
};

/** ms between two questions. */
const ASK_EVERY_MS = 1_000;
/** ms: a script hears of somebody whom the lobby does not name, after so long. */
const PATIENCE_MS = 1_000;
/** ms: the lobby may hear that a member was sent away from another machine, a moment later. */
const FORGIVE_FOR_MS = 10_000;
/** Of people of before; the oldest are forgotten. */
const KNOWN_MAX = 256;

type Forgiving = {
  readonly peer: PeerId | null;
  readonly untilMs: number;
  askAtMs: number;
  isAsking: boolean;
};

/** [L147] What the lobby knows of those who are and were here, as its host is told. */
export class KnownPeople {
  readonly #code: RoomCode;
  readonly #lobby: PeopleDesk;
  readonly #tell: (people: readonly KnownPerson[]) => void;
  readonly #known = new Map<PeerId, KnownPerson>();
  /** Since when each of those is here whom the lobby has not named. */
  readonly #unknown = new Map<PeerId, number>();
  #forgiving: Forgiving[] = [];
  #room: RoomState | null = null;
  #askAtMs = Number.NEGATIVE_INFINITY;
  #isAsking = false;
  #nowMs = 0;

  constructor(code: RoomCode, lobby: PeopleDesk, tell: (people: readonly KnownPerson[]) => void) {
    this.#code = code;
    this.#lobby = lobby;
    this.#tell = tell;
  }

  /**
   * Every tick.
   *
   * @param room the final one
   * @returns true while the script is not to hear yet what happened: somebody came whom the lobby is asked about
   */
  advance(room: RoomState, nowMs: number): boolean {
    this.#nowMs = nowMs;
    if (room !== this.#room) this.#follow(room, nowMs);
    if (this.#unknown.size > 0 && !this.#isAsking && nowMs >= this.#askAtMs) void this.#ask(nowMs);
    this.#forgiving = this.#forgiving.filter((one) => one.untilMs > nowMs);
    for (const one of this.#forgiving) {
      if (!one.isAsking && nowMs >= one.askAtMs) void this.#forgive(one);
    }
    return [...this.#unknown.values()].some((sinceMs) => nowMs - sinceMs < PATIENCE_MS);
  }

  /** [L149] This one may come again; null: all may. */
  forgive(peer: PeerId | null, nowMs: number): void {
    this.#forgiving.push({
      peer,
      untilMs: nowMs + FORGIVE_FOR_MS,
      askAtMs: nowMs,
      isAsking: false,
    });
  }

  #follow(room: RoomState, nowMs: number): void {
    this.#room = room;
    const here = new Set(peopleIn(room).map(({ peer }) => peer));
    for (const peer of this.#unknown.keys()) if (!here.has(peer)) this.#unknown.delete(peer);
    for (const peer of here) {
      if (!this.#known.has(peer) && !this.#unknown.has(peer)) this.#unknown.set(peer, nowMs);
    }
  }

  async #ask(nowMs: number): Promise<void> {
    this.#isAsking = true;
    this.#askAtMs = nowMs + ASK_EVERY_MS;
    const answer = await this.#lobby.askPeople(this.#code);
    this.#isAsking = false;
    if (!answer.ok) return;
    for (const { peer, auth, conn } of answer.value.people) {
      this.#known.delete(peer);
      this.#known.set(peer, { peer, auth, conn: conn ?? '' });
      this.#unknown.delete(peer);
    }
    const over = [...this.#known.keys()].slice(0, Math.max(0, this.#known.size - KNOWN_MAX));
    for (const peer of over) this.#known.delete(peer);
    this.#tell([...this.#known.values()]);
  }

  async #forgive(one: Forgiving): Promise<void> {
    one.isAsking = true;
    const auth = one.peer === null ? null : this.#known.get(one.peer)?.auth;
    const isDone =
      auth === undefined || (await this.#lobby.forgive(this.#code, auth).then(hasForgiven));
    one.isAsking = false;
    one.askAtMs = this.#nowMs + ASK_EVERY_MS;
    // Of all that were removed there may be none: that is asked once.
    if (isDone || one.peer === null) {
      this.#forgiving = this.#forgiving.filter((other) => other !== one);
    }
  }
}

function hasForgiven(answer: Result<Forgiven, unknown>): boolean {
  return answer.ok && answer.value.forgiven > 0;
}
