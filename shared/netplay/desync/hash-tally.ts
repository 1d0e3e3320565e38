import { unwrapHashIndex } from '../engine/hash-history.ts';
import type { MemberId } from '../../room/command.ts';

/** Checkpoints for which the words of all members are remembered. */
export const COMPARED_CHECKPOINTS = 16;
/** How long the rest is waited for when it could still outvote the sequencer. */
const PATIENCE_MS = 500;

/** What the members hold at one checkpoint. */
type Count = { readonly hashes: Map<MemberId, number>; firstOddMs: number | null };

export type Verdict =
  /** These hold something else than the sequencer, which is not outvoted: they get its state. */
  | { readonly odd: readonly MemberId[] }
  /** A strict majority agrees, and not with the sequencer. */
  | { readonly majority: ReadonlySet<MemberId> };

/** [N23] Compares what every member computed: who is alone with it, and who is many. */
export class HashTally {
  readonly #counts = new Map<number, Count>();
  #isOpen = false;

  /** @param shortIndex the checkpoint's index modulo 256, as on the wire */
  put(
    member: MemberId,
    hash: { readonly index: number; readonly value: number },
    newest: number,
  ): void {
    const index = unwrapHashIndex(hash.index, newest);
    if (index > newest || index <= newest - COMPARED_CHECKPOINTS) return;
    const count = this.#counts.get(index) ?? { hashes: new Map(), firstOddMs: null };
    count.hashes.set(member, hash.value);
    this.#isOpen = true;
    this.#counts.set(index, count);
  }

  /** False when nothing was said since the last verdict that could change it. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** What was said before a member got a snapshot counts no more. */
  forget(member: MemberId): void {
    for (const { hashes } of this.#counts.values()) hashes.delete(member);
  }

  /**
   * Once a tick.
   *
   * @param present how many members are here, the sequencer among them
   */
  judge(
    own: (index: number) => number | undefined,
    newest: number,
    present: number,
    nowMs: number,
  ): { readonly index: number; readonly verdict: Verdict } | null {
    this.#isOpen = false;
    for (const [index, count] of this.#counts) {
      if (index <= newest - COMPARED_CHECKPOINTS) this.#counts.delete(index);
      const hash = own(index);
      if (hash === undefined) continue;
      const verdict = judgeCount(count, hash, present, nowMs);
      if (verdict || count.firstOddMs !== null) this.#isOpen = true;
      if (verdict) return { index, verdict };
    }
    return null;
  }
}

function judgeCount(count: Count, own: number, present: number, nowMs: number): Verdict | null {
  const odd = [...count.hashes].filter(([, hash]) => hash !== own);
  if (odd.length === 0) {
    count.firstOddMs = null;
    return null;
  }
  count.firstOddMs ??= nowMs;
  for (const [, hash] of odd) {
    const same = odd.filter(([, other]) => other === hash).map(([member]) => member);
    if (isMajority(same.length, present)) return { majority: new Set(same) };
  }
  const unheard = present - 1 - count.hashes.size;
  const canBeOutvoted = isMajority(odd.length + unheard, present);
  if (canBeOutvoted && nowMs - count.firstOddMs < PATIENCE_MS) return null;
  return { odd: odd.map(([member]) => member) };
}

/** True for more than half of the members. */
function isMajority(count: number, members: number): boolean {
  return count * 2 > members;
}
