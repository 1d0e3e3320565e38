import type { Arena, DiscTable, PlaneTable, WallGrid } from '../../sim/physics/arena.ts';
import { type Masks, meets } from '../../sim/physics/meetings.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import type { Stadium } from '../format/stadium.ts';
import { buildWallGrid } from './wall-grid.ts';
import type { WallShape } from './wall-shapes.ts';

/** Bound on the work for all grids of a stadium together, in cells × walls. */
const GRID_BUDGET = 1_500_000;

/** Grids cover this many times the camera rectangle; walls further out are always tried there. */
const GRID_MARGIN = 3;
const MIN_HALF_SIZE = 1000;

/** Discs of equal masks and radius meet the same walls from the same places. */
type Kind = {
  readonly radius: number;
  readonly planes: readonly number[];
  readonly shapes: readonly WallShape[];
};

/** [F40] One grid for each kind of movable disc; -1 for those that never meet a wall. */
export function compileGrids(
  stadium: Stadium,
  discs: DiscTable,
  players: readonly Masks[],
  planes: PlaneTable,
  shapes: readonly WallShape[],
): Pick<Arena, 'grids' | 'gridOfDisc' | 'gridOfPlayer'> {
  const planeNumbers = Array.from({ length: planes.count }, (_, plane) => plane);
  const kinds: Kind[] = [];
  const known = new Map<string, number>();
  const kindOf = (masks: Masks, disc: number): number => {
    if (discs.invMass[disc] === 0) return -1;
    const radius = discs.radius[disc]!;
    const key = `${masks.cMask} ${masks.cGroup} ${radius}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const kind = {
      radius,
      planes: planeNumbers.filter((plane) =>
        meets(masks, { cMask: planes.cMask[plane]!, cGroup: planes.cGroup[plane]! }),
      ),
      shapes: shapes.filter((shape) => meets(masks, shape)),
    };
    const isEmpty = kind.planes.length + kind.shapes.length === 0;
    known.set(key, isEmpty ? -1 : kinds.length);
    if (!isEmpty) kinds.push(kind);
    return known.get(key)!;
  };
  const gridOfDisc = Int16Array.from(stadium.discs, (disc, index) => kindOf(disc, index));
  const ofPlayer = players.map((masks) => kindOf(masks, stadium.discs.length));
  const gridOfPlayer = Int16Array.from(Array.from({ length: MAX_SEATS }, () => ofPlayer).flat());
  return { grids: buildGrids(stadium, kinds), gridOfDisc, gridOfPlayer };
}

function buildGrids(stadium: Stadium, kinds: readonly Kind[]): readonly WallGrid[] {
  const camera = Math.max(Math.abs(stadium.width), Math.abs(stadium.height));
  const halfSize = Math.max(MIN_HALF_SIZE, camera * GRID_MARGIN);
  const budget = GRID_BUDGET / Math.max(1, kinds.length);
  return kinds.map((kind) => buildWallGrid({ ...kind, halfSize, budget }));
}
