import { assertNever } from '../base/assert.ts';
import type { Command, MemberId, ScriptedRequest } from './command.ts';
import { type KickLimit, setKickLimit } from '../sim/match/match-commands.ts';
import { changeDisc, changePlayerDisc } from './discs.ts';
import { areKickLimit } from './limits.ts';
import { setBadge, setKit } from './looks.ts';
import { changePerson, moveToTeam } from './places.ts';
import { findPerson, type RoomState } from './room-state.ts';
import { TEAM_NONE } from '../sim/team.ts';
import type { World } from './world.ts';

type ScriptedCommand = Command & { readonly type: ScriptedRequest['type'] };

/** Tells what this file knows how to do. */
export function isScripted(command: Command): command is ScriptedCommand {
  return SCRIPTED.some((type) => type === command.type);
}

const SCRIPTED: readonly ScriptedRequest['type'][] = [
  'coHost',
  'badge',
  'kit',
  'order',
  'lock',
  'kickRate',
  'disc',
  'playerDisc',
  'script',
];

/** Does what rooms that a script runs are made with. The right to it was asked for before. */
export function performScripted(world: World, command: ScriptedCommand): void {
  switch (command.type) {
    case 'coHost':
      return setCoHost(world, command.member, command.coHost);
    case 'badge':
      return setBadge(world, command.member, command.text);
    case 'kit':
      return setKit(world, command.team, command.kit);
    case 'order':
      return setOrder(world, command.members, command.toTop);
    case 'lock':
      world.room = { ...world.room, areTeamsLocked: command.locked };
      return;
    case 'kickRate':
      return limitKicks(world, command.limit);
    case 'disc':
      return changeDisc(world, command.disc, command.values);
    case 'playerDisc':
      return changePlayerDisc(world, command.member, command.values);
    case 'script':
      return becomeScript(world, command.by, command.filters);
    default:
      return assertNever(command);
  }
}

/** [R34] Of the host it would say nothing: its rights are the host's. */
function setCoHost(world: World, id: MemberId, coHost: boolean): void {
  if (id !== world.room.host) changePerson(world, id, { coHost });
}

/** [R37] Those who are named and here stand, each once, at the top of the list or at its end, as they are named; the others as they were. */
export function setOrder(world: World, ids: readonly MemberId[], toTop: boolean): void {
  const { members } = world.room;
  const once = ids.filter((id, place) => ids.indexOf(id) === place);
  const named = once.flatMap((id) => members.filter((member) => member.id === id));
  const others = members.filter((member) => !named.includes(member));
  const ordered = toTop ? [...named, ...others] : [...others, ...named];
  world.room = { ...world.room, members: ordered };
}

/** [R39] Holds on every map from now on. */
function limitKicks(world: World, kickLimit: KickLimit): void {
  if (!areKickLimit(kickLimit)) return;
  world.room = { ...world.room, kickLimit };
  setKickLimit(world.match, kickLimit);
}

/** [R41] It gives up its place in the teams, and what a person would be waited for. */
function becomeScript(world: World, id: MemberId, filters: boolean): void {
  moveToTeam(world, id, TEAM_NONE);
  const queue = world.room.queue.filter((other) => other !== id);
  const votes = world.room.votes.filter(({ by, against }) => by !== id && against !== id);
  world.room = { ...world.room, queue, votes };
  changePerson(world, id, { script: true, filters, idle: false, ready: false, waits: TEAM_NONE });
}

/** [R42] The member that looks at all chat before others see it: the host, while it says so. */
export function filterOf(room: RoomState): MemberId | null {
  return findPerson(room, room.host)?.filters === true ? room.host : null;
}
