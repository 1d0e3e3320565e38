import type { Link } from '../../shared/netplay/link/link.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { SessionState } from '../../shared/netplay/session/session-state.ts';
import type { SessionStats } from '../../shared/netplay/session-stats.ts';
import type { MatchRules } from '../../shared/room/command.ts';
import { hashMatch } from '../../shared/sim/match/checksum.ts';
import { MATCH } from '../../shared/sim/match-state.ts';
import type { Member } from '../../shared/room/room-state.ts';

/** What may be asked of a session beyond its interface; a practice session has none of it. */
type Inspectable = {
  readonly engine?: {
    readonly final: { readonly tick: number };
    readonly hashes: { entries(): readonly (readonly [tick: number, hash: number])[] };
  } | null;
  stats?(): SessionStats | null;
};

type DescribedLink = Link & { describe?: () => object; counters?: object };

export type ProbeSource = {
  readonly session: () => RoomSession;
  readonly links: () => readonly Link[];
  readonly screen: () => string;
  readonly frameCount: () => number;
};

declare global {
  interface Window {
    __peerball?: Probe;
  }
}

/**
 * A read-only look at the running game for tests and the curious. It holds nothing that the person
 * in front of the screen may not know, and nothing can be changed through it.
 */
export class Probe {
  readonly #source: ProbeSource;

  constructor(source: ProbeSource) {
    this.#source = source;
    Object.freeze(this);
  }

  get screen(): string {
    return this.#source.screen();
  }

  get state(): SessionState {
    return this.#source.session().state;
  }

  get self(): number | null {
    return this.#source.session().self;
  }

  get tick(): number {
    return this.#source.session().world.tick;
  }

  get score(): readonly [number, number] {
    const { ints } = this.#source.session().world.match;
    return [ints[MATCH.sunScore]!, ints[MATCH.waveScore]!];
  }

  get phase(): number {
    return this.#source.session().world.match.ints[MATCH.phase]!;
  }

  /** Copies: x, y, vx, vy of every disc, the ball first. */
  get discs(): readonly number[] {
    return Array.from(this.#source.session().world.match.discs);
  }

  get members(): readonly Member[] {
    return Array.from(this.#source.session().world.room.members, copy);
  }

  get rules(): MatchRules {
    return { ...this.#source.session().world.room.rules };
  }

  /** Of the match that is drawn: the same tick of the same match has the same one, also in a replay. */
  get hash(): readonly [tick: number, hash: number] {
    const { tick, match } = this.#source.session().world;
    return [tick, hashMatch(match)];
  }

  get finalTick(): number | null {
    return this.#inspected.engine?.final.tick ?? null;
  }

  /** Checkpoints of the final world, as [tick, hash]: equal ticks must have equal hashes anywhere. */
  get hashes(): readonly (readonly [tick: number, hash: number])[] {
    return this.#inspected.engine?.hashes.entries() ?? [];
  }

  /** Rollbacks, stalls, eaten inputs, the term; null in practice. */
  get stats(): SessionStats | null {
    return this.#inspected.stats?.() ?? null;
  }

  get reports(): readonly object[] {
    return Array.from(this.#source.session().reports(), copy);
  }

  get links(): readonly object[] {
    return Array.from(this.#source.links(), describe);
  }

  /** Frames drawn since the page was loaded. */
  get frames(): number {
    return this.#source.frameCount();
  }

  get #inspected(): Inspectable {
    return this.#source.session() as Inspectable;
  }
}

function copy<Value extends object>(value: Value): Value {
  return { ...value };
}

function describe(link: DescribedLink): object {
  return {
    remote: link.remote,
    state: link.state,
    ...link.describe?.(),
    counters: { ...link.counters },
  };
}
