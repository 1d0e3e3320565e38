/**
 * What a published script may do with its room: the interface that scripts of this genre are written
 * against, and what its types leave out.
 */
export interface ScriptRoomObject extends RoomObject {
  onTeamsLockChange(locked: boolean, byPlayer: PlayerObject | null): void;
}

/** The names of all events. */
export type RoomEventName = Extract<keyof ScriptRoomObject, `on${string}`>;

/** What a handler of an event is called with. */
export type EventArguments<Name extends RoomEventName> = Parameters<ScriptRoomObject[Name]>;

export type RoomHandlers = Pick<ScriptRoomObject, RoomEventName>;

/** Stands where a script has no handler of its own. */
export const nothing = (): void => {};

/** Handlers that do nothing, for a script to put its own in their place. */
export function noHandlers(): RoomHandlers {
  return {
    onPlayerJoin: nothing,
    onPlayerLeave: nothing,
    onTeamVictory: nothing,
    onPlayerChat: nothing,
    onPlayerBallKick: nothing,
    onTeamGoal: nothing,
    onGameStart: nothing,
    onGameStop: nothing,
    onPlayerAdminChange: nothing,
    onPlayerTeamChange: nothing,
    onPlayerKicked: nothing,
    onGameTick: nothing,
    onGamePause: nothing,
    onGameUnpause: nothing,
    onPositionsReset: nothing,
    onPlayerActivity: nothing,
    onStadiumChange: nothing,
    onRoomLink: nothing,
    onKickRateLimitSet: nothing,
    onTeamsLockChange: nothing,
  };
}
