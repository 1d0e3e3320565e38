/** True for an object whose fields may be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A text of at most so many UTF-16 units; null for anything else. */
export function readText(value: unknown, max: number): string | null {
  return typeof value === 'string' && value.length <= max ? value : null;
}

/** A whole number within bounds; null for anything else. */
export function readWholeWithin(value: unknown, min: number, max: number): number | null {
  const isOne = typeof value === 'number' && Number.isSafeInteger(value);
  return isOne && value >= min && value <= max ? value : null;
}

/** One of some texts; null for anything else. */
export function readChoice<Name extends string>(
  value: unknown,
  names: readonly Name[],
): Name | null {
  return names.find((name) => name === value) ?? null;
}
