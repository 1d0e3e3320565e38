import { COLORS } from '../settings/theme.ts';

type Paint = CanvasRenderingContext2D;

const INK_RING = 2.6;
/** Share of ink in the stripes of team B. */
const STRIPE_INK = 0.38;
const STRIPE = 3.6;
/** Share of the radius that stays plain under the label. */
const HUB = 0.5;
const TOP_LIGHT = 0.1;

/** A player: team colour in a thick ring of ink; team B with diagonal stripes and a plain hub. */
export function paintDisc(paint: Paint, radius: number, color: string, striped: boolean): void {
  const inner = Math.max(radius - INK_RING, radius * 0.6);
  paintDot(paint, radius, COLORS.ink);
  paintDot(paint, inner, color);
  paint.save();
  circle(paint, inner);
  paint.clip();
  if (striped) {
    paint.save();
    paint.rotate(-Math.PI / 4);
    paint.globalAlpha = STRIPE_INK;
    paint.fillStyle = COLORS.ink;
    for (let y = -radius; y < radius; y += 2 * STRIPE) {
      paint.fillRect(-radius, y, 2 * radius, STRIPE);
    }
    paint.restore();
    paintDot(paint, radius * HUB, color);
  }
  const light = paint.createLinearGradient(0, -radius, 0, radius * 0.2);
  light.addColorStop(0, `rgba(255,255,255,${TOP_LIGHT})`);
  light.addColorStop(1, 'rgba(255,255,255,0)');
  paint.fillStyle = light;
  paint.fillRect(-radius, -radius, 2 * radius, 2 * radius);
  paint.restore();
}

export function paintBall(paint: Paint, radius: number, color: string = COLORS.ball): void {
  paintDot(paint, radius, COLORS.ink);
  paintDot(paint, Math.max(radius - 2.2, radius * 0.7), color);
}

/** White, with ink on both sides, so that it stands out on any disc and any ground. */
export function paintOwnRing(paint: Paint, radius: number): void {
  paint.strokeStyle = COLORS.ink;
  paint.lineWidth = 7.5;
  circle(paint, radius + 4);
  paint.stroke();
  paint.strokeStyle = COLORS.ball;
  paint.lineWidth = 3.4;
  circle(paint, radius + 2.4);
  paint.stroke();
  paint.lineWidth = 1;
  circle(paint, radius + 6.4);
  paint.stroke();
}

export function paintRing(paint: Paint, radius: number, width: number): void {
  paint.strokeStyle = COLORS.ball;
  paint.lineWidth = width;
  circle(paint, radius);
  paint.stroke();
}

export function paintDot(paint: Paint, radius: number, color: string): void {
  paint.fillStyle = color;
  circle(paint, radius);
  paint.fill();
}

export function paintSoftGlow(paint: Paint, radius: number): void {
  const glow = paint.createRadialGradient(0, 0, 0, 0, 0, radius);
  glow.addColorStop(0, 'rgba(255,255,255,0.9)');
  glow.addColorStop(0.35, 'rgba(255,255,255,0.35)');
  glow.addColorStop(1, 'rgba(255,255,255,0)');
  paint.fillStyle = glow;
  circle(paint, radius);
  paint.fill();
}

function circle(paint: Paint, radius: number): void {
  paint.beginPath();
  paint.arc(0, 0, radius, 0, 2 * Math.PI);
}
