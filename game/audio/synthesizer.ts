import { ZZFX } from 'zzfx';

/** A part of its own: importing the package makes an AudioContext, which waits for a gesture. */
export const synthesizer = ZZFX;
