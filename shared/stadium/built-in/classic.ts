import { drawPitch } from './pitch.ts';

export const CLASSIC = drawPitch({
  name: 'Classic',
  halfWidth: 370,
  halfHeight: 170,
  goalHalfWidth: 64,
  goalDepth: 32,
  kickOffRadius: 75,
  cornerRadius: 0,
  spawnDistance: 170,
});
