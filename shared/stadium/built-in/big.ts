import { drawPitch } from './pitch.ts';

export const BIG = drawPitch({
  name: 'Big',
  halfWidth: 550,
  halfHeight: 240,
  goalHalfWidth: 80,
  goalDepth: 36,
  kickOffRadius: 80,
  cornerRadius: 0,
  spawnDistance: 250,
});
