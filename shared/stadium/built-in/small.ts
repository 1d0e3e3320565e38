import { drawPitch } from './pitch.ts';

export const SMALL = drawPitch({
  name: 'Small',
  halfWidth: 320,
  halfHeight: 130,
  goalHalfWidth: 55,
  goalDepth: 28,
  kickOffRadius: 60,
  cornerRadius: 0,
  spawnDistance: 140,
});
