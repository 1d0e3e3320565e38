/** Where a cell of a sheet is, in pixels; all cells are squares. */
export type Cell = { readonly x: number; readonly y: number; readonly size: number };

export type Shelves = {
  readonly cells: readonly Cell[];
  readonly width: number;
  readonly height: number;
};

/** Lays squares of these sizes side by side, a new shelf whenever one is as wide as `widest`. */
export function layOnShelves(sizes: readonly number[], widest: number): Shelves {
  const cells: Cell[] = [];
  let x = 0;
  let y = 0;
  let shelf = 0;
  let width = 1;
  for (const size of sizes) {
    if (x > 0 && x + size > widest) {
      x = 0;
      y += shelf;
      shelf = 0;
    }
    cells.push({ x, y, size });
    x += size;
    shelf = Math.max(shelf, size);
    width = Math.max(width, x);
  }
  return { cells, width, height: Math.max(1, y + shelf) };
}
