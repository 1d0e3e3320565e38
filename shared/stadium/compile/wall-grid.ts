import type { WallGrid } from '../../sim/physics/arena.ts';
import type { Box, WallShape } from './wall-shapes.ts';

/** Side of a cell in map units, if the number of walls allows it. */
const CELL_SIZE = 32;
const MAX_CELLS = 4096;

/** Half the diagonal of a cell of side 1, rounded up. */
const HALF_DIAGONAL = 0.7072;

/** Share of a place's magnitude by which rounding may err between here and a tick. */
const SLACK = 1e-6;

export type GridPlan = {
  /** Radius of the discs that use the grid. */
  readonly radius: number;
  readonly planes: readonly number[];
  /** What their masks let them meet, in file order. */
  readonly shapes: readonly WallShape[];
  /** The grid covers no more than this far from the middle; what is further is always tried. */
  readonly halfSize: number;
  /** Bound on cells × shapes: keeps loading a hostile file fast. */
  readonly budget: number;
};

/** [F40] Sorts walls by the places from which a disc can touch them. */
export function buildWallGrid(plan: GridPlan): WallGrid {
  const bounds = boundsOf(plan);
  const layout = layOut(bounds, plan);
  const { columns, rows, size } = layout;
  const cells: number[][] = Array.from({ length: columns * rows + 1 }, () => []);
  for (const shape of plan.shapes)
    addShape(cells, shape, reachOf(shape, Math.max(plan.radius, shape.bias)), layout);
  const starts = new Uint32Array(cells.length + 1);
  for (const [index, cell] of cells.entries()) starts[index + 1] = starts[index]! + cell.length;
  const items = new Uint16Array(starts[cells.length]!);
  for (const [index, cell] of cells.entries()) items.set(cell, starts[index]);
  return {
    planes: Uint16Array.from(plan.planes),
    originX: bounds.minX,
    originY: bounds.minY,
    cellsPerUnit: 1 / size,
    columns,
    rows,
    starts,
    items,
  };
}

type Layout = {
  readonly bounds: Box;
  readonly columns: number;
  readonly rows: number;
  readonly size: number;
};

/** Halves the detail until the work fits the budget; one cell always does. */
function layOut(bounds: Box, plan: GridPlan): Layout {
  const width = bounds.maxX - bounds.minX;
  const height = bounds.maxY - bounds.minY;
  const most = Math.max(1, Math.min(MAX_CELLS, plan.budget / Math.max(1, plan.shapes.length)));
  let size = CELL_SIZE;
  while (cellsAlong(width, size) * cellsAlong(height, size) > most) size *= 1.25;
  return { bounds, columns: cellsAlong(width, size), rows: cellsAlong(height, size), size };
}

/** One at least: a wall along an axis covers no height. */
function cellsAlong(length: number, size: number): number {
  return Math.max(1, Math.ceil(length / size));
}

function addShape(cells: number[][], shape: WallShape, reach: number, layout: Layout): void {
  const { bounds, columns, rows, size } = layout;
  const minX = shape.box.minX - reach;
  const minY = shape.box.minY - reach;
  const maxX = shape.box.maxX + reach;
  const maxY = shape.box.maxY + reach;
  const gridMaxX = bounds.minX + columns * size;
  const gridMaxY = bounds.minY + rows * size;
  if (minX < bounds.minX || minY < bounds.minY || maxX > gridMaxX || maxY > gridMaxY) {
    cells[columns * rows]!.push(shape.item);
  }
  const near = reach + size * HALF_DIAGONAL;
  const firstColumn = Math.max(0, Math.floor((minX - bounds.minX) / size));
  const lastColumn = Math.min(columns - 1, Math.floor((maxX - bounds.minX) / size));
  const firstRow = Math.max(0, Math.floor((minY - bounds.minY) / size));
  const lastRow = Math.min(rows - 1, Math.floor((maxY - bounds.minY) / size));
  for (let row = firstRow; row <= lastRow; row += 1) {
    const y = bounds.minY + (row + 0.5) * size;
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      const x = bounds.minX + (column + 0.5) * size;
      if (shape.distance(x, y) <= near) cells[row * columns + column]!.push(shape.item);
    }
  }
}

/** From how far a disc's centre can touch, `depth` being its radius or the deeper bias behind. */
function reachOf({ box, size }: WallShape, depth: number): number {
  const farX = Math.max(Math.abs(box.minX), Math.abs(box.maxX));
  const farY = Math.max(Math.abs(box.minY), Math.abs(box.maxY));
  return depth + (depth + Math.max(farX, farY) + size + 1) * SLACK;
}

/** Where discs of the radius touch two-sided walls, as far as the grid may go. */
function boundsOf(plan: GridPlan): Box {
  let minX = plan.halfSize;
  let minY = plan.halfSize;
  let maxX = -plan.halfSize;
  let maxY = -plan.halfSize;
  for (const shape of plan.shapes) {
    const reach = reachOf(shape, plan.radius);
    minX = Math.min(minX, shape.box.minX - reach);
    minY = Math.min(minY, shape.box.minY - reach);
    maxX = Math.max(maxX, shape.box.maxX + reach);
    maxY = Math.max(maxY, shape.box.maxY + reach);
  }
  const half = plan.halfSize;
  const left = Math.max(-half, Math.min(half, minX));
  const top = Math.max(-half, Math.min(half, minY));
  return {
    minX: left,
    minY: top,
    maxX: Math.max(left, Math.min(half, maxX)),
    maxY: Math.max(top, Math.min(half, maxY)),
  };
}
