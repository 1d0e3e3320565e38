import { mixHash } from '../base/hash.ts';
import type { Arena } from '../sim/physics/arena.ts';
import { swapEnds } from '../sim/physics/swap-ends.ts';
import { hashMatch } from '../sim/match/checksum.ts';
import { toMemberId } from './command.ts';
import { DEFAULT_KICK_LIMIT, resetMatch } from '../sim/match/match-commands.ts';
import {
  MATCH,
  type MatchState,
  PHASE,
  copyMatchState,
  createMatchState,
} from '../sim/match-state.ts';
import { withDiscs } from './shaped-arena.ts';
import { NO_KITS } from './kit.ts';
import { hashRoom } from './hash-room.ts';
import { DEFAULT_RULES, type RoomState } from './room-state.ts';
import { type Tick, toTick } from '../sim/tick.ts';

/** Everything a room is at one tick: the fold of its timeline up to, not including, `tick`. */
export type World = {
  tick: Tick;
  room: RoomState;
  arena: Arena;
  match: MatchState;
};

/** Finds the compiled arena of a stadium id; undefined while it is not here yet. */
export type ArenaSource = (stadium: string) => Arena | undefined;

/** [R18] [R40] The arena that a room plays on, with ends and discs as they are; undefined while it is not here yet. */
export function arenaOf(
  { stadium, isSwapped, discs }: Pick<RoomState, 'stadium' | 'isSwapped' | 'discs'>,
  arenas: ArenaSource,
): Arena | undefined {
  const arena = arenas(stadium);
  if (!arena) return undefined;
  return withDiscs(isSwapped ? swapEnds(arena) : arena, discs);
}

/** Of a room whose first tick has yet to say its term: less than any that consensus gives. */
const UNMARKED_TERM = 1;

/** An empty room at tick 0. The first member to join, number 0, is its host. */
export function createWorld(stadium: string, arenas: ArenaSource, seed: number): World {
  const arena = arenas(stadium);
  if (!arena) throw new Error(`no arena for the stadium ${stadium}`);
  const match = createMatchState(arena.discCount);
  resetMatch(arena, match, seed);
  const founder = toMemberId(0);
  const first = { host: founder, sequencer: founder, term: UNMARKED_TERM, configuration: null };
  const agreed = { rules: DEFAULT_RULES, stadium, coming: null };
  const ends = { isSwapped: false, rematchAt: null };
  const past = {
    votes: [],
    sentAway: [],
    wins: { sun: 0, wave: 0 },
    auto: 0,
    rotates: false,
    queue: [],
  };
  const scripted = {
    playsOn: null,
    deserted: null,
    kits: NO_KITS,
    areTeamsLocked: false,
    kickLimit: DEFAULT_KICK_LIMIT,
    discs: [],
  };
  const room: RoomState = {
    members: [],
    ...first,
    owner: null,
    ...agreed,
    ...ends,
    ...past,
    ...scripted,
  };
  return { tick: toTick(0), room, arena, match };
}

/** Makes `to` equal to `from`. Allocates only when the stadium changed in between. */
export function copyWorld(from: World, to: World): void {
  if (to.match.words.length !== from.match.words.length) {
    to.match = createMatchState(from.arena.discCount);
  }
  copyMatchState(from.match, to.match);
  to.tick = from.tick;
  to.room = from.room;
  to.arena = from.arena;
}

/** Hash of everything that must be the same for all: unsigned 32 bits. */
export function hashWorld(world: World): number {
  return mixHash(mixHash(hashRoom(world.room), hashMatch(world.match)), world.tick) >>> 0;
}

/** A copy with a match of its own; the room and the arena are shared, since they never change. */
export function cloneWorld(world: World): World {
  const clone: World = { ...world, match: createMatchState(world.arena.discCount) };
  copyMatchState(world.match, clone.match);
  return clone;
}

/** No match is on: none has begun, or one has ended and its result stands. */
export function isStopped(world: Pick<World, 'match'>): boolean {
  const phase = world.match.ints[MATCH.phase];
  return phase === PHASE.warmUp || phase === PHASE.end;
}
