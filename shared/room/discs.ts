import type { MemberId } from './command.ts';
import {
  areDiscValues,
  CHANGED_DISCS_MAX,
  DISC_TRAITS,
  type DiscTraits,
  type DiscValues,
  NO_DISC_TRAITS,
} from './disc-values.ts';
import { type ChangedDisc, findMember } from './room-state.ts';
import {
  DISC_STRIDE,
  DISC_VX,
  DISC_VY,
  DISC_X,
  DISC_Y,
  MATCH,
  type MatchState,
  PHASE,
} from '../sim/match-state.ts';
import { plainArena } from '../sim/physics/reshape.ts';
import { withDiscs } from './shaped-arena.ts';
import { TEAM_NONE } from '../sim/team.ts';
import type { World } from './world.ts';

/** [R40] A disc of the map is another one from now on. */
export function changeDisc(world: World, disc: number, values: DiscValues): void {
  if (disc < world.arena.firstPlayerDisc) change(world, disc, null, values);
}

/** [R40] The disc of a player is another one for as long as it plays in its team. */
export function changePlayerDisc(world: World, id: MemberId, values: DiscValues): void {
  const member = findMember(world.room, id);
  if (!member || member.seat === null) return;
  const { team } = member;
  change(world, world.arena.firstPlayerDisc + member.seat, { member: id, team }, values);
}

function change(
  world: World,
  disc: number,
  holder: ChangedDisc['holder'],
  values: DiscValues,
): void {
  if (!areDiscValues(values)) return;
  const { discs } = world.room;
  const before = discs.find((one) => one.disc === disc);
  const traits = join(before?.traits ?? null, values);
  const isNews = before ? !areSame(before.traits, traits) : !isNothing(traits);
  if (isNews) {
    if (!before && discs.length >= CHANGED_DISCS_MAX) return;
    const others = discs.filter((one) => one !== before);
    setDiscs(world, [...others, { disc, holder, traits }]);
  }
  move(world.match, disc, values);
}

function move({ discs }: MatchState, disc: number, { x, y, vx, vy }: DiscValues): void {
  const at = disc * DISC_STRIDE;
  if (x !== null) discs[at + DISC_X] = x;
  if (y !== null) discs[at + DISC_Y] = y;
  if (vx !== null) discs[at + DISC_VX] = vx;
  if (vy !== null) discs[at + DISC_VY] = vy;
}

/** Makes all discs what their stadium says; a no-op when they are. */
export function restoreDiscs(world: World): void {
  if (world.room.discs.length > 0) setDiscs(world, []);
}

/**
 * [R40] Once a tick, behind the commands: a player that is not there any more, or not in that team, leaves
 * nothing of its disc behind, and neither does a match that ended by itself.
 */
export function dropOldDiscs(world: World): void {
  const { discs } = world.room;
  if (discs.length === 0) return;
  const { ints } = world.match;
  // A match that ends comes back to its warm-up behind the physics of a tick.
  if (ints[MATCH.phase] === PHASE.warmUp && ints[MATCH.phaseTicks] === 0)
    return restoreDiscs(world);
  const kept = discs.filter((one) => isHeld(world, one));
  if (kept.length < discs.length) setDiscs(world, kept);
}

/** [R40] What a disc has in place of its own traits; null: nothing. */
export function traitsOf({ discs }: Pick<World['room'], 'discs'>, disc: number): DiscTraits | null {
  return discs.find((one) => one.disc === disc)?.traits ?? null;
}

/** What is drawn in place of a disc's own colour; null: that one is. */
export function colorOf(room: Pick<World['room'], 'discs'>, disc: number): number | null {
  return traitsOf(room, disc)?.color ?? null;
}

function setDiscs(world: World, discs: readonly ChangedDisc[]): void {
  world.room = { ...world.room, discs };
  world.arena = withDiscs(plainArena(world.arena), discs);
}

function isHeld({ room, arena }: World, { disc, holder }: ChangedDisc): boolean {
  if (holder === null) return true;
  const member = findMember(room, holder.member);
  if (!member || member.seat === null || member.team === TEAM_NONE) return false;
  return member.team === holder.team && arena.firstPlayerDisc + member.seat === disc;
}

function join(before: DiscTraits | null, values: DiscValues): DiscTraits {
  const traits: { -readonly [Name in keyof DiscTraits]: DiscTraits[Name] } = { ...NO_DISC_TRAITS };
  for (const name of DISC_TRAITS) traits[name] = values[name] ?? before?.[name] ?? null;
  return traits;
}

function areSame(a: DiscTraits, b: DiscTraits): boolean {
  return DISC_TRAITS.every((name) => a[name] === b[name]);
}

function isNothing(traits: DiscTraits): boolean {
  return DISC_TRAITS.every((name) => traits[name] === null);
}
