import type { PeerId } from '../../base/peer-id.ts';
import type { RemotePeer } from '../replication/remote-peer.ts';
import type { Departure } from './role.ts';

/** Silence of the sequencer after which this peer stops believing it: the wedge. */
const WEDGE_MS = 1_000;
const WEDGE_MIN_MS = 700;
/** A hidden tab may run once a second only; prediction lasts for two. */
const HIDDEN_WEDGE_MS = 1_700;
/**
 * [N30] Who is silent like that every now and then is only slow, as far as prediction lasts, and as
 * long as the lobby hears it too: a page that was closed is lost to both.
 */
const SLOW_GAPS = 2;
const SLOW_WEDGE_MAX_MS = 1_700;

/** A follower's eye on the one that it follows: whether it still decides, and how it went if not. */
export class SequencerWatch {
  readonly #isHeardByLobby: (peer: PeerId) => boolean;
  #departure: Departure = 'silent';
  /** When the sequencer's last word came; null before it is expected. */
  #decidedMs: number | null = null;

  constructor(isHeardByLobby: (peer: PeerId) => boolean) {
    this.#isHeardByLobby = isHeardByLobby;
  }

  /** `silent` also of one that is still there. */
  get departure(): Departure {
    return this.#departure;
  }

  /** Somebody else is followed from now on, or the same one in another reign. */
  restart(): void {
    this.#departure = 'silent';
    this.#decidedMs = null;
  }

  /** A CONFIRM or a part of a SNAPSHOT came: only these say that it decides. */
  noteWord(atMs: number): void {
    this.#decidedMs = atMs;
  }

  noteDeparture(departure: 'left' | 'reloaded'): void {
    this.#departure = departure;
  }

  /** True when nothing more is to be expected of it. */
  isGone(sequencer: RemotePeer | undefined, nowMs: number): boolean {
    if (this.#departure !== 'silent' || !sequencer) return true;
    // One that gave its part away is still heard, but decides nothing any more.
    this.#decidedMs ??= nowMs;
    // Its last word was on its way for half a round trip, and the next would be as well.
    const patienceMs = sequencer.isHidden ? HIDDEN_WEDGE_MS : WEDGE_MS;
    const { rttMs, usualGapMs } = sequencer.channel.meter;
    const isThere = this.#isHeardByLobby(sequencer.peer);
    const slowMs = isThere ? Math.min(SLOW_GAPS * usualGapMs, SLOW_WEDGE_MAX_MS) : 0;
    const wedgeMs = Math.max(patienceMs - rttMs, WEDGE_MIN_MS, slowMs);
    const { state } = sequencer.channel.state;
    return state === 'closed' || nowMs - this.#decidedMs > wedgeMs;
  }
}
