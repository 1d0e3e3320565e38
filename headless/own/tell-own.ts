import { MATCH } from '../../shared/sim/match-state.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { nothing, type RoomHandlers } from '../script/published-object.ts';
import type { ScriptRoom } from '../script/script-room.ts';
import type { DiscKeeper } from './disc-keeper.ts';
import type { Listeners } from './listeners.ts';
import { scoreNow } from './match-now.ts';
import type { PlayerDesk } from './player-desk.ts';
import type { Goal, Player } from './room-interface.ts';
import { nameOfPlaying } from './team-names.ts';

export type TellOwnPorts = {
  readonly room: ScriptRoom;
  readonly players: PlayerDesk;
  readonly listeners: Listeners;
  readonly discs: DiscKeeper;
};

type Published = Pick<PlayerObject, 'id'> | null;

/** The published events in the words of the own interface: what the one is told, the other hears. */
export function tellOwn({ room, players, listeners, discs }: TellOwnPorts): RoomHandlers {
  const by = (player: Published): Player | null => player && players.of(player.id);
  /** Calls with a player that is there, which is the case but for a listener that came in between. */
  const withPlayer = (player: Published, call: (known: Player) => void): void => {
    const known = by(player);
    if (known) call(known);
  };
  /** Sent away or not, its object is told of twice in one tick. */
  let gone: Player | null = null;
  return {
    onPlayerJoin: (one) => withPlayer(one, (player) => void listeners.call('join', player)),
    onPlayerLeave: (one) => {
      gone = by(one);
      players.forget(one.id);
      if (gone) listeners.call('leave', gone);
    },
    onPlayerKicked: (_one, reason, _isForGood, byPlayer) => {
      if (gone) listeners.call('sentAway', gone, by(byPlayer), reason);
    },
    onPlayerTeamChange: (one, byPlayer) =>
      withPlayer(one, (player) => {
        listeners.call('team', player, by(byPlayer));
        discs.place([player]);
      }),
    onPlayerAdminChange: (one, byPlayer) =>
      withPlayer(one, (player) => void listeners.call('rights', player, by(byPlayer))),
    onPlayerChat: nothing,
    onGameStart: (byPlayer) => {
      listeners.call('start', by(byPlayer));
      discs.place(players.all());
    },
    onGameStop: (byPlayer) => void listeners.call('stop', by(byPlayer)),
    onGamePause: (byPlayer) => void listeners.call('pause', by(byPlayer)),
    onGameUnpause: (byPlayer) => void listeners.call('resume', by(byPlayer)),
    onPositionsReset: () => {
      listeners.call('kickOff');
      discs.place(players.all());
    },
    onPlayerBallKick: (one) => withPlayer(one, (player) => void listeners.call('kick', player)),
    onTeamGoal: (team) => void listeners.call('goal', readGoal(room, players, team)),
    onTeamVictory: () => {
      const { world } = room;
      if (world)
        listeners.call('win', nameOfPlaying(world.match.ints[MATCH.winner]!), scoreNow(world));
    },
    onPlayerActivity: (one) => withPlayer(one, (player) => void listeners.call('buttons', player)),
    onStadiumChange: (name, byPlayer) => void listeners.call('map', name, by(byPlayer)),
    onRoomLink: (url) => void listeners.call('link', url),
    // Told by `ScriptRoom.onTick`, which comes in a warm-up too.
    onGameTick: nothing,
    onKickRateLimitSet: nothing,
    onTeamsLockChange: nothing,
  };
}

function readGoal(room: ScriptRoom, players: PlayerDesk, team: number): Goal {
  const { ints } = room.world!.match;
  const [scorer, assist] = [MATCH.scorer, MATCH.assist].map((name) => {
    const seat = ints[name]! - 1;
    return seat < 0 ? null : players.at(seat);
  });
  const name = nameOfPlaying(team === TEAM_SUN ? TEAM_SUN : TEAM_WAVE);
  return {
    team: name,
    scorer: scorer ?? null,
    assist: assist ?? null,
    isOwnGoal: !!scorer && scorer.team !== name,
    score: scoreNow(room.world!),
  };
}
