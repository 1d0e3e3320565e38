/** Numbers that were measured, to be asked for their mean and their worst ones. */
export class Samples {
  readonly #values: number[] = [];
  #isSorted = false;

  add(value: number): void {
    this.#values.push(value);
    this.#isSorted = false;
  }

  addAll(other: Samples): void {
    for (const value of other.#values) this.add(value);
  }

  get count(): number {
    return this.#values.length;
  }

  /** NaN when nothing was measured, as with all that follow. */
  get mean(): number {
    return this.#values.reduce((sum, value) => sum + value, 0) / this.#values.length;
  }

  get max(): number {
    return this.percentile(1);
  }

  /** The value that a share of all keep below or at: 0.5 is the median. */
  percentile(share: number): number {
    if (!this.#isSorted) this.#values.sort((a, b) => a - b);
    this.#isSorted = true;
    const place = Math.ceil(share * this.#values.length) - 1;
    return this.#values[Math.max(0, place)] ?? Number.NaN;
  }
}
