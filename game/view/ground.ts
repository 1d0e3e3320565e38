import type { Colour, Stadium } from '../../shared/stadium/format/stadium.ts';

/** The grounds that authors see while they draw, where a file names none. */
const GRASS = 0x71_8c_5a;
const ICE = 0x55_55_55;
/** A colour this close to the ground's in each channel is the ground's to any eye. */
const SAME_TO_THE_EYE = 3;

/** The ground as the file has it. */
export function groundOf({ bg }: Stadium): number {
  return bg.color ?? (bg.type === 'hockey' ? ICE : GRASS);
}

/** [V20] What its author cannot see on the ground is not meant to be seen. */
export function isOfGround(color: Exclude<Colour, null>, stadium: Stadium): boolean {
  const ground = groundOf(stadium);
  return [16, 8, 0].every(
    (shift) => Math.abs(((color >> shift) & 255) - ((ground >> shift) & 255)) <= SAME_TO_THE_EYE,
  );
}
