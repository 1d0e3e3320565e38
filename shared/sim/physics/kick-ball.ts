import { type Arena, FLAG, fileDiscCount } from './arena.ts';
import { boundDisc } from './contact.ts';
import { addEventAt } from './contact-events.ts';
import { EVENT, type EventBuffer } from '../events.ts';
import {
  BALL_DISC,
  DISC_STRIDE,
  DISC_VX,
  DISC_VY,
  DISC_X,
  DISC_Y,
  MATCH,
  type MatchState,
  SEAT,
  seatInt,
} from '../match-state.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { TEAM_NONE } from '../team.ts';
import { rememberBall } from './shots.ts';
import { noteKick } from './touches.ts';
import { KICK_REACH } from '../tuning.ts';

/** [S12] Kicks everything kickable in reach, if the rate limit allows; then the kick is spent. */
export function kickDiscs(
  arena: Arena,
  match: MatchState,
  seat: number,
  events: EventBuffer,
): void {
  const { ints } = match;
  if (ints[seatInt(seat, SEAT.kickWait)]! > 0 || ints[seatInt(seat, SEAT.kickBurst)]! < 0) return;
  let kicked = 0;
  for (let index = 0; index < arena.kickable.length; index += 1) {
    kicked += kickDisc(arena, match, seat, arena.kickable[index]!, events);
  }
  if (arena.playersKickable) {
    for (let other = 0; other < MAX_SEATS; other += 1) {
      if (other === seat || ints[seatInt(other, SEAT.team)] === TEAM_NONE) continue;
      const disc = fileDiscCount(arena) + other;
      if ((arena.discs.cGroup[disc]! & FLAG.kick) === 0) continue;
      kicked += kickDisc(arena, match, seat, disc, events);
    }
  }
  if (kicked === 0) return;
  ints[seatInt(seat, SEAT.kick)] = 0;
  ints[seatInt(seat, SEAT.kickWait)] = ints[MATCH.kickInterval]!;
  ints[seatInt(seat, SEAT.kickBurst)]! -= ints[MATCH.kickRate]!;
}

/** [S13] The rate limit's counters run every tick: one for the interval, one for the credit. */
export function recoverKick(match: MatchState, seat: number): void {
  const { ints } = match;
  const wait = seatInt(seat, SEAT.kickWait);
  const credit = seatInt(seat, SEAT.kickBurst);
  if (ints[wait]! > 0) ints[wait]! -= 1;
  if (ints[credit]! < ints[MATCH.kickBurstMax]! * ints[MATCH.kickRate]!) ints[credit]! += 1;
}

/** Returns 1 when the disc was in reach. */
function kickDisc(
  arena: Arena,
  match: MatchState,
  seat: number,
  disc: number,
  events: EventBuffer,
): number {
  const { discs } = match;
  const player = arena.firstPlayerDisc + seat;
  const from = player * DISC_STRIDE;
  const at = disc * DISC_STRIDE;
  const dx = discs[at + DISC_X]! - discs[from + DISC_X]!;
  const dy = discs[at + DISC_Y]! - discs[from + DISC_Y]!;
  const reach = arena.discs.radius[player]! + arena.discs.radius[disc]! + KICK_REACH;
  const square = dx * dx + dy * dy;
  if (square >= reach * reach || reach < 0 || square === 0) return 0;
  const distance = Math.sqrt(square);
  const ux = dx / distance;
  const uy = dy / distance;
  const given = arena.discs.kickSpeed[disc]!;
  const taken = -arena.player.recoil[seat]!;
  if (disc === BALL_DISC) rememberBall(match);
  discs[at + DISC_VX]! += ux * given;
  discs[at + DISC_VY]! += uy * given;
  discs[from + DISC_VX]! += ux * taken;
  discs[from + DISC_VY]! += uy * taken;
  boundDisc(discs, at);
  boundDisc(discs, from);
  if (disc === BALL_DISC) {
    noteKick(arena, match, seat, events);
    events.strength[addEventAt(events, EVENT.kick, match, disc, seat)] = given;
  }
  return 1;
}
