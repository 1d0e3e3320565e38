import { MAX_SEATS } from '../base/room-limits.ts';
import { type BotMemory, SENT_TICKS } from './bot-memory.ts';
import { holdKeys, movePlayer, moveScene } from './sensorium/motion.ts';
import type { Pitch } from './sensorium/pitch.ts';

/** Scratch: the seats that play. */
const seats = new Uint8Array(MAX_SEATS);

/**
 * Moves a scene on to `tick`, as a player does in the head: with its own keys, which it knows, and
 * with the keys of the others as it last saw them. The world is the scene's own, made of discs,
 * posts and a rectangle; only of the last `foresight` ticks it knows how the others moved.
 */
export function foresee(pitch: Pitch, memory: BotMemory, seat: number, tick: number): void {
  const { scene, sent } = memory;
  const { foresight } = memory.level;
  let count = 0;
  for (let other = 0; other < MAX_SEATS; other += 1) {
    if (scene.teams[other] === 0) continue;
    seats[count] = other;
    count += 1;
  }
  for (; scene.tick < tick; scene.tick += 1) {
    holdKeys(scene, seat, sent[scene.tick & (SENT_TICKS - 1)]!);
    if (tick - scene.tick <= foresight) moveScene(pitch, scene, seats, count);
    else movePlayer(pitch, scene, seat);
  }
}
