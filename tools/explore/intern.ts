/** Gives each different plain value one small number, so that a state of the world is a few numbers. */
export class Interned<Value> {
  readonly #ids = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #values: Value[] = [];

  get size(): number {
    return this.#keys.length;
  }

  /** @param key the value as text: the same for values that are to be one */
  put(key: string, value: Value): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#keys.length;
    this.#ids.set(key, id);
    this.#keys.push(key);
    this.#values.push(value);
    return id;
  }

  /** Shared by everybody who asks: not to be changed. */
  get(id: number): Value {
    return this.#values[id]!;
  }

  keyOf(id: number): string {
    return this.#keys[id]!;
  }
}
