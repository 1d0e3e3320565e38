import { finishHash, mixHash, startHash } from '../../shared/base/hash.ts';

const FILL_MAX = 0.6;

/**
 * Which states were seen, by 53 bits of hash: a few bytes each. Two of ten million states are taken
 * for one with a chance of a half per cent.
 */
export class SeenStates {
  #pages = new Float64Array(1 << 16);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** True when it is new. */
  add(state: ArrayLike<number>): boolean {
    if (this.#count > this.#pages.length * FILL_MAX) this.#grow();
    if (!insert(this.#pages, keyOf(state))) return false;
    this.#count += 1;
    return true;
  }

  #grow(): void {
    const wider = new Float64Array(this.#pages.length * 2);
    for (const key of this.#pages) if (key !== 0) insert(wider, key);
    this.#pages = wider;
  }
}

function insert(pages: Float64Array, key: number): boolean {
  const mask = pages.length - 1;
  let place = (key % 0x7fff_ffff) & mask;
  for (; pages[place] !== 0; place = (place + 1) & mask) if (pages[place] === key) return false;
  pages[place] = key;
  return true;
}

/** Never 0. */
function keyOf(state: ArrayLike<number>): number {
  let low = startHash();
  let high = 0x9e3779b9 | 0;
  for (let index = 0; index < state.length; index++) {
    const word = state[index]!;
    low = mixHash(low, word);
    high = mixHash(high, Math.imul(word + index, 0x85ebca6b));
  }
  const upper = finishHash(high, state.length) & 0x1f_ffff;
  return upper * 0x1_0000_0000 + finishHash(low, state.length) + 1;
}
