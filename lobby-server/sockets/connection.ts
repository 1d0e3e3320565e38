import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Limits } from '../limits/limits.ts';
import type { NodeName } from '../nodes/backplane.ts';
import type { Visitor } from '../rooms/visitor.ts';
import { RelayMeter } from '../limits/relay-meter.ts';
import { TokenBucket } from '../../shared/base/token-bucket.ts';

/** Names of limits that are counted for each socket. */
type BucketName =
  | 'events'
  | 'signals'
  | 'voices'
  | 'ice'
  | 'elections'
  | 'removals'
  | 'failedJoinsOfSession'
  | 'resumes'
  | 'hosting'
  | 'cards'
  | 'lists'
  | 'probes'
  | 'reports'
  | 'complaints';

/** What a page has at other nodes. */
export type Carried = {
  /** The node that keeps the room it is in, and that room; null while that is this node, or none. */
  home: NodeName | null;
  code: RoomCode | null;
  /** Those that have to hear when it is gone. */
  readonly asked: Set<NodeName>;
};

/** What the server keeps for one socket. Thousands only wait: what is counted is made when it is used first. */
export class Connection {
  readonly visitor: Visitor;
  /** The room it is in, whose page it is there, and the number of the page. */
  code: RoomCode | null = null;
  member: PeerId | null = null;
  session: number | null = null;
  closed = false;
  /** [L153] Null while it asked no other node of this lobby for anything. */
  carried: Carried | null = null;

  readonly #limits: Limits;
  readonly #sinceMs: number;
  #buckets: Map<BucketName, TokenBucket> | null = null;
  #relay: RelayMeter | null = null;
  #strikesMs: readonly number[] | null = null;
  #work: Promise<void> | null = null;

  constructor(visitor: Visitor, limits: Limits, nowMs: number) {
    this.visitor = visitor;
    this.#limits = limits;
    this.#sinceMs = nowMs;
  }

  get relay(): RelayMeter {
    this.#relay ??= new RelayMeter(this.#limits, this.#sinceMs);
    return this.#relay;
  }

  get failedJoins(): TokenBucket {
    return this.bucket('failedJoinsOfSession');
  }

  bucket(name: BucketName): TokenBucket {
    this.#buckets ??= new Map();
    const known = this.#buckets.get(name);
    if (known !== undefined) return known;
    const bucket = new TokenBucket(this.#limits[name], this.#sinceMs);
    this.#buckets.set(name, bucket);
    return bucket;
  }

  /** Counts a message that no honest game sends. True when that was one too many. */
  strike(nowMs: number): boolean {
    const { strikes, strikeWindowMs } = this.#limits;
    const recent = (this.#strikesMs ?? []).filter((atMs) => nowMs - atMs < strikeWindowMs);
    this.#strikesMs = [...recent, nowMs];
    return this.#strikesMs.length >= strikes;
  }

  /** Runs one after the other what the socket asked for, so that "leave, then join" stays so. */
  inTurn(run: () => Promise<void>): Promise<void> {
    this.#work = (this.#work ?? Promise.resolve()).then(run);
    return this.#work;
  }
}
