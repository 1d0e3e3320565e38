import type { Timers } from '../../time/timers.ts';

/** How often it is looked whether each datagram is acknowledged by a packet of its own. */
export const CHECK_EVERY_MS = 5_000;
/** Behind the first try; twice as long behind each further one, until there was no storm for long. */
export const TRY_AGAIN_MS = 15_000;
const TRY_AGAIN_MAX_MS = 64 * TRY_AGAIN_MS;
export const CALM_AFTER_MS = 5 * 60_000;
/** With fewer datagrams in a check nobody plays over this link, and acknowledgements wait in vain. */
const DATAGRAMS_MIN = 50;
/**
 * Packets without a datagram for each datagram that was sent. In a storm there are slightly more than
 * one; otherwise about 0.4, and 0.5 at 2 % loss.
 */
const STORM_RATIO = 0.8;
/** The same while pieces are sent: one for each in a storm, half of one otherwise, some still on the way. */
const FILLING_RATIO = 0.65;
const POLL_MS = 4;
/** After a timeout the window is one packet: large pieces would hold up the datagrams of the game. */
const FIRST_PIECE_BYTES = 400;
const PIECE_BYTES = 1_100;
/**
 * That wait at most. The window grows only by acknowledgements that find it full, also where a busy
 * page gets its turn seldom. Browsers take turns between channels: a datagram waits for one piece.
 */
const PIECES_WAITING = 4;
/** After so many it is looked whether they were enough, while more go out. */
const PIECES_A_BLOCK = 12;
const BLOCKS_MAX = 6;
const PIECES_MAX = BLOCKS_MAX * PIECES_A_BLOCK;
/** A line that takes longer for a block is thin, or lost it. */
const BLOCK_MAX_MS = 2_000;

/** Since the connection was opened. */
export type StormCounts = {
  readonly packetsIn: number;
  readonly datagramsIn: number;
  readonly datagramsOut: number;
};

/** What is sent over it nobody reads. */
export interface FillChannel {
  readonly isOpen: boolean;
  readonly bufferedAmount: number;
  send(bytes: Uint8Array): void;
}

export type AckStormSetup = {
  readonly timers: Timers;
  readonly fill: FillChannel;
  /** Null where the browser does not tell. */
  readonly count: () => Promise<StormCounts | null>;
  /** Of all links of a page one at a time fills its way. */
  readonly turn: { holder: object | null };
};

/** Of a page. */
export const ONE_AT_A_TIME: AckStormSetup['turn'] = { holder: null };

/**
 * Ends storms of acknowledgements. After an outage the window of the data channel is so small that the
 * other side acknowledges each packet at once, and datagrams of some twenty bytes never make it grow
 * again (ADR 0019). Then up to 71 KB that mean nothing are sent, as fast as they are acknowledged with
 * a few that wait, until the window is what it was.
 */
export class AckStorm {
  readonly #setup: AckStormSetup;
  #cancel: () => void;
  #before: StormCounts | null = null;
  #nextTryMs = Number.NEGATIVE_INFINITY;
  #stormMs = Number.NEGATIVE_INFINITY;
  #pauseMs = TRY_AGAIN_MS;
  #isOver = false;
  /** Times that it began to fill. */
  tries = 0;

  constructor(setup: AckStormSetup) {
    this.#setup = setup;
    this.#cancel = this.#checkLater();
  }

  close(): void {
    this.#isOver = true;
    this.#cancel();
    this.#release();
  }

  #checkLater(): () => void {
    return this.#setup.timers.after(CHECK_EVERY_MS, () => void this.#check());
  }

  async #check(): Promise<void> {
    const isStorm = await this.#look(DATAGRAMS_MIN, 0, STORM_RATIO);
    if (this.#isOver) return;
    const { timers, fill, turn } = this.#setup;
    const nowMs = timers.now();
    if (nowMs - this.#stormMs > CALM_AFTER_MS) this.#pauseMs = TRY_AGAIN_MS;
    if (isStorm) this.#stormMs = nowMs;
    const isDue = nowMs >= this.#nextTryMs && fill.isOpen && turn.holder === null;
    if (isStorm && isDue) this.#begin();
    else this.#cancel = this.#checkLater();
  }

  /** Whether there was a storm since the last look. */
  async #look(datagramsMin: number, pieces: number, ratio: number): Promise<boolean> {
    const before = this.#before;
    const now = await this.#setup.count();
    this.#before = now;
    if (before === null || now === null) return false;
    const sent = now.datagramsOut - before.datagramsOut + pieces;
    const bare = now.packetsIn - before.packetsIn - (now.datagramsIn - before.datagramsIn);
    return sent >= datagramsMin && bare > ratio * sent;
  }

  #begin(): void {
    this.#setup.turn.holder = this;
    this.tries += 1;
    this.#fill();
  }

  #fill(): void {
    const { timers, fill } = this.#setup;
    let pieces = 0;
    /** Blocks that were looked at, the one that is looked at now among them. */
    let blocks = 0;
    let blockMs = timers.now();
    let isEnough = false;
    const judge = async (): Promise<void> => {
      blocks += 1;
      blockMs = timers.now();
      const isStorm = await this.#look(1, PIECES_A_BLOCK, FILLING_RATIO);
      // What the first ones filled was not acknowledged yet, and what waits is counted as sent.
      isEnough = blocks === BLOCKS_MAX || (!isStorm && blocks > 2);
    };
    const poll = (): void => {
      if (isEnough || !fill.isOpen || timers.now() - blockMs > BLOCK_MAX_MS) return this.#end();
      const bytes = pieces < PIECES_A_BLOCK ? FIRST_PIECE_BYTES : PIECE_BYTES;
      while (pieces < PIECES_MAX && fill.bufferedAmount < PIECES_WAITING * bytes) {
        fill.send(new Uint8Array(bytes));
        pieces += 1;
        if (pieces % PIECES_A_BLOCK === 0) void judge();
      }
      this.#cancel = timers.after(POLL_MS, poll);
    };
    poll();
  }

  #end(): void {
    this.#release();
    this.#nextTryMs = this.#setup.timers.now() + this.#pauseMs;
    this.#pauseMs = Math.min(2 * this.#pauseMs, TRY_AGAIN_MAX_MS);
    this.#before = null;
    this.#cancel = this.#checkLater();
  }

  #release(): void {
    const { turn } = this.#setup;
    if (turn.holder === this) turn.holder = null;
  }
}
