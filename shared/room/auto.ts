import { MATCH } from '../sim/match-state.ts';
import { otherTeam, TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../sim/team.ts';
import type { MemberId } from './command.ts';
import { leave } from './leaving.ts';
import { moveToTeam, peopleOf, smallerTeam, takePlace, teamSize } from './places.ts';
import { setOrder } from './scripted.ts';
import { findPerson, isAway, isPerson, peopleIn, type RoomState } from './room-state.ts';
import { isStopped, type World } from './world.ts';

/**
 * [R31] Matches follow one another by themselves, so many a team; 0 ends that. Those who are too many
 * wait, people in the order in which they came; bots go.
 *
 * @param rotates [R50]
 * @param size 0 … TEAM_SIZE_MAX
 */
export function setAuto(world: World, size: number, rotates: boolean): void {
  if (!isStopped(world)) return;
  world.room = {
    ...world.room,
    auto: size,
    rotates: size > 0 && rotates,
    queue: [],
    rematchAt: null,
  };
  if (size === 0) return;
  for (const team of [TEAM_SUN, TEAM_WAVE] as const) {
    while (teamSize(world.room, team) > size) sendOut(world, team);
  }
}

/** [R32] A person on the bench waits for a place, or only watches. */
export function wait(world: World, id: MemberId, isWaiting: boolean): void {
  const { room } = world;
  const person = findPerson(room, id);
  if (room.auto === 0 || person?.team !== TEAM_NONE || person.script) return;
  const others = room.queue.filter((other) => other !== id);
  if (!isWaiting) world.room = { ...room, queue: others };
  else if (others.length === room.queue.length) world.room = { ...room, queue: [...others, id] };
}

/**
 * [R32] Once a tick: those who wait get the places that there are, the first one first. In a match only
 * where that makes the teams more even.
 */
export function seatTheQueue(world: World): void {
  if (world.room.queue.length === 0) return;
  forgetTheSeated(world);
  for (;;) {
    const { room } = world;
    const next = firstInQueue(room);
    const team = isStopped(world) ? smallerTeam(room, peopleOf) : lackingTeam(room);
    if (next === null || team === TEAM_NONE || peopleOf(room, team) >= room.auto) return;
    world.room = { ...room, queue: room.queue.filter((id) => id !== next) };
    if (teamSize(room, team) < room.auto) moveToTeam(world, next, team);
    else takePlace(world, next, team);
    // A seat that could not be had is waited for on.
    if (findPerson(world.room, next)?.team === TEAM_NONE) return wait(world, next, true);
  }
}

/**
 * [R33] Behind a match: as many of those who lost as somebody waits make place, and wait themselves. [R50] Where
 * all rotate those who won do too, and stand at the end of the list then: the others are next.
 */
export function rotate(world: World): void {
  const { room, match } = world;
  const lost = otherTeam(match.ints[MATCH.winner] as Team);
  const players = peopleIn(room).filter(
    ({ team }) => team === lost || (room.rotates && team !== TEAM_NONE),
  );
  const waiting = room.queue.filter((id) => isThere(room, id)).length;
  const leaving = players.slice(0, waiting).map(({ id }) => id);
  for (const id of leaving) {
    moveToTeam(world, id, TEAM_NONE);
    wait(world, id, true);
  }
  if (room.rotates) setOrder(world, leaving, false);
  seatTheQueue(world);
}

/** Bots first, then the person that came last, which waits. */
function sendOut(world: World, team: Team): void {
  const mine = world.room.members.filter((one) => one.team === team);
  const last = mine.findLast((one) => !isPerson(one)) ?? mine.at(-1)!;
  if (!isPerson(last)) return leave(world, last.id);
  moveToTeam(world, last.id, TEAM_NONE);
  wait(world, last.id, true);
}

/** One may take a place by itself. */
function forgetTheSeated(world: World): void {
  const { room } = world;
  const waits = (id: MemberId): boolean => findPerson(room, id)?.team === TEAM_NONE;
  if (!room.queue.every(waits)) world.room = { ...room, queue: room.queue.filter(waits) };
}

function firstInQueue(room: RoomState): MemberId | null {
  return room.queue.find((id) => isThere(room, id)) ?? null;
}

/** One that is away keeps its place in the queue. */
function isThere(room: RoomState, id: MemberId): boolean {
  const person = findPerson(room, id);
  return person !== undefined && !isAway(person);
}

/** The team that has fewer players in a match; none when both are alike. */
function lackingTeam(room: RoomState): Team {
  const isEven = teamSize(room, TEAM_SUN) === teamSize(room, TEAM_WAVE);
  return isEven ? TEAM_NONE : smallerTeam(room, teamSize);
}
