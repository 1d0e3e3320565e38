import type { GoalTable, PlaneTable, SegmentTable, VertexTable } from '../../sim/physics/arena.ts';
import { arcOf } from '../format/arc.ts';
import type { Stadium, StadiumPlane, StadiumSegment } from '../format/stadium.ts';

/** Planes as columns of numbers, in the order of the file. */
export function compilePlanes({ planes }: Stadium): PlaneTable {
  return {
    count: planes.length,
    normalX: Float64Array.from(planes, (plane) => plane.normal.x),
    normalY: Float64Array.from(planes, (plane) => plane.normal.y),
    dist: Float64Array.from(planes, (plane) => plane.dist),
    bCoef: Float64Array.from(planes, (plane) => plane.bCoef),
    // [F32] Without a direction there is no side to be held on.
    cMask: Int32Array.from(planes, (plane) => (hasDirection(plane) ? plane.cMask : 0)),
    cGroup: Int32Array.from(planes, (plane) => plane.cGroup),
  };
}

function hasDirection({ normal }: StadiumPlane): boolean {
  return normal.x !== 0 || normal.y !== 0;
}

/** Vertexes as columns of numbers, in the order of the file. */
export function compileVertexes({ vertexes }: Stadium): VertexTable {
  return {
    count: vertexes.length,
    x: Float64Array.from(vertexes, (vertex) => vertex.x),
    y: Float64Array.from(vertexes, (vertex) => vertex.y),
    bCoef: Float64Array.from(vertexes, (vertex) => vertex.bCoef),
    cMask: Int32Array.from(vertexes, (vertex) => vertex.cMask),
    cGroup: Int32Array.from(vertexes, (vertex) => vertex.cGroup),
  };
}

/** Segments as columns of numbers, in the order of the file, with the centre and radius of arcs. */
export function compileSegments({ segments }: Stadium, vertexes: VertexTable): SegmentTable {
  const count = segments.length;
  const table = {
    count,
    x0: new Float64Array(count),
    y0: new Float64Array(count),
    x1: new Float64Array(count),
    y1: new Float64Array(count),
    normalX: new Float64Array(count),
    normalY: new Float64Array(count),
    bias: new Float64Array(count),
    bCoef: new Float64Array(count),
    shape: new Uint8Array(count),
    centreX: new Float64Array(count),
    centreY: new Float64Array(count),
    arcRadius: new Float64Array(count),
    cMask: new Int32Array(count),
    cGroup: new Int32Array(count),
  };
  for (const [index, segment] of segments.entries()) {
    table.x0[index] = vertexes.x[segment.v0]!;
    table.y0[index] = vertexes.y[segment.v0]!;
    table.x1[index] = vertexes.x[segment.v1]!;
    table.y1[index] = vertexes.y[segment.v1]!;
    table.bias[index] = Math.abs(segment.bias);
    table.bCoef[index] = segment.bCoef;
    table.cMask[index] = segment.cMask;
    table.cGroup[index] = segment.cGroup;
    shapeSegment(table, index, segment);
  }
  return table;
}

/** Goals as columns of numbers, in the order of the file. */
export function compileGoals({ goals }: Stadium): GoalTable {
  return {
    count: goals.length,
    x0: Float64Array.from(goals, (goal) => goal.p0.x),
    y0: Float64Array.from(goals, (goal) => goal.p0.y),
    x1: Float64Array.from(goals, (goal) => goal.p1.x),
    y1: Float64Array.from(goals, (goal) => goal.p1.y),
    team: Uint8Array.from(goals, (goal) => goal.team),
  };
}

/** [F32] Normals point to the side that the bias pushes to: without one, to the left hand. */
function shapeSegment(table: SegmentTable, index: number, segment: StadiumSegment): void {
  const from = { x: table.x0[index]!, y: table.y0[index]! };
  const to = { x: table.x1[index]!, y: table.y1[index]! };
  const side = segment.bias < 0 ? -1 : 1;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length === 0) {
    // Both ends in one place: there is no line to meet. The vertexes are still there.
    table.cMask[index] = 0;
  } else if (segment.curveF === null) {
    table.normalX[index] = (dy / length) * side + 0;
    table.normalY[index] = (-dx / length) * side + 0;
  } else {
    const arc = arcOf(from, to, segment.curveF);
    table.shape[index] = segment.curveF > 0 ? 1 : 2;
    table.normalX[index] = side;
    table.centreX[index] = arc.x;
    table.centreY[index] = arc.y;
    table.arcRadius[index] = arc.radius;
  }
}
