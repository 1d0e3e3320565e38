import type { Colour, Stadium, StadiumDisc } from '../../shared/stadium/stadium.ts';
import { COLORS, type TeamPalette } from '../settings/theme.ts';

/** How a stadium is drawn, whoever made it. */
export type PitchStyle = {
  readonly palette: TeamPalette;
  /** Lines, discs and ground in the colours of the file instead of ours. */
  readonly mapColours: boolean;
  /** Of a wall, in map units. */
  readonly lineWidth: number;
};

export const LINE_WIDTH = 3;
/** Colours with less difference between their channels are grey: chalk is drawn in ours. */
const GREY_SPREAD = 40;
/** The grounds that authors see while they draw, where a file names none. */
const GRASS = 0x71_8c_5a;
const ICE = 0x55_55_55;

/** Greys are chalk and drawn in ours; real colours mean something in the stadium and are kept. */
export function lineColour(color: Exclude<Colour, null>, { mapColours }: PitchStyle): string {
  return mapColours || spreadOf(color) >= GREY_SPREAD ? cssColour(color) : COLORS.line;
}

/** The ground of the whole picture. */
export function groundColour({ bg }: Stadium, { mapColours }: PitchStyle): string {
  if (!mapColours) return COLORS.pitchOut;
  return cssColour(bg.color ?? (bg.type === 'hockey' ? ICE : GRASS));
}

/** Part of the ground: it never moves, and is drawn once. */
export function isFixed({ invMass, speed }: StadiumDisc): boolean {
  return invMass === 0 && speed.x === 0 && speed.y === 0;
}

export function isVisible({ color, radius }: StadiumDisc): boolean {
  return color !== null && radius > 0;
}

/** Ball or players fall: such a stadium is seen from the side. */
export function isSideView({ discs, playerPhysics }: Stadium): boolean {
  return [discs[0]?.gravity, playerPhysics.gravity].some(
    (pull) => pull && (pull.x !== 0 || pull.y !== 0),
  );
}

export function cssColour(color: Exclude<Colour, null>): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}

function spreadOf(color: number): number {
  const channels = [(color >> 16) & 255, (color >> 8) & 255, color & 255];
  return Math.max(...channels) - Math.min(...channels);
}
