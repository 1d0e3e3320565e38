/**
 * Every text by its path, as `menu.room.title`. Functions are called with numbers that are nowhere
 * else in the texts: 707, 717, 727 and so on.
 */
export function saidTexts(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') {
    const sample = Array.from({ length: value.length }, (_, index) => 707 + 10 * index);
    return new Map([[path, String(value(...sample))]]);
  }
  const all = new Map<string, string>();
  for (const [key, child] of Object.entries(value as object)) {
    for (const said of saidTexts(child, path === '' ? key : `${path}.${key}`)) all.set(...said);
  }
  return all;
}
