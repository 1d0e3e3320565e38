import { MAX_SEATS } from '../../base/room-limits.ts';
import { DISC_STRIDE } from '../../sim/match-state.ts';

/** Numbers of a scene's discs: the ball comes first, then a disc a seat. */
export const SCENE_NUMBERS = (1 + MAX_SEATS) * DISC_STRIDE;

/** What bots look at: the ball, the players, how the match stands. */
export type Scene = {
  readonly discs: Float64Array;
  readonly teams: Uint8Array;
  /** What each seat holds, and 1 where a kick is armed. */
  readonly held: Uint8Array;
  readonly armed: Uint8Array;
  tick: number;
  phase: number;
  kickOffTeam: number;
};

/** An empty scene. */
export function createScene(): Scene {
  return {
    discs: new Float64Array(SCENE_NUMBERS),
    teams: new Uint8Array(MAX_SEATS),
    held: new Uint8Array(MAX_SEATS),
    armed: new Uint8Array(MAX_SEATS),
    tick: -1,
    phase: 0,
    kickOffTeam: 0,
  };
}

/** Copies a scene over another one, without allocating. */
export function copyScene(from: Scene, to: Scene): void {
  to.discs.set(from.discs);
  to.teams.set(from.teams);
  to.held.set(from.held);
  to.armed.set(from.armed);
  to.tick = from.tick;
  to.phase = from.phase;
  to.kickOffTeam = from.kickOffTeam;
}

/** Where a seat's four numbers begin in `discs`; the ball's begin at 0. */
export function discOf(seat: number): number {
  return (1 + seat) * DISC_STRIDE;
}
