import { MIN_DISC_RADIUS_PX } from '../settings/theme.ts';

export type Size = { readonly width: number; readonly height: number };

/** Room that menus and thumbs need at the edges of the window, in CSS pixels. */
export type Insets = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** What has to be seen, in map units. */
export type Seen = Size & {
  /** The window shows no more of the width than this; 0 = all of it. */
  readonly maxViewWidth?: number;
  /** Seen from the side: what falls must fall downwards. */
  readonly hasGravity?: boolean;
  /** [V31] Times as large as it would be; 0 = all of it, however small players get. */
  readonly zoom?: number;
};

export type Fit = {
  /** Clockwise quarter turns by which the pitch is drawn. */
  readonly quarterTurns: 0 | 1 | 3;
  /** CSS pixels per map unit. */
  readonly scale: number;
};

/** Larger than this the pitch looks like a toy for giants. */
const MAX_SCALE = 2.4;
/** Smaller players are decoration: the picture is not blown up for them. */
const LEAST_RADIUS = 6;
/** A window must be this much higher than wide before the pitch is turned. */
const TURN_RATIO = 1.15;
/** A place in it that is lower than this share of its width shows the pitch as it lies. */
const LOW_RATIO = 0.8;

/**
 * Fits a pitch into a window. A high window shows it upright, with the own team attacking upwards;
 * discs never get too small to follow: rather than that, the camera moves.
 */
export function fitPitch(
  view: Size,
  insets: Insets,
  pitch: Seen,
  discRadius: number,
  attacksRight: boolean,
): Fit {
  const width = Math.max(1, view.width - insets.left - insets.right);
  const height = Math.max(1, view.height - insets.top - insets.bottom);
  const isHigh = view.height > view.width * TURN_RATIO && height > width * LOW_RATIO;
  const isTurned = isHigh && pitch.width > pitch.height && pitch.hasGravity !== true;
  const across = isTurned ? pitch.height : pitch.width;
  const down = isTurned ? pitch.width : pitch.height;
  const widest = pitch.maxViewWidth ?? 0;
  const along = isTurned ? height : width;
  const limited = widest > 0 ? along / widest : 0;
  const all = Math.min(width / across, height / down);
  const whole = Math.max(all, limited);
  // A giant is readable at any scale, a speck at none.
  const readable = MIN_DISC_RADIUS_PX / Math.max(discRadius, LEAST_RADIUS);
  const quarterTurns = isTurned ? (attacksRight ? 3 : 1) : 0;
  const zoom = pitch.zoom ?? 1;
  if (zoom === 0) return { quarterTurns, scale: Math.min(MAX_SCALE, all) };
  return { quarterTurns, scale: Math.min(MAX_SCALE, Math.max(whole, readable)) * zoom };
}

/**
 * Where the camera looks along one axis: at the target, but never past the end of the pitch, and at
 * the middle when all of it fits.
 *
 * @param visible length of the window along the axis, in map units
 */
export function clampFocus(target: number, from: number, to: number, visible: number): number {
  const half = visible / 2;
  if (to - from <= visible) return (from + to) / 2;
  return Math.min(to - half, Math.max(from + half, target));
}

/** The target may wander this far before the camera goes after it: where it then has to be. */
export function pastSlack(focus: number, target: number, slack: number): number {
  const away = target - focus;
  return Math.abs(away) <= slack ? focus : target - Math.sign(away) * slack;
}

/**
 * [V26] The focus that is nearest to a wanted one and keeps a disc in the window, wherever it is.
 *
 * @param room that is kept around the middle of the disc, in map units
 */
export function keepInWindow(focus: number, disc: number, room: number, visible: number): number {
  const play = Math.max(0, visible / 2 - room);
  return Math.min(disc + play, Math.max(disc - play, focus));
}
