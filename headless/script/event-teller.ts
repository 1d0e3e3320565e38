import type { Command, MemberId } from '../../shared/room/command.ts';
import { BY_SEQUENCER } from '../../shared/room/command.ts';
import { type Member, type RoomState, findMemberAt } from '../../shared/room/room-state.ts';
import type { World } from '../../shared/room/world.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { EVENT, type EventBuffer } from '../../shared/sim/events.ts';
import { MATCH, PAUSED, PHASE } from '../../shared/sim/match-state.ts';
import { toSeat } from '../../shared/sim/seat.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import type { EventArguments, RoomEventName } from './published-object.ts';
import { type ScriptView, isMatchOn, scoresOf } from './script-view.ts';
import type { TickWatcher } from './world-fold.ts';

/** Calls a script's handler of an event. */
export type CallHandler = <Name extends RoomEventName>(
  name: Name,
  ...values: EventArguments<Name>
) => void;

export type EventTellerPorts = {
  readonly view: ScriptView;
  readonly call: CallHandler;
  readonly stadiumName: (id: string) => string;
  /** What the lobby knows of a member. */
  readonly known: (member: Member) => { readonly auth: string | null; readonly conn: string };
  /** Why the script sent this member away; null: it did not. Asked once for each. */
  readonly takeKick: (
    member: MemberId,
  ) => { readonly reason: string; readonly ban: boolean } | null;
};

/** What the last tick left, to see what this one changed. */
type Before = {
  room: RoomState;
  phase: number;
  isPaused: boolean;
  readonly inputs: Uint8Array;
};

/**
 * Tells a script what happened, from final ticks: each event once and in the order of the ticks. Within a
 * tick first who goes and comes, then what was changed, then the match.
 */
export class EventTeller implements TickWatcher {
  readonly #ports: EventTellerPorts;
  #before: Before | null = null;

  constructor(ports: EventTellerPorts) {
    this.#ports = ports;
  }

  /**
   * The room goes on from here: a script that comes to one in which others are hears of them as if they
   * came now, and of a match that is on as if it began.
   */
  begin(world: World): void {
    const { room } = this.#before ?? { room: { ...world.room, members: [] } };
    const wasOn = this.#before !== null && this.#before.phase !== PHASE.warmUp;
    const before = (this.#before ??= { ...read(world), room, inputs: new Uint8Array(MAX_SEATS) });
    this.#nameHost(world);
    this.#tellMembers(world, before.room, []);
    Object.assign(before, read(world));
    if (!wasOn && isMatchOn(world)) this.#ports.call('onGameStart', null);
    if (wasOn && !isMatchOn(world)) this.#ports.call('onGameStop', null);
  }

  tick(world: World, inputs: Uint8Array, commands: readonly Command[], events: EventBuffer): void {
    const before = this.#before;
    if (before === null) return;
    if (world.room !== before.room) {
      this.#nameHost(world);
      this.#tellMembers(world, before.room, commands);
      this.#tellRoom(world, before.room, commands);
    }
    this.#tellMatch(world, before, commands);
    this.#tellInputs(world, before.inputs, inputs);
    this.#tellEvents(world, before.phase, events);
    const isPaused = world.match.ints[MATCH.pause] !== 0;
    Object.assign(before, read(world));
    if (isMatchOn(world) && !isPaused) this.#ports.call('onGameTick');
  }

  #nameHost({ room }: World): void {
    const { view } = this.#ports;
    const own = room.members.find(({ peer }) => peer === view.self && peer !== null);
    if (own) view.numbers.beHost(own.id);
  }

