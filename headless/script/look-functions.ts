import type { ScriptRoom } from './script-room.ts';

type LookFunctions = Pick<
  RoomObject,
  'setTeamColors' | 'setPlayerAvatar' | 'reorderPlayers' | 'setTeamsLock' | 'setKickRateLimit'
>;

/** What others see of teams and players, and what they may do by themselves. */
export function lookFunctions(_room: ScriptRoom): LookFunctions {
  return {
    setTeamColors() {},
    setPlayerAvatar() {},
    reorderPlayers() {},
    setTeamsLock() {},
    setKickRateLimit() {},
  };
}
