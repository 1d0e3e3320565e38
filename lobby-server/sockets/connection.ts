import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Limits } from '../limits/limits.ts';
import type { Visitor } from '../rooms/visitor.ts';
import { RelayMeter } from '../limits/relay-meter.ts';
import { TokenBucket } from '../limits/token-bucket.ts';

/** What the server keeps for one socket. */
export class Connection {
  readonly visitor: Visitor;
  readonly events: TokenBucket;
  readonly signals: TokenBucket;
  readonly ice: TokenBucket;
  readonly elections: TokenBucket;
  readonly removals: TokenBucket;
  readonly failedJoins: TokenBucket;
  readonly resumes: TokenBucket;
  readonly hosting: TokenBucket;
  readonly cards: TokenBucket;
  readonly lists: TokenBucket;
  readonly probes: TokenBucket;
  readonly reports: TokenBucket;
  readonly relay: RelayMeter;
  /** The room it is in, and the number of its page there. */
  code: RoomCode | null = null;
  session: number | null = null;
  closed = false;

  readonly #limits: Pick<Limits, 'strikes' | 'strikeWindowMs'>;
  #strikesMs: number[] = [];
  #work: Promise<void> = Promise.resolve();

  constructor(visitor: Visitor, limits: Limits, nowMs: number) {
    this.visitor = visitor;
    this.#limits = limits;
    this.events = new TokenBucket(limits.events, nowMs);
    this.signals = new TokenBucket(limits.signals, nowMs);
    this.ice = new TokenBucket(limits.ice, nowMs);
    this.elections = new TokenBucket(limits.elections, nowMs);
    this.removals = new TokenBucket(limits.removals, nowMs);
    this.hosting = new TokenBucket(limits.hosting, nowMs);
    this.cards = new TokenBucket(limits.cards, nowMs);
    this.lists = new TokenBucket(limits.lists, nowMs);
    this.probes = new TokenBucket(limits.probes, nowMs);
    this.reports = new TokenBucket(limits.reports, nowMs);
    this.relay = new RelayMeter(limits, nowMs);
    this.resumes = new TokenBucket(limits.resumes, nowMs);
    this.failedJoins = new TokenBucket(limits.failedJoinsOfSession, nowMs);
  }

  /** Counts a message that no honest game sends. True when that was one too many. */
  strike(nowMs: number): boolean {
    const { strikes, strikeWindowMs } = this.#limits;
    this.#strikesMs = this.#strikesMs.filter((atMs) => nowMs - atMs < strikeWindowMs);
    this.#strikesMs.push(nowMs);
    return this.#strikesMs.length >= strikes;
  }

  /** Runs one after the other what the socket asked for, so that "leave, then join" stays so. */
  inTurn(run: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(run);
    return this.#work;
  }
}
