/** Key of the texture that the pitch is baked into. */
export const PITCH = 'pitch';

/** Key of the texture that everything that moves is baked into. */
export const SPRITES = 'sprites';

/** Ring, dot, glow and chips are made for a radius of this many map units and scaled from there. */
export const UNIT_RADIUS = 16;
