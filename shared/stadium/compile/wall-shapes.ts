import type { SegmentTable, VertexTable } from '../../sim/physics/arena.ts';

export type Box = {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
};

/**
 * A segment or vertex as the grid needs it. `distance` may be too small and never too large, so
 * that the grid never loses a contact.
 */
export type WallShape = {
  /** Its number in the order of a pass: segments, then vertexes. */
  readonly item: number;
  readonly cMask: number;
  readonly cGroup: number;
  readonly bias: number;
  readonly box: Box;
  /** Magnitude of its radius, 0 if straight: the rounding of an arc grows with it. */
  readonly size: number;
  readonly distance: (x: number, y: number) => number;
};

/** What the grids ask of each wall: its masks and the box that it lies in. */
export function wallShapes(segments: SegmentTable, vertexes: VertexTable): readonly WallShape[] {
  const shapes: WallShape[] = [];
  for (let index = 0; index < segments.count; index += 1) {
    const isArc = segments.shape[index] !== 0;
    shapes.push({
      item: index,
      cMask: segments.cMask[index]!,
      cGroup: segments.cGroup[index]!,
      bias: segments.bias[index]!,
      ...(isArc ? arcExtent(segments, index) : lineExtent(segments, index)),
    });
  }
  for (let index = 0; index < vertexes.count; index += 1) {
    const x = vertexes.x[index]!;
    const y = vertexes.y[index]!;
    shapes.push({
      item: segments.count + index,
      cMask: vertexes.cMask[index]!,
      cGroup: vertexes.cGroup[index]!,
      bias: 0,
      box: { minX: x, minY: y, maxX: x, maxY: y },
      size: 0,
      distance: (atX, atY) => Math.sqrt((atX - x) * (atX - x) + (atY - y) * (atY - y)),
    });
  }
  return shapes;
}

type Extent = Pick<WallShape, 'box' | 'size' | 'distance'>;

function lineExtent(segments: SegmentTable, index: number): Extent {
  const x0 = segments.x0[index]!;
  const y0 = segments.y0[index]!;
  const x1 = segments.x1[index]!;
  const y1 = segments.y1[index]!;
  const dx = x1 - x0;
  const dy = y1 - y0;
  const square = dx * dx + dy * dy;
  return {
    box: boxOf([x0, x1], [y0, y1]),
    size: 0,
    distance: (x, y) => {
      const along = square === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
      const share = Math.max(0, Math.min(1, along));
      const offX = x - (x0 + dx * share);
      const offY = y - (y0 + dy * share);
      return Math.sqrt(offX * offX + offY * offY);
    },
  };
}

/** The whole circle for the distance, the arc alone for the box. */
function arcExtent(segments: SegmentTable, index: number): Extent {
  const x = segments.centreX[index]!;
  const y = segments.centreY[index]!;
  const radius = segments.arcRadius[index]!;
  const xs = [segments.x0[index]!, segments.x1[index]!];
  const ys = [segments.y0[index]!, segments.y1[index]!];
  for (const [sideX, sideY] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    if (!isOnArc(segments, index, sideX, sideY)) continue;
    xs.push(x + sideX * radius);
    ys.push(y + sideY * radius);
  }
  return {
    box: boxOf(xs, ys),
    size: radius,
    distance: (atX, atY) => {
      const fromCentre = Math.sqrt((atX - x) * (atX - x) + (atY - y) * (atY - y));
      return Math.abs(fromCentre - radius);
    },
  };
}

/** As in a tick, with both ends taken in: a box too large does no harm. */
function isOnArc(segments: SegmentTable, index: number, dx: number, dy: number): boolean {
  const cx = segments.centreX[index]!;
  const cy = segments.centreY[index]!;
  const side0 = (segments.x0[index]! - cx) * dy - (segments.y0[index]! - cy) * dx;
  const side1 = dx * (segments.y1[index]! - cy) - dy * (segments.x1[index]! - cx);
  return segments.shape[index] === 1 ? side0 >= 0 && side1 >= 0 : side0 >= 0 || side1 >= 0;
}

function boxOf(xs: readonly number[], ys: readonly number[]): Box {
  return {
    minX: Math.min(...xs),
    minY: Math.min(...ys),
    maxX: Math.max(...xs),
    maxY: Math.max(...ys),
  };
}
