import type { PeerChannel } from '../link/peer-channel.ts';
import type { RemotePeer, Remotes } from './remote-peer.ts';
import type { Ending } from '../session/session-state.ts';

/** ms between two questions: the peer that was asked may have been without a world itself. */
const ASK_EVERY_MS = 1_000;
const LINK_TIMEOUT_MS = 25_000;
const JOIN_TIMEOUT_MS = 10_000;

/** Nothing for so long: it is not there just now. */
const SILENT_MS = 2_000;

/** What a newcomer asks with, and what explains a long wait. */
export type EntryParts = {
  readonly name: string;
  readonly stadiums: { readonly heardAtMs: number };
  /** True while no peer can answer a newcomer: the host is away, or the lobby. */
  readonly isOutOfReach: () => boolean;
};

/** A follower's way into the room: whom it asks, and how long it hopes. */
export class Entry {
  readonly #parts: EntryParts;
  #askedOn: PeerChannel | null = null;
  #askedAtMs = 0;
  #reachedAtMs: number | null = null;
  /** When the way in began, or went a step on. */
  #hopeMs: number | null = null;

  constructor(parts: EntryParts) {
    this.#parts = parts;
  }

  /** The sequencer could be asked once. */
  get isReached(): boolean {
    return this.#reachedAtMs !== null;
  }

  /** What was asked before does not count any more. */
  restart(): void {
    this.#askedOn = null;
  }

  /** It went a step on. */
  hope(): void {
    this.#hopeMs = null;
  }

  /**
   * Asks the sequencer, on every fresh channel and until it gives a world.
   *
   * @param fresh there is no world here, or one that does not count
   */
  ask(channel: PeerChannel, fresh: boolean, nowMs: number): void {
    this.#reachedAtMs ??= nowMs;
    const isUnanswered = fresh && nowMs - this.#askedAtMs > ASK_EVERY_MS;
    if (this.#askedOn === channel && !isUnanswered) return;
    this.#askedOn = channel;
    this.#askedAtMs = nowMs;
    channel.sendControl({ type: 'join', name: this.#parts.name, fresh });
  }

  /**
   * The peer that was said to be the sequencer cannot be reached: the others know which one is.
   *
   * @param fresh there is no world here at all
   */
  askAnybody(remotes: Remotes, fresh: boolean, nowMs: number): void {
    if (nowMs - this.#askedAtMs < ASK_EVERY_MS) return;
    this.#askedAtMs = nowMs;
    const { name } = this.#parts;
    for (const { channel } of remotes.values()) {
      if (channel.isReady) channel.sendControl({ type: 'join', name, fresh });
    }
  }

  /**
   * Why this peer does not get in; null while it may. [L74] Time in which nobody can answer does not count,
   * and one that falls silent is waited for until the lobby knows whether it is there.
   */
  findFailure(nowMs: number, host: RemotePeer | undefined): Ending | null {
    this.#hopeMs ??= nowMs;
    if (this.#parts.isOutOfReach()) {
      this.#hopeMs = nowMs;
      this.#reachedAtMs = null;
      return null;
    }
    const sinceMs = Math.max(
      this.#reachedAtMs ?? this.#hopeMs,
      this.#hopeMs,
      this.#parts.stadiums.heardAtMs,
    );
    const waitedMs = nowMs - sinceMs;
    if (this.#reachedAtMs === null) {
      return waitedMs > LINK_TIMEOUT_MS ? { reason: 'link-failed' } : null;
    }
    if (!isHeard(host, nowMs)) return waitedMs > LINK_TIMEOUT_MS ? { reason: 'host-silent' } : null;
    return waitedMs > JOIN_TIMEOUT_MS ? { reason: 'join-timeout' } : null;
  }
}

/** A link may stand open for half a minute to a page that is gone. */
export function isHeard(host: RemotePeer | undefined, nowMs: number): boolean {
  return host?.channel.isReady === true && nowMs - host.channel.meter.lastHeardMs < SILENT_MS;
}
