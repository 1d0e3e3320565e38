import type { PeerId } from '../../shared/base/peer-id.ts';
import type { MemberId } from '../../shared/room/command.ts';
import { type Member, findMember, runsRoom } from '../../shared/room/room-state.ts';
import type { World } from '../../shared/room/world.ts';
import {
  BALL_DISC,
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  MATCH,
  PHASE,
} from '../../shared/sim/match-state.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { PlayerNumbers } from './player-numbers.ts';

const SECONDS_A_MINUTE = 60;

/** The final world in the words of the published interface: what its getters answer and its events tell. */
export class ScriptView {
  readonly numbers = new PlayerNumbers();
  /** The script is nobody that others see as a player. */
  hasNoPlayer = true;
  self: PeerId | null = null;

  /** A member as a script knows it. */
  player(world: World, member: Member): PlayerObject {
    return {
      id: this.numbers.of(member.id),
      name: member.name,
      team: member.team,
      admin: this.isAdmin(world, member),
      position: this.#positionOf(world, member),
    };
  }

  /** Of the members that a script knows as players: itself only where it has one. */
  players(world: World): PlayerObject[] {
    return this.listed(world).map((member) => this.player(world, member));
  }

  listed({ room }: Pick<World, 'room'>): readonly Member[] {
    return room.members.filter((member) => !this.isHidden(member));
  }

  /** True for the script's own member where it is no player. */
  isHidden(member: Member): boolean {
    return this.hasNoPlayer && member.peer === this.self;
  }

  /** The player that did something; null for the script without a player, and where no member did it. */
  byPlayer(world: World, by: MemberId | null): PlayerObject | null {
    const member = by === null ? undefined : findMember(world.room, by);
    return member && !this.isHidden(member) ? this.player(world, member) : null;
  }

  /** [R34] The host, or one that has its rights. */
  isAdmin({ room }: Pick<World, 'room'>, member: Member): boolean {
    return runsRoom(room, member.id);
  }

  /** Null while no match is on. */
  scores(world: World): ScoresObject | null {
    return isMatchOn(world) ? scoresOf(world) : null;
  }

  ballPosition(world: World): { x: number; y: number } | null {
    return isMatchOn(world) ? discPosition(world, BALL_DISC) : null;
  }

  #positionOf(world: World, { seat }: Member): { x: number; y: number } | null {
    if (seat === null || !isMatchOn(world)) return null;
    return discPosition(world, world.arena.firstPlayerDisc + seat);
  }
}

/** From the start to the stop, with the celebration at the end; warming up is no match to a script. */
export function isMatchOn({ match }: Pick<World, 'match'>): boolean {
  return match.ints[MATCH.phase] !== PHASE.warmUp;
}

/** As they stand. `time` and `timeLimit` in seconds. */
export function scoresOf({ room, match }: Pick<World, 'room' | 'match'>): ScoresObject {
  const { ints } = match;
  return {
    red: ints[MATCH.sunScore]!,
    blue: ints[MATCH.waveScore]!,
    time: ints[MATCH.clock]! / TICK_RATE,
    scoreLimit: room.rules.scoreLimit,
    timeLimit: room.rules.timeLimitMinutes * SECONDS_A_MINUTE,
  };
}

function discPosition({ match }: World, disc: number): { x: number; y: number } {
  const at = disc * DISC_STRIDE;
  return { x: match.discs[at + DISC_X]!, y: match.discs[at + DISC_Y]! };
}
