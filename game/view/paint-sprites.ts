import { cssColor } from '../settings/contrast.ts';
import { COLORS } from '../settings/theme.ts';

type Paint = CanvasRenderingContext2D;

const INK_RING = 2.6;
/** The ring of ink is no more than this share of a small disc. */
const INK_SHARE = 0.4;
/** White ring of the own disc, at least, and as a share of a large one. */
const OWN_RING = 2.4;
const OWN_RING_SHARE = 0.13;
/** Of what the ink leaves of a tiny disc. */
const OWN_RING_MOST = 0.6;
/** The ring of a disc of the map: a share of a small one, and at most. */
const STONE_INK = 0.24;
const STONE_INK_MAX = 3;
/** Share of ink in the stripes of team B. */
const STRIPE_INK = 0.38;
const STRIPE = 3.6;
/** Share of the radius that stays plain under the label. */
const HUB = 0.5;
/** What a tint makes any colour of. */
export const TINTED = '#ffffff';
const TOP_LIGHT = 0.1;
/** Of what the ink leaves of a disc: around it the team is seen in the person's own colour. */
const KIT_SHARE = 0.68;
/** Ink between both, as a share of the ring's. */
const KIT_INK = 0.35;

type KitLook = { readonly angle: number; readonly stripes: readonly number[] };

/** A player: team colour in a thick ring of ink; team B with diagonal stripes and a plain hub. */
export function paintDisc(paint: Paint, radius: number, color: string, striped: boolean): void {
  const inner = radius - discInk(radius);
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

/** [V32] The stripes of a kit over a disc that stays what it is at its rim. */
export function paintKit(paint: Paint, radius: number, { angle, stripes }: KitLook): void {
  const reach = (radius - discInk(radius)) * KIT_SHARE;
  const width = (2 * reach) / stripes.length;
  paintDot(paint, reach, COLORS.ink);
  paint.save();
  circle(paint, Math.max(0, reach - discInk(radius) * KIT_INK));
  paint.clip();
  paint.rotate((angle * Math.PI) / 180);
  for (const [place, stripe] of stripes.entries()) {
    paint.fillStyle = cssColor(stripe);
    // A little under the next one: no gap between two.
    paint.fillRect(place * width - reach, -reach, width * 1.1, 2 * reach);
  }
  paint.restore();
}

/** [V33] White to be tinted, where a kit would be: over a disc that stays what it is at its rim. */
export function paintPatch(paint: Paint, radius: number): void {
  const reach = (radius - discInk(radius)) * KIT_SHARE;
  paintDot(paint, reach, COLORS.ink);
  paintDot(paint, Math.max(0, reach - discInk(radius) * KIT_INK), TINTED);
}

/** Paints the ball around the origin, with its dark edge; `radius` in pixels of the canvas. Default: white to be tinted. */
export function paintBall(paint: Paint, radius: number, color: string = TINTED): void {
  paintDot(paint, radius, COLORS.ink);
  paintDot(paint, Math.max(radius - 2.2, radius * 0.7), color);
}

/**
 * [V27] White between the ring of ink and a thin line of ink: the disc is no larger than any other.
 *
 * @param width [V61] as a share of the usual one
 */
export function paintOwnRing(paint: Paint, radius: number, width = 1): void {
  const ink = discInk(radius);
  const wanted = Math.max(OWN_RING, radius * OWN_RING_SHARE) * width;
  const white = Math.min(wanted, (radius - ink) * OWN_RING_MOST);
  paintRing(paint, radius - ink - white / 2, white);
  paint.strokeStyle = COLORS.ink;
  paint.lineWidth = ink * 0.45;
  circle(paint, radius - ink - white);
  paint.stroke();
}

/** Half size of the mark of a voice, as a share of the disc's radius. */
export const VOICE_REACH = 1.75;

/** Around the disc of a person who is heard: two waves on either side, light within dark, for any ground. */
export function paintVoice(paint: Paint, radius: number): void {
  paint.lineCap = 'round';
  for (const [color, width] of [
    [COLORS.ink, radius * 0.24],
    [COLORS.ball, radius * 0.12],
  ] as const) {
    paint.strokeStyle = color;
    paint.lineWidth = width;
    for (const share of [1.28, 1.58]) {
      for (const side of [0, Math.PI]) {
        paint.beginPath();
        paint.arc(0, 0, radius * share, side - 0.5, side + 0.5);
        paint.stroke();
      }
    }
  }
}

/** A disc of the map, white to be tinted: its ring, if it has one, stays dark in any colour. */
export function paintStone(
  paint: Paint,
  radius: number,
  { ring, color = COLORS.ball }: { readonly ring: number; readonly color?: string },
): void {
  if (ring > 0) paintDot(paint, radius, COLORS.ink);
  paintDot(paint, radius - ring, color);
}

/** Width of the ring around a disc of the map, in map units. */
export function stoneRing(radius: number): number {
  return Math.min(radius * STONE_INK, STONE_INK_MAX);
}

/** Points to the right, white to be tinted. */
export function paintChevron(paint: Paint, radius: number): void {
  paint.beginPath();
  paint.moveTo(radius, 0);
  paint.lineTo(-radius * 0.7, radius * 0.8);
  paint.lineTo(-radius * 0.25, 0);
  paint.lineTo(-radius * 0.7, -radius * 0.8);
  paint.closePath();
  paint.lineJoin = 'round';
  paint.lineWidth = radius * 0.4;
  paint.strokeStyle = COLORS.ink;
  paint.stroke();
  paint.fillStyle = COLORS.ball;
  paint.fill();
}

/** Paints a ring around the origin; `width` is that of its line. */
export function paintRing(paint: Paint, radius: number, width: number): void {
  paint.strokeStyle = COLORS.ball;
  paint.lineWidth = width;
  circle(paint, radius);
  paint.stroke();
}

/** Paints a filled circle around the origin. */
export function paintDot(paint: Paint, radius: number, color: string): void {
  paint.fillStyle = color;
  circle(paint, radius);
  paint.fill();
}

/** Paints a white glow around the origin that fades out at `radius`. */
export function paintSoftGlow(paint: Paint, radius: number): void {
  const glow = paint.createRadialGradient(0, 0, 0, 0, 0, radius);
  glow.addColorStop(0, 'rgba(255,255,255,0.9)');
  glow.addColorStop(0.35, 'rgba(255,255,255,0.35)');
  glow.addColorStop(1, 'rgba(255,255,255,0)');
  paint.fillStyle = glow;
  circle(paint, radius);
  paint.fill();
}

function discInk(radius: number): number {
  return Math.min(INK_RING, radius * INK_SHARE);
}

function circle(paint: Paint, radius: number): void {
  paint.beginPath();
  paint.arc(0, 0, radius, 0, 2 * Math.PI);
}
