import type { Arena } from './arena.ts';
import { boundDisc } from './contact.ts';
import { addEventAt } from './contact-events.ts';
import { EVENT, type EventBuffer } from '../events.ts';
import { INPUT_DOWN, INPUT_KICK, INPUT_LEFT, INPUT_RIGHT, INPUT_UP } from '../input.ts';
import { kickDiscs, recoverKick } from './kick-ball.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, type MatchState, SEAT, seatInt } from '../match-state.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { TEAM_NONE } from '../team.ts';
import { fadeContact } from './touches.ts';
import { DIAGONAL } from '../tuning.ts';

/** [S11] Takes the inputs of the tick; a kick bit that goes up arms the kick. */
export function takeInputs(
  arena: Arena,
  match: MatchState,
  inputs: Uint8Array,
  events: EventBuffer,
): void {
  const { ints } = match;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (ints[seatInt(seat, SEAT.team)] === TEAM_NONE) continue;
    const held = inputs[seat]!;
    const before = ints[seatInt(seat, SEAT.input)]!;
    const pressed = held & ~before;
    ints[seatInt(seat, SEAT.input)] = held;
    if (held !== before) ints[seatInt(seat, SEAT.still)] = 0;
    if ((pressed & INPUT_KICK) === 0) continue;
    ints[seatInt(seat, SEAT.kick)] = 1;
    const disc = arena.firstPlayerDisc + seat;
    addEventAt(events, EVENT.kickArmed, match, disc, seat);
  }
}

/** [S12] Each player in seat order: release, kick, accelerate. */
export function movePlayers(arena: Arena, match: MatchState, events: EventBuffer): void {
  const { ints } = match;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (ints[seatInt(seat, SEAT.team)] === TEAM_NONE) continue;
    const kick = seatInt(seat, SEAT.kick);
    recoverKick(match, seat);
    fadeContact(match, seat);
    if ((ints[seatInt(seat, SEAT.input)]! & INPUT_KICK) === 0) ints[kick] = 0;
    if (ints[kick] !== 0) kickDiscs(arena, match, seat, events);
    acceleratePlayer(arena, match, seat);
  }
}

/** [S14] One of eight directions; a player with an armed kick is slower. */
function acceleratePlayer(arena: Arena, match: MatchState, seat: number): void {
  const held = match.ints[seatInt(seat, SEAT.input)]!;
  const x = axis(held, INPUT_RIGHT, INPUT_LEFT);
  const y = axis(held, INPUT_DOWN, INPUT_UP);
  if (x === 0 && y === 0) return;
  const armed = match.ints[seatInt(seat, SEAT.kick)] !== 0;
  const full = armed ? arena.player.kickingAcceleration : arena.player.acceleration;
  const each = x !== 0 && y !== 0 ? full * DIAGONAL : full;
  const at = (arena.firstPlayerDisc + seat) * DISC_STRIDE;
  match.discs[at + DISC_VX]! += x * each;
  match.discs[at + DISC_VY]! += y * each;
  boundDisc(match.discs, at);
}

function axis(held: number, forward: number, back: number): number {
  const ahead = (held & forward) === 0 ? 0 : 1;
  return (held & back) === 0 ? ahead : ahead - 1;
}
