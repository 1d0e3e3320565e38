import type { Colour, Stadium, StadiumDisc } from '../../shared/stadium/format/stadium.ts';
import type { GroundChoice } from '../settings/settings.ts';
import { colorNumber, COLORS, GROUNDS, type TeamPalette } from '../settings/theme.ts';
import { groundOf, isOfGround } from './ground.ts';

/** How a stadium is drawn, whoever made it. */
export type PitchStyle = {
  readonly palette: TeamPalette;
  /** Lines, discs and ground in the colours of the file instead of ours, and nothing invented. */
  readonly mapColours: boolean;
  /** [V79] Of a pitch in our colours; left out, as the map asks for. */
  readonly ground?: GroundChoice;
  /** Of a wall, in map units. */
  readonly lineWidth: number;
};

export const LINE_WIDTH = 3;
/** Colours with less difference between their channels are grey: chalk is drawn in ours. */
const GREY_SPREAD = 40;
/** What the lines of our own maps are written in. */
const CHALK = colorNumber(COLORS.line);

/** The ground of the whole picture, up to the edges of the window. */
export function groundColour(stadium: Stadium, { mapColours }: PitchStyle): number {
  return mapColours ? groundOf(stadium) : colorNumber(COLORS.pitchOut);
}

/** [V79] Stripes and lines of a pitch in our colours. What a map draws no field on stays as it is. */
export function shadesOf({ bg: { type } }: Pick<Stadium, 'bg'>, { ground = 'map' }: PitchStyle) {
  if (ground !== 'map' && type !== 'none') return GROUNDS[ground];
  return type === 'hockey' ? GROUNDS.ice : GROUNDS.night;
}

/**
 * The colour of a line, null when there is nothing to see of it. Greys are chalk and drawn in ours;
 * real colours mean something in the stadium and are kept.
 */
export function lineColour(color: Colour, stadium: Stadium, style: PitchStyle): number | null {
  if (color === null) return null;
  if (isOfGround(color, stadium)) return coverColour(stadium, style);
  if (style.mapColours || (spreadOf(color) >= GREY_SPREAD && color !== CHALK)) return color;
  return colorNumber(shadesOf(stadium, style).line);
}

/**
 * [V20] What is of the ground's colour covers what lies under it where the ground has one colour;
 * on stripes it would show, so it is left out.
 */
export function coverColour(stadium: Stadium, style: PitchStyle): number | null {
  const { type } = stadium.bg;
  const isPlain = type === 'none' || (type === 'hockey' && style.mapColours);
  return isPlain ? groundColour(stadium, style) : null;
}

/** Stays where the file puts it. */
export function isFixed({ invMass, speed }: StadiumDisc): boolean {
  return invMass === 0 && speed.x === 0 && speed.y === 0;
}

/** True for a disc that has a colour and a size. */
export function isVisible({ color, radius }: StadiumDisc): boolean {
  return color !== null && radius > 0;
}

/** Ball or players fall: such a stadium is seen from the side. */
export function isSideView({ discs, playerPhysics }: Stadium): boolean {
  return [discs[0]?.gravity, playerPhysics.gravity].some(
    (pull) => pull && (pull.x !== 0 || pull.y !== 0),
  );
}

/** A colour 0xRRGGBB as CSS has it. */
export function cssColour(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}

function spreadOf(color: number): number {
  const channels = [(color >> 16) & 255, (color >> 8) & 255, color & 255];
  return Math.max(...channels) - Math.min(...channels);
}
