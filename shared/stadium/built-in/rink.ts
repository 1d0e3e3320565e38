import type { Stadium } from '../format/stadium.ts';
import { drawMiddle, outerPlanes, posts } from './pitch.ts';
import { StadiumDrawing, toStadium } from './stadium-drawing.ts';

const HALF_WIDTH = 430;
const HALF_HEIGHT = 200;
const CORNER = 110;
/** Goals stand inside the boards, with a way round behind them. */
const GOAL_X = 330;
const GOAL_HALF_WIDTH = 55;
const GOAL_DEPTH = 30;
/** Wide enough to bring in whoever appears outside. */
const BOARD_BIAS = 60;
const BOARD = { bCoef: 0.9, bias: BOARD_BIAS, color: 'A9C4E4' };
const KICK_OFF_RADIUS = 70;
const SPAWNS = [
  [170, 0],
  [170, 70],
  [170, -70],
  [260, 0],
] as const;

/** Ice: everything keeps its speed, and boards stop players too. */
export const RINK: Stadium = drawRink();

function drawRink(): Stadium {
  const drawing = new StadiumDrawing();
  drawBoards(drawing);
  for (const side of [-1, 1] as const) drawGoal(drawing, side);
  drawMiddle(drawing, { halfHeight: HALF_HEIGHT, kickOffRadius: KICK_OFF_RADIUS });
  return toStadium({
    name: 'Rink',
    width: HALF_WIDTH + 30,
    height: HALF_HEIGHT + 30,
    redSpawnPoints: SPAWNS.map(([x, y]) => [-x, y]),
    blueSpawnPoints: SPAWNS,
    bg: {
      type: 'hockey',
      width: HALF_WIDTH,
      height: HALF_HEIGHT,
      kickOffRadius: KICK_OFF_RADIUS,
      cornerRadius: CORNER,
      goalLine: HALF_WIDTH - GOAL_X,
    },
    playerPhysics: {
      damping: 0.98,
      kickingDamping: 0.98,
      acceleration: 0.07,
      kickingAcceleration: 0.05,
    },
    ballPhysics: { radius: 9, damping: 0.994, bCoef: 0.6 },
    vertexes: drawing.vertexes,
    segments: drawing.segments,
    goals: [
      { p0: [-GOAL_X, -GOAL_HALF_WIDTH], p1: [-GOAL_X, GOAL_HALF_WIDTH], team: 'red' },
      { p0: [GOAL_X, -GOAL_HALF_WIDTH], p1: [GOAL_X, GOAL_HALF_WIDTH], team: 'blue' },
    ],
    discs: posts(GOAL_X, GOAL_HALF_WIDTH),
    planes: outerPlanes(HALF_WIDTH + 30, HALF_HEIGHT + 30),
  });
}

/** Straight boards, then the corners of one end after the other. */
function drawBoards(drawing: StadiumDrawing): void {
  const x = HALF_WIDTH - CORNER;
  const y = HALF_HEIGHT - CORNER;
  drawing.line(
    [
      [x, -HALF_HEIGHT],
      [-x, -HALF_HEIGHT],
    ],
    BOARD,
  );
  drawing.line(
    [
      [-x, HALF_HEIGHT],
      [x, HALF_HEIGHT],
    ],
    BOARD,
  );
  for (const side of [-1, 1] as const) {
    const end = HALF_WIDTH * side;
    drawing.line(
      [
        [end, -y],
        [end, y],
      ],
      { ...BOARD, bias: -BOARD_BIAS * side },
    );
    for (const half of [-1, 1] as const) {
      const turn = side * half;
      drawing.line(
        [
          [x * side, HALF_HEIGHT * half],
          [end, y * half],
        ],
        {
          ...BOARD,
          bias: BOARD_BIAS * turn,
          curve: -90 * turn,
        },
      );
    }
  }
}

/** A round net, solid from both sides, and the lines of the ice. */
function drawGoal(drawing: StadiumDrawing, side: -1 | 1): void {
  const front = GOAL_X * side;
  const back = (GOAL_X + GOAL_DEPTH) * side;
  const post = GOAL_HALF_WIDTH;
  const inner = post - GOAL_DEPTH;
  const net = { cMask: ['ball'], bCoef: 0.2, color: '64799F' };
  drawing.line(
    [
      [front, -post],
      [back, -inner],
    ],
    { ...net, curve: 90 * side },
  );
  drawing.line(
    [
      [back, -inner],
      [back, inner],
    ],
    net,
  );
  drawing.line(
    [
      [back, inner],
      [front, post],
    ],
    { ...net, curve: 90 * side },
  );
  const chalk = { cMask: [], cGroup: [], color: '6F93C4' };
  drawing.line(
    [
      [front, -post],
      [front, post],
    ],
    { ...chalk, color: 'C65D6C' },
  );
  drawing.line(
    [
      [front, -post],
      [front, post],
    ],
    { ...chalk, curve: 120 * -side },
  );
  drawing.line(
    [
      [130 * side, -HALF_HEIGHT],
      [130 * side, HALF_HEIGHT],
    ],
    chalk,
  );
}
