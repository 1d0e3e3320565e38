import type { Arena } from './arena.ts';
import { APPROACH, contact, DRIVE } from './contact.ts';
import type { EventBuffer } from '../events.ts';
import { MATCH, type MatchState, PHASE, SEAT, seatInt } from '../match-state.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import {
  countShot,
  forgetShot,
  isLetThrough,
  noteShot,
  noteStop,
  settleShot,
  takeShotBack,
} from './shots.ts';
import { CONTACT_TICKS, PLAY_SHARE, PLAY_SPEED, PLAY_TICKS } from '../tuning.ts';

/**
 * [S40] The ball and the player of `seat` met; `contact` says how fast. A touch is one contact,
 * however long it lasts. A player that goes to the ball plays it, one that it comes to is in its way,
 * and so is a defender who leaves it on its way into the goal.
 */
export function noteContact(
  arena: Arena,
  match: MatchState,
  seat: number,
  events: EventBuffer,
): void {
  if (!isCounted(match)) return;
  const { ints } = match;
  if (ints[seatInt(seat, SEAT.contact)] === 0) ints[seatInt(seat, SEAT.touches)]! += 1;
  ints[seatInt(seat, SEAT.contact)] = CONTACT_TICKS;
  noteStop(arena, match, seat);
  const drive = contact[DRIVE]!;
  const isMet = drive < PLAY_SPEED || drive < contact[APPROACH]! * PLAY_SHARE;
  if (isMet || isLetThrough(arena, match, seat)) {
    ints[MATCH.inTheWay] = seat + 1;
  } else {
    const holder = ints[MATCH.lastTouch]!;
    const isHeld = holder !== 0 && ints[seatInt(holder - 1, SEAT.play)] !== 0;
    // Two who push against each other: the ball stays with the one who had it until that one ends.
    if (!isHeld || holder === seat + 1) takeBall(match, seat, events);
    takeShotBack(match, seat);
    ints[seatInt(seat, SEAT.play)] = PLAY_TICKS;
  }
}

/**
 * [S40] A kick is a touch of its own, and whoever kicks plays the ball, but for a defender who leaves
 * it on its way into the goal; [S41] it may be a shot. The ball has its new speed already.
 */
export function noteKick(arena: Arena, match: MatchState, seat: number, events: EventBuffer): void {
  if (!isCounted(match)) return;
  const { ints } = match;
  ints[seatInt(seat, SEAT.touches)]! += 1;
  ints[seatInt(seat, SEAT.contact)] = CONTACT_TICKS;
  noteStop(arena, match, seat);
  if (isLetThrough(arena, match, seat)) {
    ints[MATCH.inTheWay] = seat + 1;
    return;
  }
  ints[seatInt(seat, SEAT.play)] = PLAY_TICKS;
  takeBall(match, seat, events);
  takeShotBack(match, seat);
  // Kicked away, or kicked again by the attackers: that shot is history.
  settleShot(match, events);
  noteShot(arena, match, seat);
}

/** Contacts end by themselves; once a tick, before anything meets. */
export function fadeContact(match: MatchState, seat: number): void {
  const { ints } = match;
  const met = seatInt(seat, SEAT.contact);
  const played = seatInt(seat, SEAT.play);
  if (ints[met]! > 0) ints[met]! -= 1;
  if (ints[played]! > 0) ints[played]! -= 1;
}

/** Counts possession and the time of a shot; once a playing tick. */
export function countPlay(match: MatchState, events: EventBuffer): void {
  const { ints } = match;
  const holder = ints[MATCH.lastTouch]!;
  if (holder !== 0) ints[seatInt(holder - 1, SEAT.possession)]! += 1;
  countShot(match, events);
}

/** [S42] Credits a goal for `team` and returns the seat + 1 behind it, 0 = nobody. */
export function creditGoal(match: MatchState, team: number): number {
  const { ints } = match;
  const last = ints[MATCH.lastTouch]!;
  const scorer = findScorer(match, team);
  ints[MATCH.scorer] = scorer;
  ints[MATCH.assist] = 0;
  forgetShot(match);
  if (scorer === 0) return 0;
  if (teamOf(match, scorer) !== team) {
    ints[seatInt(scorer - 1, SEAT.ownGoals)]! += 1;
    return scorer;
  }
  ints[seatInt(scorer - 1, SEAT.goals)]! += 1;
  const passer = ints[MATCH.previousTouch]!;
  if (scorer === last && passer !== 0 && teamOf(match, passer) === team) {
    ints[MATCH.assist] = passer;
    ints[seatInt(passer - 1, SEAT.assists)]! += 1;
  }
  return scorer;
}

/** Forgets the touches and the shot of a match. */
export function forgetTouches(match: MatchState): void {
  const { ints } = match;
  ints[MATCH.lastTouch] = 0;
  ints[MATCH.previousTouch] = 0;
  ints[MATCH.inTheWay] = 0;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    ints[seatInt(seat, SEAT.contact)] = 0;
    ints[seatInt(seat, SEAT.play)] = 0;
  }
  forgetShot(match);
}

/**
 * The player that played the ball last. If that one defends the goal: the shooter whose shot was only
 * deflected, or the attacker from whom the ball came back, and only then it is an own goal.
 */
function findScorer(match: MatchState, team: number): number {
  const { ints } = match;
  const last = ints[MATCH.lastTouch]!;
  if (last !== 0 && teamOf(match, last) === team) return last;
  const shooter = ints[MATCH.shooter]!;
  if (shooter !== 0 && teamOf(match, shooter) === team) return shooter;
  const inTheWay = ints[MATCH.inTheWay]!;
  return inTheWay !== 0 && teamOf(match, inTheWay) === team ? inTheWay : last;
}

/** The ball is that seat's now, and what it met on the way there is history. */
function takeBall(match: MatchState, seat: number, events: EventBuffer): void {
  const { ints } = match;
  ints[MATCH.inTheWay] = 0;
  if (ints[MATCH.lastTouch] === seat + 1) return;
  ints[MATCH.previousTouch] = ints[MATCH.lastTouch]!;
  ints[MATCH.lastTouch] = seat + 1;
  const shooter = ints[MATCH.shooter]!;
  if (shooter === 0 || shooter === seat + 1) return;
  if (teamOf(match, shooter) === teamOf(match, seat + 1)) settleShot(match, events);
}

function isCounted({ ints }: MatchState): boolean {
  return ints[MATCH.phase] === PHASE.playing || ints[MATCH.phase] === PHASE.kickOff;
}

function teamOf(match: MatchState, seatPlusOne: number): number {
  return match.ints[seatInt(seatPlusOne - 1, SEAT.team)]!;
}
