import { BALL_DISC } from '../../shared/sim/match-state.ts';
import { emoteOf } from '../../shared/netplay/chat/chat.ts';
import { BOT_LEVEL_NAMES } from '../../shared/room/bots.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { openScriptRoom, type OpenPorts, readConfig } from '../script/hb-init.ts';
import { nothing, type ScriptRoomObject } from '../script/published-object.ts';
import type { OnProblem, ScriptRoom } from '../script/script-room.ts';
import { defaultStadium, stadiumName } from '../script/stadium-names.ts';
import { DiscKeeper } from './disc-keeper.ts';
import { Listeners } from './listeners.ts';
import { matchNow, motionOf } from './match-now.ts';
import { sayTo, toProperties } from './own-player.ts';
import { PlayerDesk } from './player-desk.ts';
import { readPanel } from './read-panel.ts';
import type { RoomEvents, RoomListener, RoomOptions, ScriptedRoom } from './room-interface.ts';
import { teamOfName } from './team-names.ts';
import { tellOwn } from './tell-own.ts';
import { TickTimers } from './tick-timers.ts';

type Parts = {
  readonly room: ScriptRoom;
  readonly published: ScriptRoomObject;
  readonly listeners: Listeners;
  readonly players: PlayerDesk;
  readonly discs: DiscKeeper;
  readonly timers: TickTimers;
};

/**
 * Makes the function by which new scripts open a room. Beneath it is the same room as beneath `HBInit`, and
 * the published functions read what a script says: a value that makes no sense changes nothing.
 *
 * @param open is called with each room before anything is asked of it
 * @param name the script's own name for others, where the command line says one
 */
export function makeOpenRoom(
  open: OpenPorts,
  onProblem: OnProblem,
  name: string | null = null,
): (options?: RoomOptions) => ScriptedRoom {
  return function openRoom(options: RoomOptions = {}): ScriptedRoom {
    const {
      title,
      name: called,
      password,
      isPublic,
      players: most,
    } = Object(options) as RoomOptions;
    const config = { roomName: title, playerName: called, password, public: isPublic };
    const wish = readConfig({ ...config, maxPlayers: most, noPlayer: true }, name);
    const { room, object: published } = openScriptRoom(open, onProblem, wish);
    const listeners = new Listeners(onProblem);
    const discs = new DiscKeeper(room, published, onProblem);
    const players = new PlayerDesk({ room, published, discs });
    const timers = new TickTimers(onProblem);
    return createOwnRoom({ room, published, listeners, players, discs, timers });
  };
}

function createOwnRoom(parts: Parts): ScriptedRoom {
  const { room, published, listeners, players, discs, timers } = parts;
  let link: string | null = null;
  const handlers = tellOwn(parts);
  const { onRoomLink } = handlers;
  handlers.onRoomLink = (url) => {
    link = url;
    onRoomLink(url);
  };
  room.handlers = handlers;
  room.onQuick = (id, quick) => {
    const [player, emote] = [players.of(id), emoteOf(quick)];
    if (player && emote) listeners.call('emote', player, emote);
  };
  room.onPress = (id, button) => {
    const player = players.of(id);
    if (player) listeners.call('press', player, button);
  };
  room.onTick = () => {
    timers.advance();
    listeners.call('tick');
    discs.advance();
  };
  const hearChat = (): void => {
    // A room whose script looks at no chat is not asked to wait for it.
    handlers.onPlayerChat = listeners.has('chat')
      ? ({ id }, text) => {
          const author = players.of(id);
          return author === null || !listeners.call('chat', author, text);
        }
      : nothing;
  };
  return {
    get link() {
      return link;
    },
    get tick() {
      return room.world?.tick ?? 0;
    },
    get players() {
      return players.all();
    },
    get match() {
      return matchNow(room.world);
    },
    get ball() {
      return motionOf(room.world, BALL_DISC);
    },
    get map() {
      return room.world ? stadiumName(room.fold.stadiums, room.world.room.stadium) : '';
    },
    on<Name extends keyof RoomEvents>(name: Name, listener: RoomListener<Name>) {
      const end = listeners.add(name, listener);
      hearChat();
      return () => {
        end();
        hearChat();
      };
    },
    after: (seconds, run) => timers.set(seconds, run, false),
    every: (seconds, run) => timers.set(seconds, run, true),
    say: (text, look = {}) => sayTo(published, text, null, look),
    show: (panel) => room.ask({ type: 'panel', panel: readPanel(panel), to: null }),
    start: () => published.startGame(),
    stop: () => published.stopGame(),
    pause: () => published.pauseGame(true),
    resume: () => published.pauseGame(false),
    ...settings(parts),
  };
}

/** What a script sets and leaves so. */
function settings({
  room,
  published,
  discs,
}: Parts): Pick<
  ScriptedRoom,
  | 'setLimits'
  | 'setMap'
  | 'setPassword'
  | 'lockTeams'
  | 'dress'
  | 'addBot'
  | 'changeBall'
  | 'spawn'
  | 'forgiveAll'
  | 'record'
> {
  return {
    setLimits({ goals, minutes }) {
      if (goals !== undefined) published.setScoreLimit(goals);
      if (minutes !== undefined) published.setTimeLimit(minutes);
    },
    setMap(nameOrText) {
      if (defaultStadium(nameOrText) === null) published.setCustomStadium(nameOrText);
      else published.setDefaultStadium(nameOrText);
    },
    setPassword: (password) => published.setPassword(password as string),
    lockTeams: (isLocked) => published.setTeamsLock(isLocked),
    dress(team, kit) {
      const { angle = 0, text = 0xffffff, stripes = [] } = kit ?? {};
      published.setTeamColors(teamOfName(team) as TeamID, angle, text, [...stripes]);
    },
    addBot(team, level = 'match') {
      const [to, known] = [teamOfName(team), BOT_LEVEL_NAMES.find((name) => name === level)];
      if ((to !== TEAM_SUN && to !== TEAM_WAVE) || known === undefined) return;
      room.ask({ type: 'request', request: { type: 'bot', team: to, level: known } });
    },
    changeBall: (disc) =>
      published.setDiscProperties(BALL_DISC, toProperties(disc) as DiscPropertiesObject),
    spawn: (where) => discs.spawnAt(where),
    forgiveAll: () => published.clearBans(),
    record() {
      published.startRecording();
      return () => published.stopRecording();
    },
  };
}
