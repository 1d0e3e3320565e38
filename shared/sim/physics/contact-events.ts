import type { Arena } from './arena.ts';
import { APPROACH, contact } from './contact.ts';
import { EVENT, type EventBuffer, type EventKind } from '../events.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y, type MatchState } from '../match-state.ts';
import { noteContact } from './touches.ts';

/** Slower contacts, in units per tick, are rest and not worth a sound. */
const AUDIBLE_SPEED = 0.05;

/** The ball met another disc: a touch if it was a player's, a clang if it was a post. */
export function noteBallContact(
  arena: Arena,
  match: MatchState,
  other: number,
  events: EventBuffer,
): void {
  const seat = other - arena.firstPlayerDisc;
  if (seat >= 0) noteContact(arena, match, seat, events);
  if (contact[APPROACH]! < AUDIBLE_SPEED) return;
  if (seat >= 0) {
    addContactEvent(events, EVENT.ballTouch, match, BALL_DISC, seat);
  } else if (arena.discs.invMass[other] === 0) {
    addContactEvent(events, EVENT.postHit, match, BALL_DISC, other);
  }
}

/** Adds the event of two players that meet, if they meet fast enough to be heard. */
export function notePlayerContact(
  arena: Arena,
  match: MatchState,
  seat: number,
  other: number,
  events: EventBuffer,
): void {
  if (contact[APPROACH]! < AUDIBLE_SPEED) return;
  const disc = arena.firstPlayerDisc + seat;
  events.object[addContactEvent(events, EVENT.playerHit, match, disc, seat)] = other;
}

/** Adds the event of the ball that meets a wall, if it does so fast enough to be heard. */
export function noteWallContact(match: MatchState, events: EventBuffer): void {
  if (contact[APPROACH]! < AUDIBLE_SPEED) return;
  addContactEvent(events, EVENT.wallHit, match, BALL_DISC, -1);
}

/** Adds an event at the place of a disc, of strength 0; returns its index. */
export function addEventAt(
  events: EventBuffer,
  kind: EventKind,
  match: MatchState,
  disc: number,
  subject: number,
): number {
  const index = events.add(kind, subject, -1);
  events.x[index] = match.discs[disc * DISC_STRIDE + DISC_X]!;
  events.y[index] = match.discs[disc * DISC_STRIDE + DISC_Y]!;
  return index;
}

function addContactEvent(
  events: EventBuffer,
  kind: EventKind,
  match: MatchState,
  disc: number,
  subject: number,
): number {
  const index = addEventAt(events, kind, match, disc, subject);
  events.strength[index] = contact[APPROACH]!;
  return index;
}
