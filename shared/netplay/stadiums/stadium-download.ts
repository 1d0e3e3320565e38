import { contentHash } from '../../base/content-hash.ts';
import {
  MAX_STADIUM_CHUNKS,
  MAX_WANTED,
  STADIUM_CHUNK_BYTES,
  type BlobPacket,
} from '../../wire/stadium-packet.ts';

/** Pieces that are asked for and not here yet: enough for a round trip of a quarter second. */
const UNDERWAY_MAX = 32;

/** A stadium on its way to this peer: which pieces are here, and which to ask for. */
export class StadiumDownload {
  readonly stadium: string;
  #chunks: (Uint8Array | undefined)[] = [undefined];
  /** Known with the first piece. */
  #total: number | null = null;
  #left = 1;
  readonly #askedAtMs = new Float64Array(MAX_STADIUM_CHUNKS).fill(Number.NEGATIVE_INFINITY);

  constructor(stadium: string) {
    this.stadium = stadium;
  }

  /** Pieces that are not here; 1 before their number is known. */
  get left(): number {
    return this.#left;
  }

  /** 0 … 1 */
  get progress(): number {
    return this.#total === null ? 0 : 1 - this.#left / this.#total;
  }

  /** Takes in a piece; true when it is one that was missing. */
  take(packet: Pick<BlobPacket, 'total' | 'index' | 'chunk'>): boolean {
    const { total, index, chunk } = packet;
    const size = index === total - 1 ? 1 : STADIUM_CHUNK_BYTES;
    if (index >= total || chunk.length < size || total !== (this.#total ?? total)) return false;
    if (this.#total === null) {
      this.#total = total;
      this.#left = total;
      this.#chunks = Array.from<Uint8Array | undefined>({ length: total });
    }
    if (this.#chunks[index] !== undefined) return false;
    this.#chunks[index] = chunk.slice();
    this.#left -= 1;
    return true;
  }

  /** What to ask for now: what was never asked for, and what did not come within `retryMs`. */
  takeWanted(nowMs: number, retryMs: number): readonly number[] {
    const wanted: number[] = [];
    let underway = 0;
    for (let index = 0; index < this.#chunks.length; index++) {
      if (this.#chunks[index] !== undefined) continue;
      const isUnderway = nowMs - (this.#askedAtMs[index] ?? 0) < retryMs;
      if (isUnderway) underway += 1;
      else if (wanted.length < MAX_WANTED) wanted.push(index);
      if (underway + wanted.length >= UNDERWAY_MAX) break;
    }
    for (const index of wanted) this.#askedAtMs[index] = nowMs;
    return wanted;
  }

  /** The text once all of it is here; null when it is not what it was said to be. */
  finish(): string | null {
    const bytes = new Uint8Array(this.#chunks.reduce((sum, one) => sum + (one?.length ?? 0), 0));
    let offset = 0;
    for (const chunk of this.#chunks) {
      if (chunk) bytes.set(chunk, offset);
      offset += chunk?.length ?? 0;
    }
    const text = decodeText(bytes);
    return text !== null && contentHash(text) === this.stadium ? text : null;
  }
}

function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
