import { readTeam } from './read-values.ts';
import type { ScriptRoom } from './script-room.ts';

type PeopleFunctions = Pick<
  RoomObject,
  | 'getPlayer'
  | 'getPlayerList'
  | 'setPlayerAdmin'
  | 'setPlayerTeam'
  | 'kickPlayer'
  | 'clearBan'
  | 'clearBans'
  | 'setPassword'
  | 'setRequireRecaptcha'
>;

/** The people who are here, what they may do, and who else may come in. */
export function peopleFunctions(room: ScriptRoom): PeopleFunctions {
  const { view } = room;
  return {
    getPlayer(playerId) {
      const member = room.memberOf(playerId);
      return member && room.world && !view.isHidden(member)
        ? view.player(room.world, member)
        : null;
    },

    getPlayerList: () => (room.world ? view.players(room.world) : []),

    setPlayerAdmin(playerId, admin) {
      const member = room.memberOf(playerId);
      if (!member || member.peer === view.self) return;
      const request = { type: 'coHost', member: member.id, coHost: Boolean(admin) } as const;
      room.ask({ type: 'request', request });
    },

    setPlayerTeam(playerId, team) {
      const member = room.memberOf(playerId);
      const wanted = readTeam(team);
      if (!member || wanted === null || view.isHidden(member)) return;
      room.ask({ type: 'request', request: { type: 'team', member: member.id, team: wanted } });
    },

    kickPlayer(playerId, reason, ban) {
      const member = room.memberOf(playerId);
      if (!member || member.peer === view.self) return;
      room.kick(member, String(reason ?? ''), Boolean(ban));
    },

    clearBan: (playerId) => room.clearBans(Number(playerId)),

    clearBans: () => room.clearBans(null),

    setPassword(pass) {
      const isNone = pass === null || pass === undefined || pass === '';
      room.ask({ type: 'password', password: isNone ? null : String(pass) });
    },

    // There is no such test here; newcomers are limited by the lobby.
    setRequireRecaptcha() {},
  };
}
