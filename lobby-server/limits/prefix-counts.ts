/** Of a /56 to its /64, and of a /48 to its /56. */
const SHARE = 4;

/** [L133] How many times as much as its narrowest network a wider one may have. */
export function shareOf(width: number): number {
  return SHARE ** width;
}

/** A network, and how many. */
export type NetworkCount = readonly [name: string, count: number];

/** How many there are from each network. */
export class PrefixCounts {
  readonly #counts = new Map<string, number>();
  /** [L171] What other processes of this lobby told last, by process. */
  readonly #elsewhere = new Map<string, ReadonlyMap<string, number>>();

  /** [L133] @param networks that the address is in, narrowest first */
  isFull(networks: readonly string[], max: number): boolean {
    return networks.some((name, width) => this.#of(name) >= max * shareOf(width));
  }

  /** [L171] Networks of which there are so many here. */
  list(min: number): NetworkCount[] {
    return [...this.#counts].filter(([, count]) => count >= min);
  }

  /** [L171] How many there are at another process; no longer what it told before. */
  follow(process: string, counts: readonly NetworkCount[]): void {
    if (counts.length > 0) this.#elsewhere.set(process, new Map(counts));
    else this.#elsewhere.delete(process);
  }

  add(networks: readonly string[]): void {
    for (const name of networks) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  remove(networks: readonly string[]): void {
    for (const name of networks) {
      const left = (this.#counts.get(name) ?? 1) - 1;
      if (left > 0) this.#counts.set(name, left);
      else this.#counts.delete(name);
    }
  }

  #of(name: string): number {
    let count = this.#counts.get(name) ?? 0;
    for (const counts of this.#elsewhere.values()) count += counts.get(name) ?? 0;
    return count;
  }
}
