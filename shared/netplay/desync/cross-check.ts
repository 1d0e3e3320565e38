import type { PeerId } from '../../base/peer-id.ts';
import type { InputPacket } from '../../wire/input-packet.ts';
import { unwrapHashIndex } from '../engine/hash-history.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { CurrentTerm } from '../session/current-term.ts';
import type { Suspects } from '../session/suspects.ts';
import { COMPARED_CHECKPOINTS } from './hash-tally.ts';

/** ms: a new sequencer finds and repairs what the one before left behind. */
const SETTLE_MS = 2_500;

export type CrossCheckParts = {
  readonly engine: RoomEngine;
  readonly current: CurrentTerm;
  readonly suspects: Suspects;
};

type Word = { readonly index: number; readonly value: number };

/** What one peer said, by checkpoint, that was not compared yet; and since which checkpoint it differs. */
type Said = { words: Word[]; comparedAt: number; oddAt: number | null };

/**
 * [N42] What the members say to each other of their final states, past the sequencer: one that tells
 * two of them different things is not asked. A peer that differs once may have computed wrongly, and
 * is repaired; at the second checkpoint running it is not, so the sequencer is not to be trusted. That
 * much each peer can bring about once: one that still differs under another sequencer lies itself.
 */
export class CrossCheck {
  readonly #parts: CrossCheckParts;
  readonly #said = new Map<PeerId, Said>();
  readonly #believed = new Set<PeerId>();
  /** By checkpoint, also of a state that was replaced since. */
  readonly #own = new Map<number, number>();
  #newest = -1;
  #term = 0;
  #termMs = 0;

  constructor(parts: CrossCheckParts) {
    this.#parts = parts;
  }

  /** A member says what it computed. */
  take(peer: PeerId, hash: NonNullable<InputPacket['hash']>): void {
    const newest = this.#newest;
    const index = unwrapHashIndex(hash.index, newest);
    if (newest < 0 || Math.abs(index - newest) >= COMPARED_CHECKPOINTS) return;
    const said = this.#said.get(peer) ?? { words: [], comparedAt: -1, oddAt: null };
    this.#said.set(peer, said);
    const isTold = index <= said.comparedAt || said.words.some((word) => word.index === index);
    if (isTold) return;
    if (said.words.length >= COMPARED_CHECKPOINTS) said.words.shift();
    said.words.push({ index, value: hash.value });
  }

  /** The lobby says that a peer has left for good. */
  forget(peer: PeerId): void {
    this.#said.delete(peer);
  }

  /** Once an advance of a follower: true when its sequencer is not to be trusted any more. */
  advance(nowMs: number): boolean {
    this.#observe();
    const { term } = this.#parts.current;
    if (term !== this.#term) {
      this.#term = term;
      this.#termMs = nowMs;
      for (const said of this.#said.values()) said.oddAt = null;
    }
    let isTwoFaced = false;
    for (const [peer, said] of this.#said) {
      if (said.words.length > 0 && this.#compare(peer, said, nowMs)) isTwoFaced = true;
    }
    if (isTwoFaced) this.#parts.suspects.note(this.#parts.current.sequencer, 'two-faced');
    return isTwoFaced;
  }

  #observe(): void {
    const { hashes } = this.#parts.engine;
    const value = hashes.get(hashes.newest);
    if (value === undefined) return;
    this.#newest = hashes.newest;
    this.#own.set(this.#newest, value);
    this.#own.delete(this.#newest - COMPARED_CHECKPOINTS);
  }

  /** Takes what was said of checkpoints that are final here too; true when it differs for long enough. */
  #compare(peer: PeerId, said: Said, nowMs: number): boolean {
    let isLasting = false;
    for (const { index, value } of said.words) {
      const own = this.#own.get(index);
      if (own === undefined) continue;
      said.comparedAt = Math.max(said.comparedAt, index);
      if (own === value) said.oddAt = null;
      else if (this.#isLastingAt(peer, said, index, nowMs)) isLasting = true;
    }
    said.words = said.words.filter(({ index }) => index > this.#newest);
    return isLasting;
  }

  #isLastingAt(peer: PeerId, said: Said, index: number, nowMs: number): boolean {
    this.#parts.suspects.note(peer, 'differs');
    const isFirst = said.oddAt === null || index <= said.oddAt;
    said.oddAt ??= index;
    if (isFirst || nowMs - this.#termMs < SETTLE_MS || this.#believed.has(peer)) return false;
    this.#believed.add(peer);
    return true;
  }
}
