/** Of a /56 to its /64, and of a /48 to its /56. */
const SHARE = 4;

/** [L133] How many times as much as its narrowest network a wider one may have. */
export function shareOf(width: number): number {
  return SHARE ** width;
}

/** How many there are from each network. */
export class PrefixCounts {
  readonly #counts = new Map<string, number>();

  /** [L133] @param networks that the address is in, narrowest first */
  isFull(networks: readonly string[], max: number): boolean {
    return networks.some((name, width) => (this.#counts.get(name) ?? 0) >= max * shareOf(width));
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
}
