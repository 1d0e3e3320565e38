import { MAX_SEATS } from '../base/room-limits.ts';
import { MATCH, PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { SEATS } from '../sim/seat.ts';
import type { Command } from './command.ts';
import { leave } from './leaving.ts';
import { isMomentArena } from './moment-arena.ts';
import { moveToTeam } from './places.ts';
import { findPerson, isScriptHosted } from './room-state.ts';
import { type ArenaSource, isStopped, type World } from './world.ts';

/**
 * [R44] Between matches the room plays on from a moment of a replay. Not where matches follow one another by
 * themselves, nor where a script counts on what it arranged. A moment that is none changes nothing.
 */
export function playOn(
  world: World,
  command: Command & { readonly type: 'playOn' },
  arenas: ArenaSource,
): void {
  if (!isStopped(world)) return;
  if (world.room.coming === command.moment) world.room = { ...world.room, coming: null };
  if (world.room.auto > 0 || isScriptHosted(world.room)) return;
  const arena = arenas(command.moment);
  if (arena && isMomentArena(arena)) arena.moment?.begin(world, command);
}

/** Scratch: written before it is read. */
const held = new Uint8Array(MAX_SEATS);

/**
 * [R45] What players hold in this tick, as far as it counts: while three is counted to one all hold what they held in
 * the moment, so that what was recorded goes on from there.
 */
export function countingInputs({ room, match, tick }: World, inputs: Uint8Array): Uint8Array {
  if (room.playsOn === null || tick >= room.playsOn.from) return inputs;
  for (const seat of SEATS) held[seat] = match.ints[seatInt(seat, SEAT.input)]!;
  return held;
}

/**
 * [R46] Once a tick: behind such a match the room is what it was before. Its map is asked for like any that has to
 * travel, since members who came meanwhile lack it.
 */
export function endPlayOn(world: World): void {
  const { playsOn, stadium } = world.room;
  if (playsOn === null || world.match.ints[MATCH.phase] !== PHASE.warmUp) return;
  const coming = playsOn.stadium === stadium ? null : playsOn.stadium;
  world.room = { ...world.room, playsOn: null, rules: playsOn.rules, coming };
  for (const id of playsOn.bots) leave(world, id);
  for (const { member, before, to } of playsOn.moved) {
    if (findPerson(world.room, member)?.team === to) moveToTeam(world, member, before);
  }
}
