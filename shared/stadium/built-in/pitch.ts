import type { Stadium } from '../format/stadium.ts';
import { type FileKeys, StadiumDrawing, toStadium } from './stadium-drawing.ts';

/** Half sizes of a football pitch, in map units. */
export type PitchMeasures = {
  readonly name: string;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly goalHalfWidth: number;
  readonly goalDepth: number;
  readonly kickOffRadius: number;
  readonly cornerRadius: number;
  readonly spawnDistance: number;
};

const LINE = '8FA6CC';
const NET = '64799F';
const SUN_POST = 'FFB02E';
const WAVE_POST = '3D82FF';

/** Run-off beside and behind the pitch, where players may go and the ball may not. */
const MARGIN_X = 20;
const MARGIN_Y = 30;

/** How deep behind the boards a ball is still pushed back in. */
const BOARD_BIAS = 40;
const NET_CORNER = 10;

const BOARD: FileKeys = { cMask: ['ball'], bias: BOARD_BIAS, color: LINE };
const NETTING: FileKeys = { cMask: ['ball'], bCoef: 0.1, color: NET };
const BARRIER: FileKeys = { cMask: ['red', 'blue'], bCoef: 0.1, vis: false };
const CHALK: FileKeys = { cMask: [], cGroup: [], color: LINE };

/**
 * A pitch with goals behind its ends. What a side has, it has in the same order as the other: no
 * side has an advantage.
 */
export function drawPitch(measures: PitchMeasures): Stadium {
  const { halfWidth, halfHeight, goalHalfWidth, goalDepth } = measures;
  const drawing = new StadiumDrawing();
  drawTouchlines(drawing, measures);
  for (const side of [-1, 1] as const) {
    drawEnd(drawing, measures, side);
    drawNet(drawing, measures, side);
    drawPenaltyArea(drawing, measures, side);
  }
  drawMiddle(drawing, measures);
  return toStadium({
    name: measures.name,
    width: halfWidth + goalDepth + MARGIN_X,
    height: halfHeight + MARGIN_Y,
    spawnDistance: measures.spawnDistance,
    bg: {
      type: 'grass',
      width: halfWidth,
      height: halfHeight,
      kickOffRadius: measures.kickOffRadius,
      cornerRadius: measures.cornerRadius,
    },
    vertexes: drawing.vertexes,
    segments: drawing.segments,
    goals: [
      { p0: [-halfWidth, -goalHalfWidth], p1: [-halfWidth, goalHalfWidth], team: 'red' },
      { p0: [halfWidth, -goalHalfWidth], p1: [halfWidth, goalHalfWidth], team: 'blue' },
    ],
    discs: posts(halfWidth, goalHalfWidth),
    planes: [
      { normal: [0, 1], dist: -halfHeight, cMask: ['ball'] },
      { normal: [0, -1], dist: -halfHeight, cMask: ['ball'] },
      ...outerPlanes(halfWidth + goalDepth + MARGIN_X, halfHeight + MARGIN_Y),
    ],
  });
}

/** The posts of both goals, at (±x, ±y), as discs of a stadium file. */
export function posts(x: number, y: number): readonly FileKeys[] {
  const post = { radius: 8, invMass: 0, bCoef: 0.5 };
  return [
    { ...post, pos: [-x, -y], color: SUN_POST },
    { ...post, pos: [-x, y], color: SUN_POST },
    { ...post, pos: [x, -y], color: WAVE_POST },
    { ...post, pos: [x, y], color: WAVE_POST },
  ];
}

/** The end of the world for everybody. */
export function outerPlanes(width: number, height: number): readonly FileKeys[] {
  const plane = { bCoef: 0.1 };
  return [
    { ...plane, normal: [0, 1], dist: -height },
    { ...plane, normal: [0, -1], dist: -height },
    { ...plane, normal: [1, 0], dist: -width },
    { ...plane, normal: [-1, 0], dist: -width },
  ];
}

