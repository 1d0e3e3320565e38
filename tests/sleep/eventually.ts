/** How often one looks. */
const EVERY_MS = 250;

/** Looks until it is right, and says what was seen last when it never was. For tests that run side by side. */
export async function eventually<Value>(
  what: string,
  look: () => Promise<Value>,
  isRight: (value: Value) => boolean,
  patienceMs: number,
): Promise<Value> {
  const endMs = Date.now() + patienceMs;
  for (;;) {
    const value = await look();
    if (isRight(value)) return value;
    if (Date.now() > endMs) throw new Error(`${what}: ${JSON.stringify(value)} to the end`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
