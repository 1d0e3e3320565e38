import type { MemberId } from '../../shared/room/command.ts';
import { KIT_ANGLES, KIT_STRIPES_MAX, type Kit } from '../../shared/room/kit.ts';
import { KICK_LIMIT_MAX } from '../../shared/room/limits.ts';
import { TEAM_NONE } from '../../shared/sim/team.ts';
import { readColor, readTeam, readWhole } from './read-values.ts';
import type { ScriptRoom } from './script-room.ts';

type LookFunctions = Pick<
  RoomObject,
  'setTeamColors' | 'setPlayerAvatar' | 'reorderPlayers' | 'setTeamsLock' | 'setKickRateLimit'
>;

/** What others see of teams and players, and what they may do by themselves. */
export function lookFunctions(room: ScriptRoom): LookFunctions {
  return {
    setTeamColors(team, angle, textColor, colors) {
      const read = readTeam(team);
      if (read === null || read === TEAM_NONE) return;
      const kit = readKit(angle, textColor, colors);
      room.ask({ type: 'request', request: { type: 'kit', team: read, kit } });
    },

    setPlayerAvatar(playerId, avatar) {
      const member = room.memberOf(playerId)?.id;
      if (member === undefined) return;
      const text = avatar === null || avatar === undefined ? '' : String(avatar);
      room.ask({ type: 'request', request: { type: 'badge', member, text: text || null } });
    },

    reorderPlayers(playerIdList, moveToTop) {
      const members = readMembers(room, playerIdList);
      if (members.length === 0) return;
      room.ask({ type: 'request', request: { type: 'order', members, toTop: Boolean(moveToTop) } });
    },

    setTeamsLock(locked) {
      room.ask({ type: 'request', request: { type: 'lock', locked: Boolean(locked) } });
    },

    setKickRateLimit(min, rate, burst) {
      const [interval, cost, saved] = [min, rate, burst].map((value) =>
        readWhole(value ?? 0, 0, KICK_LIMIT_MAX),
      );
      if (typeof interval !== 'number' || typeof cost !== 'number') return;
      const limit = { interval, rate: cost, burst: saved ?? 0 };
      room.ask({ type: 'request', request: { type: 'kickRate', limit } });
    },
  };
}

/** Null, as each person has it, where no colour is named. */
function readKit(angle: unknown, textColor: unknown, colors: unknown): Kit | null {
  const named: readonly unknown[] = Array.isArray(colors) ? colors : [];
  const stripes = named.flatMap((color) => readColor(color) ?? []).slice(0, KIT_STRIPES_MAX);
  if (stripes.length === 0) return null;
  const turned = readWhole(angle ?? 0, -KIT_ANGLES, KIT_ANGLES) ?? 0;
  return { angle: (turned + KIT_ANGLES) % KIT_ANGLES, text: readColor(textColor) ?? 0, stripes };
}

function readMembers(room: ScriptRoom, list: unknown): readonly MemberId[] {
  const numbers: readonly unknown[] = Array.isArray(list) ? list : [];
  return numbers.flatMap((number) => room.memberOf(number)?.id ?? []);
}
