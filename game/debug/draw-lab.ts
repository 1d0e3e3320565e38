import { drawnRadius } from '../../shared/sim/physics/arena.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import type { PhysicsLab } from './physics-lab.ts';

/** Ticks of its way that a disc shows ahead. */
const AHEAD = 10;
/** Planes have no end; this is beyond every screen. */
const FAR = 1e5;

type Context = CanvasRenderingContext2D;

/** Draws what the physics sees, from the compiled arena: nothing of the looks of a stadium. */
export function drawLab(context: Context, lab: PhysicsLab, unit: number): void {
  const { planes, goals, vertexes, joints } = lab.arena;
  const { discs } = lab.match;
  context.lineWidth = unit;
  for (let at = 0; at < planes.count; at += 1) {
    const [nx, ny] = [planes.normalX[at]!, planes.normalY[at]!];
    const [x, y] = [nx * planes.dist[at]!, ny * planes.dist[at]!];
    line(context, '#5b6b86', [x - ny * FAR, y + nx * FAR, x + ny * FAR, y - nx * FAR]);
  }
  for (let at = 0; at < lab.arena.segments.count; at += 1) drawSegment(context, lab, at, unit);
  for (let at = 0; at < vertexes.count; at += 1) {
    if (vertexes.cMask[at] === 0) continue;
    circle(context, '#8fd3ff', [vertexes.x[at]!, vertexes.y[at]!, 2 * unit]);
  }
  for (let at = 0; at < goals.count; at += 1) {
    const ends = [goals.x0[at]!, goals.y0[at]!, goals.x1[at]!, goals.y1[at]!] as const;
    line(context, goals.team[at] === 1 ? '#ffb347' : '#4dd0c8', ends);
  }
  for (let at = 0; at < joints.count; at += 1) {
    const [a, b] = [joints.disc0[at]! * DISC_STRIDE, joints.disc1[at]! * DISC_STRIDE];
    line(context, '#c792ea', [discs[a]!, discs[a + 1]!, discs[b]!, discs[b + 1]!]);
  }
  for (let disc = 0; disc < lab.arena.discCount; disc += 1) {
    if (lab.exists(disc)) drawDisc(context, lab, disc);
  }
  for (let at = 0; at < lab.events.count; at += 1) {
    circle(context, '#ff4d6d', [lab.events.x[at]!, lab.events.y[at]!, 3 * unit]);
  }
}

function drawDisc(context: Context, { arena, match }: PhysicsLab, disc: number): void {
  const at = disc * DISC_STRIDE;
  const [x, y] = [match.discs[at + DISC_X]!, match.discs[at + DISC_Y]!];
  const isPlayer = disc >= arena.firstPlayerDisc;
  const colour = disc === 0 ? '#ffffff' : isPlayer ? '#ffd166' : '#9aa8bd';
  circle(context, colour, [x, y, drawnRadius(arena, disc)]);
  const [vx, vy] = [match.discs[at + DISC_VX]!, match.discs[at + DISC_VY]!];
  line(context, colour, [x, y, x + vx * AHEAD, y + vy * AHEAD]);
}

/** One-sided walls have a whisker on the side that they push to. */
function drawSegment(context: Context, { arena }: PhysicsLab, at: number, unit: number): void {
  const { segments } = arena;
  const [x0, y0] = [segments.x0[at]!, segments.y0[at]!];
  const [x1, y1] = [segments.x1[at]!, segments.y1[at]!];
  const [cx, cy] = [segments.centreX[at]!, segments.centreY[at]!];
  const colour = segments.cMask[at] === 0 ? '#26334a' : '#8fd3ff';
  if (segments.shape[at] === 0) line(context, colour, [x0, y0, x1, y1]);
  else {
    const [from, to] = [Math.atan2(y0 - cy, x0 - cx), Math.atan2(y1 - cy, x1 - cx)];
    circle(context, colour, [cx, cy, segments.arcRadius[at]!], from, to);
  }
  if (segments.bias[at] === 0 || segments.shape[at] !== 0) return;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [nx, ny] = [segments.normalX[at]! * 12 * unit, segments.normalY[at]! * 12 * unit];
  line(context, colour, [x, y, x + nx, y + ny]);
}

function line(
  context: Context,
  colour: string,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): void {
  context.strokeStyle = colour;
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}

function circle(
  context: Context,
  colour: string,
  [x, y, radius]: readonly [number, number, number],
  from = 0,
  to = 2 * Math.PI,
): void {
  context.strokeStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, from, to);
  context.stroke();
}
