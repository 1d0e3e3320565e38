import { type Arena, PLAYER_VARIANTS, playerVariant } from './arena.ts';
import { noteBallContact, notePlayerContact, noteWallContact } from './contact-events.ts';
import type { EventBuffer } from '../events.ts';
import {
  BALL_DISC,
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  MATCH,
  type MatchState,
  PHASE,
  SEAT,
  seatInt,
} from '../match-state.ts';
import { seatPair } from './meetings.ts';
import { meetDiscs } from './meet-discs.ts';
import { meetWalls } from './meet-walls.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { rememberBall } from './shots.ts';
import { TEAM_NONE, type Team } from '../team.ts';

/**
 * [S20] One pass in disc order: each disc meets every later disc, then its walls, and every contact
 * takes effect at once. What the masks rule out was left out when the arena was compiled.
 */
export function collideDiscs(arena: Arena, match: MatchState, events: EventBuffer): void {
  const barrier = barrierOf(match);
  rememberBall(match);
  for (let disc = 0; disc < arena.firstPlayerDisc; disc += 1) {
    meetPartners(arena, match, disc, events);
    if (arena.meetsPlayers[disc] !== 0) meetPlayers(arena, match, disc, barrier, events);
    const grid = arena.gridOfDisc[disc]!;
    if (grid >= 0) collideWalls(arena, match, disc, grid, events);
  }
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    const team = match.ints[seatInt(seat, SEAT.team)]!;
    if (team === TEAM_NONE) continue;
    collidePlayer(arena, match, seat, barrier, events);
    const grid = arena.gridOfPlayer[seat * PLAYER_VARIANTS + playerVariant(barrier, team)]!;
    if (grid >= 0) collideWalls(arena, match, arena.firstPlayerDisc + seat, grid, events);
  }
}

/**
 * [S24] The team whose kick-off barrier stands now. Masks change behind the physics of a tick: the
 * first tick of a kick-off is still without the barrier, the first of play still with it.
 */
export function barrierOf({ ints }: MatchState): Team {
  const phase = ints[MATCH.phase];
  const isFirstTick = ints[MATCH.phaseTicks] === 0;
  const isUp = phase === (isFirstTick ? PHASE.playing : PHASE.kickOff);
  return isUp ? (ints[MATCH.kickOffTeam] as Team) : TEAM_NONE;
}

/** Asks for the distance here: most partners are far, and a call for each would cost the most. */
function meetPartners(arena: Arena, match: MatchState, disc: number, events: EventBuffer): void {
  const { discs } = match;
  const { partners } = arena;
  const { radius } = arena.discs;
  const end = arena.partnerStarts[disc + 1]!;
  const at = disc * DISC_STRIDE;
  const own = radius[disc]!;
  let x = discs[at + DISC_X]!;
  let y = discs[at + DISC_Y]!;
  for (let index = arena.partnerStarts[disc]!; index < end; index += 1) {
    const other = partners[index]!;
    const dx = x - discs[other * DISC_STRIDE + DISC_X]!;
    const dy = y - discs[other * DISC_STRIDE + DISC_Y]!;
    const reach = own + radius[other]!;
    if (dx * dx + dy * dy > reach * reach) continue;
    if (!meetDiscs(arena, discs, disc, other)) continue;
    x = discs[at + DISC_X]!;
    y = discs[at + DISC_Y]!;
    if (disc === BALL_DISC) noteBallContact(arena, match, other, events);
  }
}

function meetPlayers(
  arena: Arena,
  match: MatchState,
  disc: number,
  barrier: Team,
  events: EventBuffer,
): void {
  const { discs, ints } = match;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    const team = ints[seatInt(seat, SEAT.team)]!;
    if (team === TEAM_NONE) continue;
    const meets = arena.meetsSeat[disc * MAX_SEATS + seat]!;
    if (((meets >> playerVariant(barrier, team)) & 1) === 0) continue;
    const other = arena.firstPlayerDisc + seat;
    if (!meetDiscs(arena, discs, disc, other)) continue;
    if (disc === BALL_DISC) noteBallContact(arena, match, other, events);
  }
}

function collidePlayer(
  arena: Arena,
  match: MatchState,
  seat: number,
  barrier: Team,
  events: EventBuffer,
): void {
  const disc = arena.firstPlayerDisc + seat;
  const own = (match.ints[seatInt(seat, SEAT.team)]! - 1) * 2;
  for (let other = seat + 1; other < MAX_SEATS; other += 1) {
    const team = match.ints[seatInt(other, SEAT.team)]!;
    if (team === TEAM_NONE) continue;
    const meets = arena.seatsMeet[seatPair(barrier, seat, other)]!;
    if (((meets >> (own + team - 1)) & 1) === 0) continue;
    if (!meetDiscs(arena, match.discs, disc, arena.firstPlayerDisc + other)) continue;
    notePlayerContact(arena, match, seat, other, events);
  }
}

function collideWalls(
  arena: Arena,
  match: MatchState,
  disc: number,
  grid: number,
  events: EventBuffer,
): void {
  if (!meetWalls(arena, match.discs, disc, arena.grids[grid]!)) return;
  if (disc === BALL_DISC) noteWallContact(match, events);
}
