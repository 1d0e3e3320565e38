import type { Command } from '../room/command.ts';
import { areRules } from '../room/limits.ts';
import { isMomentArena, type MomentArena, type PlayableMoment } from '../room/moment-arena.ts';
import { TEAM_SIZE_MAX } from '../room/places.ts';
import { type ChangedDisc, findMemberAt, type RoomState } from '../room/room-state.ts';
import { type ArenaSource, arenaOf, cloneWorld, type World } from '../room/world.ts';
import { changeHands, placePlayer, setKickLimit } from '../sim/match/match-commands.ts';
import { MATCH, PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { type Seat, SEATS } from '../sim/seat.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../sim/team.ts';
import { type Tick, toTick } from '../sim/tick.ts';
import { RESUME_TICKS } from '../sim/tuning.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { decodeMoment, type Moment } from '../wire/moment.ts';
import { restoreWorld } from '../wire/world-codec.ts';
import { parseMoment } from './moment-bytes.ts';
import { isPlausible } from './plausible-match.ts';
import { MomentHands } from './moment-hands.ts';
import { type RecordedSeat, takeSeats } from './take-seats.ts';

/** Of bytes that are no moment: any arena will do, nobody ever plays on it. */
const NOTHING: MomentArena = { ...builtInArena('classic')!, moment: null };

/**
 * [R44] What came in as a moment, for a room to play on from. The same bytes give the same for all; those that are
 * no moment, or one that nobody can play on from, give one that changes nothing.
 */
export function readMoment(text: string, arenas: ArenaSource): MomentArena {
  const bytes = parseMoment(text);
  const decoded = bytes && decodeMoment(bytes);
  if (!decoded?.ok) return NOTHING;
  const map = arenas(decoded.value.start.room.stadium);
  if (!map || isMomentArena(map)) return NOTHING;
  const world = restoreWorld(decoded.value.start, arenas);
  if (!world) return NOTHING;
  if (!canPlayOn(world) || !areRules(world.room.rules) || !isPlausible(world.match)) return NOTHING;
  return { ...map, moment: new RecordedMoment(decoded.value, world, arenas) };
}

/** [R44] A match is on, and each team has a player and place for all. */
export function canPlayOn({ match }: Pick<World, 'match'>): boolean {
  const phase = match.ints[MATCH.phase];
  if (phase === PHASE.warmUp || phase === PHASE.end) return false;
  const teams = SEATS.map((seat) => match.ints[seatInt(seat, SEAT.team)]);
  return [TEAM_SUN, TEAM_WAVE].every((team) => {
    const players = teams.filter((one) => one === team).length;
    return players > 0 && players <= TEAM_SIZE_MAX;
  });
}

class RecordedMoment implements PlayableMoment {
  readonly #moment: Moment;
  readonly #start: World;
  readonly #arenas: ArenaSource;

  constructor(moment: Moment, start: World, arenas: ArenaSource) {
    this.#moment = moment;
    this.#start = start;
    this.#arenas = arenas;
  }

  begin(world: World, command: Command & { readonly type: 'playOn' }): void {
    const { match } = cloneWorld(this.#start);
    const { stadium, isSwapped, rules } = this.#start.room;
    const { members, bots, moved } = takeSeats(world.room.members, this.#seats(), command);
    const { playsOn: last } = world.room;
    const before = {
      stadium: last?.stadium ?? world.room.stadium,
      rules: last?.rules ?? world.room.rules,
    };
    const from = toTick(world.tick + RESUME_TICKS);
    const discs = this.#discs(members);
    const arena = arenaOf({ stadium, isSwapped, discs }, this.#arenas);
    // A map that went meanwhile is on no machine that got it with the moment.
    if (!arena) return;
    world.room = {
      ...world.room,
      members,
      rules,
      stadium,
      isSwapped,
      discs,
      rematchAt: null,
      playsOn: { moment: command.moment, by: command.by, from, bots, moved, ...before },
    };
    world.arena = arena;
    world.match = match;
    setKickLimit(match, world.room.kickLimit);
    for (const { seat } of this.#seats()) {
      const member = findMemberAt(world.room, seat);
      if (!member) placePlayer(arena, match, seat, TEAM_NONE);
      else if (member.type === 'person') changeHands(match, seat);
    }
    match.ints[MATCH.pause] = RESUME_TICKS;
  }

  recall(from: Tick): MomentHands {
    return new MomentHands(this.#moment, this.#start, this.#arenas, from);
  }

  #seats(): readonly RecordedSeat[] {
    const { ints } = this.#start.match;
    return SEATS.map((seat) => ({ seat, team: ints[seatInt(seat, SEAT.team)] as Team })).filter(
      ({ team }) => team === TEAM_SUN || team === TEAM_WAVE,
    );
  }

  /** Of players those whose disc has somebody now, by its new holder. */
  #discs(members: RoomState['members']): readonly ChangedDisc[] {
    const first = this.#start.arena.firstPlayerDisc;
    return this.#start.room.discs.flatMap((one): readonly ChangedDisc[] => {
      if (one.holder === null) return [one];
      const holder = members.find(({ seat }) => seat === ((one.disc - first) as Seat));
      if (!holder) return [];
      return [{ ...one, holder: { member: holder.id, team: holder.team } }];
    });
  }
}
