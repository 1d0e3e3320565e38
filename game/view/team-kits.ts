import { type Kit, type Kits, NO_KITS } from '../../shared/room/kit.ts';
import { areApart, mixOf } from '../settings/colour-sight.ts';
import { contrastOf, cssColor } from '../settings/contrast.ts';
import { colorNumber, COLORS, type TeamPalette } from '../settings/theme.ts';

/** Letters on a disc: WCAG's least for large text. */
const LEAST_CONTRAST = 3;

/**
 * [V32] The kits of a room that this person is shown: both or neither. The teams have to stay apart to any eyes,
 * and neither may look like the other team does in the person's own colours.
 */
export function shownKits(kits: Kits, palette: TeamPalette): Kits {
  if (kits.sun === null && kits.wave === null) return NO_KITS;
  const own = { sun: colorNumber(palette.sun), wave: colorNumber(palette.wave) };
  const worn = { sun: lookOf(kits.sun, own.sun), wave: lookOf(kits.wave, own.wave) };
  const pairs = [
    [worn.sun, worn.wave],
    [worn.sun, own.wave],
    [own.sun, worn.wave],
  ] as const;
  return pairs.every(([sun, wave]) => areApart(sun, wave)) ? kits : NO_KITS;
}

/** [V32] The colour of what stands on a disc: the kit's own, where it can be read on all of its stripes. */
export function labelColour(kit: Kit | null): string {
  if (kit === null) return COLORS.ink;
  const least = (color: number): number =>
    Math.min(...kit.stripes.map((stripe) => contrastOf(color, stripe)));
  if (least(kit.text) >= LEAST_CONTRAST) return cssColor(kit.text);
  const [ink, white] = [least(colorNumber(COLORS.ink)), least(colorNumber(COLORS.ball))];
  return ink >= white ? COLORS.ink : COLORS.ball;
}

function lookOf(kit: Kit | null, own: number): number {
  return kit === null ? own : mixOf(kit.stripes);
}