  #tellMembers(world: World, before: RoomState, commands: readonly Command[]): void {
    const { view, call, known } = this.#ports;
    for (const member of before.members) {
      const stays = world.room.members.some((one) => isSame(one, member));
      if (!stays && !view.isHidden(member)) this.#tellGone(world, member, commands);
    }
    for (const member of world.room.members) {
      if (view.isHidden(member) || before.members.some((one) => isSame(one, member))) continue;
      call('onPlayerJoin', { ...view.player(world, member), ...known(member) });
    }
    for (const member of world.room.members) {
      const was = before.members.find((one) => isSame(one, member));
      if (!was || view.isHidden(member)) continue;
      const isAdmin = view.isAdmin(world, member);
      if (isAdmin !== view.isAdmin({ room: before }, was)) {
        const cause = commands.find(
          (one) => (one.type === 'coHost' || one.type === 'host') && one.member === member.id,
        );
        call('onPlayerAdminChange', view.player(world, member), this.#by(world, cause));
      }
      if (was.team !== member.team) {
        const cause = commands.find((one) => one.type === 'team' && one.member === member.id);
        call('onPlayerTeamChange', view.player(world, member), this.#by(world, cause));
      }
    }
  }

  #tellGone(world: World, member: Member, commands: readonly Command[]): void {
    const { view, call, takeKick } = this.#ports;
    const player = { ...view.player(world, member), position: null };
    const cause = commands.find((one) => one.type === 'leave' && one.member === member.id);
    const kick = takeKick(member.id);
    view.numbers.forget(member.id);
    call('onPlayerLeave', player);
    const isKicked = cause !== undefined && cause.by !== BY_SEQUENCER && cause.by !== member.id;
    if (!isKicked && kick === null) return;
    // The others can only send away for good.
    const { reason, ban } = kick ?? { reason: '', ban: true };
    call('onPlayerKicked', player, reason, ban, this.#by(world, cause));
  }

  #tellRoom(world: World, before: RoomState, commands: readonly Command[]): void {
    const { call, stadiumName } = this.#ports;
    const { room } = world;
    if (room.stadium !== before.stadium) {
      const by = this.#byOf(world, commands, 'stadium');
      // The published types have a player here always; the interface says null for the script itself.
      call('onStadiumChange', stadiumName(room.stadium), by as PlayerObject);
    }
    if (room.areTeamsLocked !== before.areTeamsLocked) {
      call('onTeamsLockChange', room.areTeamsLocked, this.#byOf(world, commands, 'lock'));
    }
    if (room.kickLimit !== before.kickLimit) {
      const { interval, rate, burst } = room.kickLimit;
      const by = this.#byOf(world, commands, 'kickRate') as PlayerObject;
      call('onKickRateLimitSet', interval, rate, burst, by);
    }
  }

  #tellMatch(world: World, before: Before, commands: readonly Command[]): void {
    const { call } = this.#ports;
    const phase = world.match.ints[MATCH.phase]!;
    const wasOn = before.phase !== PHASE.warmUp;
    const isNew = before.phase === PHASE.end && phase !== PHASE.end;
    if (wasOn && (isNew || phase === PHASE.warmUp)) {
      call('onGameStop', this.#byOf(world, commands, 'stop'));
    }
    if ((!wasOn || isNew) && phase !== PHASE.warmUp) {
      call('onGameStart', this.#byOf(world, commands, 'start'));
    }
    const isPaused = world.match.ints[MATCH.pause] === PAUSED;
    if (isPaused !== before.isPaused && phase !== PHASE.warmUp) {
      const by = this.#byOf(world, commands, 'pause') as PlayerObject;
      call(isPaused ? 'onGamePause' : 'onGameUnpause', by);
    }
    if (before.phase === PHASE.goal && (phase === PHASE.countdown || phase === PHASE.kickOff)) {
      call('onPositionsReset');
    }
  }

  #tellInputs(world: World, before: Uint8Array, inputs: Uint8Array): void {
    const { view, call } = this.#ports;
    for (let seat = 0; seat < MAX_SEATS; seat += 1) {
      if (before[seat] === inputs[seat]) continue;
      before[seat] = inputs[seat]!;
      const member = findMemberAt(world.room, toSeat(seat));
      if (member?.type === 'person') call('onPlayerActivity', view.player(world, member));
    }
  }

  #tellEvents(world: World, phase: number, events: EventBuffer): void {
    if (phase === PHASE.warmUp) return;
    const { view, call } = this.#ports;
    for (let index = 0; index < events.count; index += 1) {
      const kind = events.kind[index];
      if (kind === EVENT.kick) {
        const member = findMemberAt(world.room, toSeat(events.subject[index]!));
        if (member) call('onPlayerBallKick', view.player(world, member));
      } else if (kind === EVENT.goal) {
        call('onTeamGoal', events.object[index] === TEAM_SUN ? TEAM_SUN : TEAM_WAVE);
      } else if (kind === EVENT.end) call('onTeamVictory', scoresOf(world));
    }
  }

  #byOf(world: World, commands: readonly Command[], type: Command['type']): PlayerObject | null {
    return this.#by(
      world,
      commands.find((one) => one.type === type),
    );
  }

  #by(world: World, cause: Command | undefined): PlayerObject | null {
    if (!cause || cause.by === BY_SEQUENCER) return null;
    return this.#ports.view.byPlayer(world, cause.by);
  }
}

function read({ room, match }: World): Omit<Before, 'inputs'> {
  const { ints } = match;
  return { room, phase: ints[MATCH.phase]!, isPaused: ints[MATCH.pause] === PAUSED };
}

/** The same person or bot, and not another one that was given the same number. */
function isSame(one: Member, other: Member): boolean {
  return one.id === other.id && one.peer === other.peer;
}
