import { hashBytes } from '../../base/hash.ts';
import { CHUNK_BYTES, MAX_CHUNKS, type SnapshotPacket } from '../../wire/snapshot-packet.ts';

const CHUNKS_PER_TICK = 2;
/**
 * Ticks of silence after which the last chunk goes out again, to be told what is missing. At first
 * sooner: somebody waits for it, and most worlds fit into a chunk or two.
 */
const FIRST_PROBE_TICKS = 2;
const PROBE_EVERY_TICKS = 6;

export type SnapshotPart = Pick<
  SnapshotPacket,
  'id' | 'tick' | 'index' | 'total' | 'check' | 'chunk'
>;

/** Sends an encoded world in chunks, again where some are missing. */
export class SnapshotSender {
  readonly id: number;
  readonly tick: number;
  readonly #bytes: Uint8Array;
  readonly #total: number;
  readonly #check: number;
  #queue: number[];
  #idleTicks = 0;
  #probeTicks = FIRST_PROBE_TICKS;
  isDone = false;

  constructor(id: number, tick: number, bytes: Uint8Array) {
    this.id = id;
    this.tick = tick;
    this.#bytes = bytes;
    this.#total = Math.ceil(bytes.length / CHUNK_BYTES);
    this.#check = hashBytes(bytes);
    this.#queue = Array.from({ length: this.#total }, (_, index) => index);
  }

  /** Once a tick: the chunks to send now. */
  takeDue(): readonly SnapshotPart[] {
    this.#idleTicks = this.#queue.length > 0 ? 0 : this.#idleTicks + 1;
    if (this.#idleTicks >= this.#probeTicks) {
      this.#queue.push(this.#total - 1);
      this.#probeTicks = PROBE_EVERY_TICKS;
      this.#idleTicks = 0;
    }
    return this.#queue.splice(0, CHUNKS_PER_TICK).map((index) => ({
      id: this.id,
      tick: this.tick as SnapshotPart['tick'],
      index,
      total: this.#total,
      check: this.#check,
      chunk: this.#bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
    }));
  }

  /** The other side says what it still misses. Chunks already queued are not queued twice. */
  acknowledge(id: number, missing: readonly number[]): void {
    if (id !== this.id) return;
    this.isDone = missing.length === 0;
    const wanted = missing.filter((index) => index < this.#total && !this.#queue.includes(index));
    if (this.#queue.length === 0) this.#queue.push(...wanted);
  }
}

/** Collects the chunks of the newest snapshot that is being sent. */
export class SnapshotReceiver {
  #current: { first: SnapshotPart; chunks: (Uint8Array | undefined)[]; left: number } | null = null;
  /**
   * The last snapshot that was put together: its late chunks are only acknowledged. Each sequencer
   * counts ids from the start, so the hash tells two of the same id apart.
   */
  #doneId = -1;
  #doneCheck = 0;

  /** 0 … 1 of the snapshot that is coming in. */
  get progress(): number {
    const current = this.#current;
    return current ? 1 - current.left / current.first.total : 0;
  }

  /** Takes in a chunk; the whole snapshot once the last one is here and its hash is right. */
  receive(part: SnapshotPart): { tick: number; bytes: Uint8Array } | null {
    const isDone = part.id === this.#doneId && part.check === this.#doneCheck;
    // What came late of an older one is not waited for: the sender sends this one.
    if (isDone) this.#current = null;
    if (isDone || !isSane(part)) return null;
    const first = this.#current?.first;
    if (first?.id !== part.id || first.check !== part.check) {
      const chunks = Array.from<Uint8Array | undefined>({ length: part.total });
      this.#current = { first: part, chunks, left: part.total };
    }
    const current = this.#current;
    if (!current || part.total !== current.first.total) return null;
    if (current.chunks[part.index] !== undefined) return null;
    current.chunks[part.index] = part.chunk.slice();
    current.left -= 1;
    return current.left === 0 ? this.#finish(current) : null;
  }

  /** What to tell the sender: null when no snapshot is known of. */
  missing(): { id: number; missing: readonly number[] } | null {
    const current = this.#current;
    if (!current) return this.#doneId < 0 ? null : { id: this.#doneId, missing: [] };
    const missing: number[] = [];
    current.chunks.forEach((chunk, index) => {
      if (chunk === undefined) missing.push(index);
    });
    return { id: current.first.id, missing };
  }

  #finish(current: { first: SnapshotPart; chunks: (Uint8Array | undefined)[] }): {
    tick: number;
    bytes: Uint8Array;
  } | null {
    const { first, chunks } = current;
    const size = chunks.reduce((sum, chunk) => sum + (chunk?.length ?? 0), 0);
    const bytes = new Uint8Array(size);
    let offset = 0;
    for (const chunk of chunks) {
      if (chunk) bytes.set(chunk, offset);
      offset += chunk?.length ?? 0;
    }
    this.#current = null;
    if (hashBytes(bytes) !== first.check) return null;
    this.#doneId = first.id;
    this.#doneCheck = first.check;
    return { tick: first.tick, bytes };
  }
}

function isSane(part: SnapshotPart): boolean {
  return part.total > 0 && part.total <= MAX_CHUNKS && part.index < part.total;
}
