/**
 * The rows of the first table below a heading of a Markdown page, each a list of its cells without
 * the spaces and backticks around them. Throws when the heading or its table is missing.
 */
export function readTable(page: string, heading: string): string[][] {
  const lines = page.split('\n');
  const start = lines.findIndex(
    (line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading,
  );
  if (start < 0) throw new Error(`no heading "${heading}"`);
  const section = lines.slice(start + 1);
  const end = section.findIndex((line) => line.startsWith('#'));
  const inside = end < 0 ? section : section.slice(0, end);
  const first = inside.findIndex((line) => line.startsWith('|'));
  if (first < 0) throw new Error(`no table below "${heading}"`);
  const after = inside.slice(first).findIndex((line) => !line.startsWith('|'));
  const table = inside.slice(first, after < 0 ? undefined : first + after);
  return table.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}
