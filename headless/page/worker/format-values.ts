/** Characters of one line of a console. */
const LINE_MAX = 4_000;
const DEPTH_MAX = 4;

/** One line of what a script gives its console: texts as they are, anything else as JSON has it. */
export function formatValues(...values: unknown[]): string {
  return values
    .map((value) => formatValue(value))
    .join(' ')
    .slice(0, LINE_MAX);
}

function formatValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(plain(value, DEPTH_MAX)) ?? String(value);
  } catch {
    // A getter of the script's own threw.
    return Object.prototype.toString.call(value);
  }
}

/** As deep as a line can show; what JSON lacks as text. */
function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') {
    return String(value);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (value instanceof Map) return plain([...value], depth);
  if (value instanceof Set) return plain([...value], depth);
  if (Array.isArray(value)) return value.map((one) => plain(one, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, plain(one, depth - 1)]),
  );
}
