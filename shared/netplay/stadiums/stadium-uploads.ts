import type { PeerId } from '../../base/peer-id.ts';
import { TICK_MS } from '../../sim/tick.ts';
import { MAX_WANTED, STADIUM_CHUNK_BYTES, type WantPacket } from '../../wire/stadium-packet.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { StadiumLibrary } from './stadium-library.ts';

/** Pieces a tick to all peers together: while nobody plays, and beside a match. */
const PIECES_PER_TICK = { stopped: 4, playing: 0.5 } as const;
/** Pieces a tick to one peer; each link carries the packets of play too. */
const PIECES_PER_PEER = 2;
/** Texts that are kept as bytes. */
const ENCODED_MAX = 2;

type Queue = { readonly stadium: string; readonly wanted: number[] };

/** The stadiums that others asked this peer for, a few pieces a tick, in turns. */
export class StadiumUploads {
  readonly #library: StadiumLibrary;
  readonly #queues = new Map<PeerId, Queue>();
  readonly #encoded = new Map<string, Uint8Array>();
  #budget = 0;
  #nowMs: number | null = null;

  constructor(library: StadiumLibrary) {
    this.#library = library;
  }

  /** Number of pieces of a stadium; 0 when it is not here to be sent. */
  piecesOf(stadium: string): number {
    return Math.ceil((this.#encode(stadium)?.length ?? 0) / STADIUM_CHUNK_BYTES);
  }

  /** A peer asks for pieces. What waits already is not put there twice. */
  enqueue(peer: PeerId, packet: Pick<WantPacket, 'stadium' | 'left' | 'wanted'>): void {
    const { stadium, left, wanted } = packet;
    if (left === 0) this.#queues.delete(peer);
    const total = this.piecesOf(stadium);
    if (left === 0 || total === 0) return;
    const known = this.#queues.get(peer);
    const queue = known?.stadium === stadium ? known : { stadium, wanted: [] };
    for (const index of wanted) {
      const isNew = index < total && !queue.wanted.includes(index);
      if (isNew && queue.wanted.length < MAX_WANTED) queue.wanted.push(index);
    }
    this.#queues.set(peer, queue);
  }

  advance(nowMs: number, remotes: Remotes, isPlaying: boolean): void {
    const rate = isPlaying ? PIECES_PER_TICK.playing : PIECES_PER_TICK.stopped;
    const elapsed = (nowMs - (this.#nowMs ?? nowMs)) / TICK_MS;
    this.#nowMs = nowMs;
    this.#budget = Math.min(this.#budget + elapsed * rate, Math.max(rate, 1));
    const silenced = new Set<PeerId>();
    for (let turn = 0; turn < PIECES_PER_PEER; turn++) {
      // Of a copy: whoever was served goes to the end, so that everybody has a turn.
      for (const [peer, queue] of Array.from(this.#queues)) {
        if (this.#budget < 1) return;
        const remote = remotes.get(peer);
        if (!remote || remote.channel.state.state === 'closed') this.#queues.delete(peer);
        else if (!silenced.has(peer) && !this.#serve(remote, queue, nowMs)) silenced.add(peer);
      }
    }
  }

  /** False when the link takes no more now: the piece stays where it is. */
  #serve(remote: RemotePeer, queue: Queue, nowMs: number): boolean {
    const [index] = queue.wanted;
    const bytes = this.#encode(queue.stadium);
    if (index === undefined || !bytes) return false;
    const wasSent = remote.channel.send(
      {
        type: 'blob',
        stadium: queue.stadium,
        total: Math.ceil(bytes.length / STADIUM_CHUNK_BYTES),
        index,
        chunk: bytes.subarray(index * STADIUM_CHUNK_BYTES, (index + 1) * STADIUM_CHUNK_BYTES),
      },
      nowMs,
    );
    if (!wasSent) return false;
    queue.wanted.shift();
    this.#budget -= 1;
    this.#queues.delete(remote.peer);
    this.#queues.set(remote.peer, queue);
    return true;
  }

  #encode(stadium: string): Uint8Array | null {
    const known = this.#encoded.get(stadium);
    if (known) return known;
    const text = this.#library.text(stadium);
    if (text === null) return null;
    const bytes = new TextEncoder().encode(text);
    this.#encoded.set(stadium, bytes);
    const [oldest] = this.#encoded.keys();
    if (this.#encoded.size > ENCODED_MAX && oldest !== undefined) this.#encoded.delete(oldest);
    return bytes;
  }
}
