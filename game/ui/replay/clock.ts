import { TICK_RATE } from '../../../shared/sim/tick.ts';

/** Minutes and seconds from the beginning, of a place in a replay. */
export function minutesAndSeconds(position: number): readonly [minutes: number, seconds: number] {
  const seconds = Math.floor(position / TICK_RATE);
  return [Math.floor(seconds / 60), seconds % 60];
}

/** 1:05 */
export function clockOf(position: number): string {
  const [minutes, seconds] = minutesAndSeconds(position);
  return `${minutes}:${String(seconds).padStart(2, '0')}`;
}
