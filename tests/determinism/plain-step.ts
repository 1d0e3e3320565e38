import { type Arena, FLAG } from '../../shared/sim/physics/arena.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { rememberScorers } from '../../shared/sim/physics/goal-lines.ts';
import { integrateDiscs } from '../../shared/sim/physics/integrate.ts';
import { solveJoints } from '../../shared/sim/physics/joints.ts';
import {
  advanceMatch,
  holdForCountdown,
  holdWhilePaused,
} from '../../shared/sim/match/match-rules.ts';
import { MATCH, type MatchState, PHASE, SEAT, seatInt } from '../../shared/sim/match-state.ts';
import { meetDiscs } from '../../shared/sim/physics/meet-discs.ts';
import { meetItem, meetPlane } from '../../shared/sim/physics/meet-walls.ts';
import { movePlayers, takeInputs } from '../../shared/sim/physics/move-players.ts';
import { TEAM_NONE, TEAM_SUN } from '../../shared/sim/team.ts';
import { rememberBall } from '../../shared/sim/physics/shots.ts';
import { noteContact } from '../../shared/sim/physics/touches.ts';

type Masks = { readonly cMask: number; readonly cGroup: number };

/**
 * A tick as the specification words it: every pair, every wall, masks asked each time, no lists
 * and no grids. What the product prunes must never make a difference to this.
 */
export function plainStep(arena: Arena, match: MatchState, inputs: Uint8Array): void {
  const events = new EventBuffer();
  const before = new Float64Array(arena.discCount * 2);
  takeInputs(arena, match, inputs, events);
  if (holdWhilePaused(match) || holdForCountdown(match, events)) return;
  movePlayers(arena, match, events);
  rememberScorers(arena, match, before);
  integrateDiscs(arena, match);
  rememberBall(match);
  for (let disc = 0; disc < arena.discCount; disc += 1) collidePlain(arena, match, disc, events);
  solveJoints(arena, match);
  advanceMatch(arena, match, before, events);
}

function collidePlain(arena: Arena, match: MatchState, disc: number, events: EventBuffer): void {
  const own = masksOf(arena, match, disc);
  if (own === null) return;
  const { discs } = match;
  const { invMass } = arena.discs;
  for (let other = disc + 1; other < arena.discCount; other += 1) {
    const masks = masksOf(arena, match, other);
    if (masks === null || !meet(own, masks)) continue;
    if (invMass[disc] === 0 && invMass[other] === 0) continue;
    const touched = meetDiscs(arena, discs, disc, other);
    const seat = other - arena.firstPlayerDisc;
    if (touched && disc === 0 && seat >= 0) noteContact(arena, match, seat, events);
  }
  if (invMass[disc] !== 0) meetAllWalls(arena, discs, disc, own);
}

function meetAllWalls(arena: Arena, discs: Float64Array, disc: number, own: Masks): void {
  for (let plane = 0; plane < arena.planes.count; plane += 1) {
    if (meet(own, entry(arena.planes, plane))) meetPlane(arena, discs, disc, plane);
  }
  for (let item = 0; item < arena.segments.count; item += 1) {
    if (meet(own, entry(arena.segments, item))) meetItem(arena, discs, disc, item);
  }
  for (let index = 0; index < arena.vertexes.count; index += 1) {
    const item = arena.segments.count + index;
    if (meet(own, entry(arena.vertexes, index))) meetItem(arena, discs, disc, item);
  }
}

/** Null for the disc of an empty seat. */
function masksOf(arena: Arena, match: MatchState, disc: number): Masks | null {
  const own = entry(arena.discs, disc);
  const seat = disc - arena.firstPlayerDisc;
  if (seat < 0) return own;
  const team = match.ints[seatInt(seat, SEAT.team)];
  if (team === TEAM_NONE) return null;
  return {
    cMask: FLAG.ball | FLAG.red | FLAG.blue | FLAG.wall | barrierFlag(match),
    cGroup: own.cGroup | (team === TEAM_SUN ? FLAG.red : FLAG.blue),
  };
}

function barrierFlag(match: MatchState): number {
  const phase = match.ints[MATCH.phase];
  const ticks = match.ints[MATCH.phaseTicks]!;
  const isUp = (phase === PHASE.kickOff && ticks > 0) || (phase === PHASE.playing && ticks === 0);
  if (!isUp) return 0;
  return match.ints[MATCH.kickOffTeam] === TEAM_SUN ? FLAG.redKO : FLAG.blueKO;
}

function entry(
  table: { readonly cMask: Int32Array; readonly cGroup: Int32Array },
  at: number,
): Masks {
  return { cMask: table.cMask[at] ?? 0, cGroup: table.cGroup[at] ?? 0 };
}

function meet(a: Masks, b: Masks): boolean {
  return (a.cMask & b.cGroup) !== 0 && (a.cGroup & b.cMask) !== 0;
}
