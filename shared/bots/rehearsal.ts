import { MAX_SEATS } from '../base/room-limits.ts';
import { createScene, type Scene } from './sensorium/scene.ts';
import type { Place } from './sensorium/ways.ts';
import { ALL_TRIES } from './tries.ts';

/** What a bot tried in its head to free a ball that stands, see `unstick.ts`. */
export type Rehearsal = {
  /** The world in its head. */
  readonly scene: Scene;
  /** How well each try did, in ticks that it saves. */
  readonly worths: Float64Array;
  /** Seats of the `count` players near the ball, itself first; `mates` of them are its mates. */
  readonly near: Uint8Array;
  count: number;
  mates: number;
  /** Since when the ball stands that this is about. */
  since: number;
  /** The try that comes next, and the best one so far. */
  next: number;
  best: number;
  /** Where one of those in its head runs. */
  readonly spot: Place;
};

/** A rehearsal of nothing yet. */
export function createRehearsal(): Rehearsal {
  return {
    scene: createScene(),
    worths: new Float64Array(ALL_TRIES),
    near: new Uint8Array(MAX_SEATS),
    count: 0,
    mates: 0,
    since: -1,
    next: 0,
    best: 0,
    spot: { x: 0, y: 0 },
  };
}
