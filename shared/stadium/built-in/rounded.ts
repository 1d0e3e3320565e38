import { drawPitch } from './pitch.ts';

export const ROUNDED = drawPitch({
  name: 'Rounded',
  halfWidth: 420,
  halfHeight: 190,
  goalHalfWidth: 70,
  goalDepth: 34,
  kickOffRadius: 75,
  cornerRadius: 75,
  spawnDistance: 200,
});
