import { drawPitch } from './pitch.ts';

export const HUGE = drawPitch({
  name: 'Huge',
  halfWidth: 700,
  halfHeight: 320,
  goalHalfWidth: 100,
  goalDepth: 40,
  kickOffRadius: 90,
  cornerRadius: 0,
  spawnDistance: 330,
});