/** Halfway line, centre circle and the kick-off barriers on them. */
export function drawMiddle(
  drawing: StadiumDrawing,
  measures: Pick<PitchMeasures, 'halfHeight' | 'kickOffRadius'>,
): void {
  const { halfHeight, kickOffRadius: radius } = measures;
  const top = [0, -radius] as const;
  const bottom = [0, radius] as const;
  drawing.line(
    [
      [0, -halfHeight],
      [0, halfHeight],
    ],
    CHALK,
  );
  drawing.line([top, bottom], { ...CHALK, curve: 180 });
  drawing.line([top, bottom], { ...CHALK, curve: -180 });
  const both = { ...BARRIER, cGroup: ['redKO', 'blueKO'] };
  drawing.line([[0, -halfHeight - MARGIN_Y], top], both);
  drawing.line([[0, halfHeight + MARGIN_Y], bottom], both);
  // The side that does not kick off stays out of the circle.
  drawing.line([top, bottom], { ...BARRIER, cGroup: ['redKO'], curve: 180 });
  drawing.line([top, bottom], { ...BARRIER, cGroup: ['blueKO'], curve: -180 });
}

/** Both touchlines, walked so that the pitch is on the left hand. */
function drawTouchlines(drawing: StadiumDrawing, measures: PitchMeasures): void {
  const { halfHeight: y, cornerRadius: corner } = measures;
  const x = measures.halfWidth - corner;
  drawing.line(
    [
      [x, -y],
      [-x, -y],
    ],
    BOARD,
  );
  drawing.line(
    [
      [-x, y],
      [x, y],
    ],
    BOARD,
  );
}

/** One end of the pitch beside its goal, and its corners. */
function drawEnd(drawing: StadiumDrawing, measures: PitchMeasures, side: -1 | 1): void {
  const { halfHeight: y, goalHalfWidth: goal, cornerRadius: corner } = measures;
  const x = measures.halfWidth * side;
  const inner = (measures.halfWidth - corner) * side;
  for (const end of [-1, 1] as const) {
    // Walking from the corner to the goal, the pitch is on the left hand only upper left and
    // lower right; elsewhere the bias has to push to the other hand.
    const wall = { ...BOARD, bias: BOARD_BIAS * side * end };
    if (corner > 0) {
      const turn = { ...wall, curve: -90 * side * end };
      drawing.line(
        [
          [inner, y * end],
          [x, (y - corner) * end],
        ],
        turn,
      );
    }
    drawing.line(
      [
        [x, (y - corner) * end],
        [x, goal * end],
      ],
      wall,
    );
  }
}

function drawNet(drawing: StadiumDrawing, measures: PitchMeasures, side: -1 | 1): void {
  const front = measures.halfWidth * side;
  const back = (measures.halfWidth + measures.goalDepth) * side;
  const bend = back - NET_CORNER * side;
  const { goalHalfWidth: post } = measures;
  const inner = post - NET_CORNER;
  drawing.line(
    [
      [front, -post],
      [front, post],
    ],
    CHALK,
  );
  drawing.line(
    [
      [front, -post],
      [bend, -post],
    ],
    NETTING,
  );
  drawing.line(
    [
      [bend, -post],
      [back, -inner],
    ],
    { ...NETTING, curve: 90 * side },
  );
  drawing.line(
    [
      [back, -inner],
      [back, inner],
    ],
    NETTING,
  );
  drawing.line(
    [
      [back, inner],
      [bend, post],
    ],
    { ...NETTING, curve: 90 * side },
  );
  drawing.line(
    [
      [bend, post],
      [front, post],
    ],
    NETTING,
  );
}

function drawPenaltyArea(drawing: StadiumDrawing, measures: PitchMeasures, side: -1 | 1): void {
  const end = measures.halfWidth * side;
  const front = end * 0.78;
  const half = measures.goalHalfWidth + (measures.halfHeight - measures.goalHalfWidth) * 0.4;
  drawing.line(
    [
      [end, -half],
      [front, -half],
      [front, half],
      [end, half],
    ],
    CHALK,
  );
  const arc = half * 0.4;
  drawing.line(
    [
      [front, -arc],
      [front, arc],
    ],
    { ...CHALK, curve: 100 * -side },
  );
}
