import { findMemberAt, type Member } from '../../shared/room/room-state.ts';
import { SEATS } from '../../shared/sim/seat.ts';
import type { World } from '../../shared/room/world.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
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

/** Not drawn in a colour of its own. */
const NO_COLOR = 0xffffffff | 0;

/** The discs of a match: the ball, those of the map, and behind them the players'. */
export function discFunctions(room: ScriptRoom): DiscFunctions {
  const read = (disc: number | null): DiscPropertiesObject | null =>
    disc !== null && room.world && isMatchOn(room.world) ? discProperties(room.world, disc) : null;
  return {
    getDiscCount() {
      const { world } = room;
      if (!world || !isMatchOn(world)) return 0;
      return world.arena.firstPlayerDisc + playersOnPitch(world).length;
    },

    getDiscProperties: (discIndex) => read(room.world && discAt(room.world, Number(discIndex))),

    setDiscProperties() {},

    getPlayerDiscProperties: (playerId) => {
      const member = room.memberOf(playerId);
      // The published types have an object here always; the interface says null off the pitch.
      return read(member && room.world && discOf(room.world, member)) as DiscPropertiesObject;
    },

    setPlayerDiscProperties() {},
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

function discProperties({ arena, match }: World, disc: number): DiscPropertiesObject {
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
    color: NO_COLOR,
    cMask: discs.cMask[disc]!,
    cGroup: discs.cGroup[disc]!,
  };
}
