/** The value that this share of the values does not exceed; NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A figure beside what it should not exceed; without a target it is shown alone. */
export type Row = {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly target?: number;
};

/** The rows of one or two builds side by side, the first one judged by the targets. */
export function tellRows(builds: readonly string[], tables: readonly (readonly Row[])[]): string {
  const lines = (tables[0] ?? []).map(({ name, unit, value, target }, at) => {
    const others = tables.slice(1).map((table) => show(table[at]?.value ?? Number.NaN));
    const verdict = target === undefined ? '' : value <= target ? 'ok' : 'MISSED';
    const wanted = target === undefined ? '' : String(target);
    return [`${name}, ${unit}`, wanted, show(value), ...others, verdict];
  });
  const table = [['figure', 'target ≤', ...builds, ''], ...lines];
  const widths = table[0]!.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function show(value: number): string {
  if (Number.isNaN(value)) return 'none';
  return value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1);
}
