import type { Arena } from './arena.ts';
import { EVENT, type EventBuffer, type EventKind } from './events.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y, type MatchState } from './match-state.ts';
import { noteTouch } from './touches.ts';

/** Slower contacts, in units per tick, are rest and not worth a sound. */
export const AUDIBLE_SPEED = 0.05;

/** The ball met another disc: a touch if it was a player's, a clang if it was a post. */
export function noteBallContact(
  arena: Arena,
  match: MatchState,
  other: number,
  approach: number,
  events: EventBuffer,
): void {
  const seat = other - arena.firstPlayerDisc;
  if (seat >= 0) noteTouch(match, seat, false);
  if (approach < AUDIBLE_SPEED) return;
  if (seat >= 0) {
    const index = addEventAt(events, EVENT.ballTouch, match, BALL_DISC, approach);
    events.subject[index] = seat;
  } else if (arena.discs.invMass[other] === 0) {
    const index = addEventAt(events, EVENT.postHit, match, BALL_DISC, approach);
    events.subject[index] = other;
  }
}

/** Adds an event at the place of a disc, without subject and object; returns its index. */
export function addEventAt(
  events: EventBuffer,
  kind: EventKind,
  match: MatchState,
  disc: number,
  strength: number,
): number {
  const index = events.add(kind, -1, -1);
  events.x[index] = match.discs[disc * DISC_STRIDE + DISC_X]!;
  events.y[index] = match.discs[disc * DISC_STRIDE + DISC_Y]!;
  events.strength[index] = strength;
  return index;
}
