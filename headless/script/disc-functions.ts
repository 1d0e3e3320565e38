import { findMemberAt, type Member } from '../../shared/room/room-state.ts';
import { type DiscValues, toDiscValues } from '../../shared/room/disc-values.ts';
import { SEATS, toSeat } from '../../shared/sim/seat.ts';
import { WORLD_LIMIT } from '../../shared/sim/tuning.ts';
import type { World } from '../../shared/room/world.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import { readColor } from './read-values.ts';
import type { ScriptRoom } from './script-room.ts';
import { isMatchOn } from './script-view.ts';

type DiscFunctions = Pick<
  RoomObject,
  | 'getDiscCount'
  | 'getDiscProperties'
  | 'setDiscProperties'
  | 'getPlayerDiscProperties'
  | 'setPlayerDiscProperties'
>;

/** Not drawn, or drawn in the colours of a team. */
const NO_COLOR = -1;
/** What is further out is as far as this. */
const NUMBER_MAX = Math.fround(WORLD_LIMIT);

/** The discs of a match: the ball, those of the map, and behind them the players'. */
export function discFunctions(room: ScriptRoom): DiscFunctions {
  const read = (disc: number | null): DiscPropertiesObject | null => {
    const { world } = room;
    if (disc === null || !world || !isMatchOn(world)) return null;
    return { ...discProperties(world, disc), color: colorOf(room, world, disc) };
  };
  return {
    getDiscCount() {
      const { world } = room;
      if (!world || !isMatchOn(world)) return 0;
      return world.arena.firstPlayerDisc + playersOnPitch(world).length;
    },

    getDiscProperties: (discIndex) => read(room.world && discAt(room.world, Number(discIndex))),

    setDiscProperties(discIndex, properties) {
      const { world } = room;
      const disc = world && discAt(world, Number(discIndex));
      const values = readDisc(properties);
      if (!world || disc === null || values === null) return;
      const seat = disc - world.arena.firstPlayerDisc;
      const member = seat < 0 ? undefined : findMemberAt(world.room, toSeat(seat))?.id;
      if (member === undefined) {
        room.ask({ type: 'request', request: { type: 'disc', disc, values } });
      } else room.ask({ type: 'request', request: { type: 'playerDisc', member, values } });
    },

    getPlayerDiscProperties: (playerId) => {
      const member = room.memberOf(playerId);
      // The published types have an object here always; the interface says null off the pitch.
      return read(member && room.world && discOf(room.world, member)) as DiscPropertiesObject;
    },

    setPlayerDiscProperties(playerId, properties) {
      const member = room.memberOf(playerId);
      const values = readDisc(properties);
      if (!member || member.seat === null || values === null) return;
      room.ask({ type: 'request', request: { type: 'playerDisc', member: member.id, values } });
    },
  };
}

function playersOnPitch({ room }: World): readonly Member[] {
  return SEATS.flatMap((seat) => findMemberAt(room, seat) ?? []);
}

/** A script counts the players that are there; the arena has a disc for every seat. */
function discAt(world: World, index: number): number | null {
  const { firstPlayerDisc } = world.arena;
  if (!Number.isInteger(index) || index < 0) return null;
  if (index < firstPlayerDisc) return index;
  const member = playersOnPitch(world)[index - firstPlayerDisc];
  return member ? discOf(world, member) : null;
}

function discOf({ arena }: World, { seat }: Member): number | null {
  return seat === null ? null : arena.firstPlayerDisc + seat;
}

function discProperties(
  { arena, match }: World,
  disc: number,
): Omit<DiscPropertiesObject, 'color'> {
  const { discs } = arena;
  const at = disc * DISC_STRIDE;
  return {
    x: match.discs[at + DISC_X]!,
    y: match.discs[at + DISC_Y]!,
    xspeed: match.discs[at + DISC_VX]!,
    yspeed: match.discs[at + DISC_VY]!,
    xgravity: discs.gravityX[disc]!,
    ygravity: discs.gravityY[disc]!,
    radius: discs.radius[disc]!,
    bCoeff: discs.bCoef[disc]!,
    invMass: discs.invMass[disc]!,
    damping: discs.damping[disc]!,
    cMask: discs.cMask[disc]!,
    cGroup: discs.cGroup[disc]!,
  };
}

/** As it was made, or as the file of the map has it. */
function colorOf({ fold }: ScriptRoom, { room }: World, disc: number): number {
  const made = room.discs.find((one) => one.disc === disc)?.traits.color ?? null;
  return made ?? fold.stadiums.stadium(room.stadium)?.discs[disc]?.color ?? NO_COLOR;
}

/** What a script makes of a disc: what is no number is left as it is. Null when nothing is named. */
function readDisc(properties: unknown): DiscValues | null {
  const fields: Record<string, unknown> = Object(properties);
  const number = (name: string): number | null => {
    const value = fields[name];
    if (value === null || value === undefined || !Number.isFinite(Number(value))) return null;
    return Math.min(NUMBER_MAX, Math.max(-NUMBER_MAX, Number(value)));
  };
  const flags = (name: string): number | null => {
    const value = number(name);
    return value === null ? null : value | 0;
  };
  const color = number('color');
  const values = toDiscValues({
    x: number('x'),
    y: number('y'),
    vx: number('xspeed'),
    vy: number('yspeed'),
    gravityX: number('xgravity'),
    gravityY: number('ygravity'),
    radius: number('radius'),
    bCoef: number('bCoeff'),
    invMass: number('invMass'),
    damping: number('damping'),
    color: color !== null && (color === NO_COLOR || readColor(color) !== null) ? color : null,
    cMask: flags('cMask'),
    cGroup: flags('cGroup'),
  });
  const isNothing = values === null || Object.values(values).every((value) => value === null);
  return isNothing ? null : values;
}
