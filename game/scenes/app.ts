import { assert } from '../../shared/base/assert.ts';
import { checkName } from '../../shared/lobby/check-name.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { LobbyError } from '../../shared/lobby/lobby-error.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import type { InputBits } from '../../shared/sim/input.ts';
import { MATCH } from '../../shared/sim/match-state.ts';
import type { ErrorCode } from '../i18n/en.ts';
import type { LoadProblem } from '../load/load-problem.ts';
import type { PracticeSession } from '../match/practice-session.ts';
import type { RoomEnd } from '../net/room-channel.ts';
import { makeRoomLink, parseRoomLink } from '../net/room-link.ts';
import { makeNickname } from '../settings/nickname.ts';
import { type LobbyView, type UiActions, ROOM_PLACES } from '../ui/view-model.ts';
import { AppModel } from './app-model.ts';
import type { AppOptions } from './app-options.ts';
import { ChatDesk } from './chat-desk.ts';
import { errorOfLobby, errorOfSession } from './error-codes.ts';
import { MatchFollower } from './match-follower.ts';
import type { MapDesk } from './map-desk.ts';
import type { Online } from './online.ts';
import type { OnlineRoom } from './online-room.ts';
import type { MakePractice } from './practice-maker.ts';
import { RoomDesk } from './room-desk.ts';
import type { Score } from './save-replay.ts';

/** Where the person is. Each place has the session that is drawn. */
type Place =
  | { readonly place: 'home' }
  | { readonly place: 'asking-lobby'; readonly code: RoomCode | null; readonly sinceMs: number }
  | { readonly place: 'practice'; readonly session: PracticeSession }
  | { readonly place: 'online'; readonly room: OnlineRoom; readonly sinceMs: number };

/** Goes from screen to screen: what was clicked, what the lobby and the session say. */
export class App implements UiActions {
  readonly model = new AppModel();
  readonly chat: ChatDesk;
  readonly room = new RoomDesk(this);
  readonly #options: AppOptions;
  readonly #match = new MatchFollower(this.model);
  #place: Place = { place: 'home' };
  #online: Online | null = null;
  #attract: PracticeSession | null = null;
  #maps: MapDesk | null = null;
  /** Rooms whose host sent this person away: the code does not lead back. */
  readonly #sentAwayFrom = new Set<RoomCode>();

  constructor(options: AppOptions) {
    this.#options = options;
    this.chat = new ChatDesk({
      choice: () => options.settings().chat,
      playSound: options.playSound,
    });
  }

  /** Puts bots on the pitch behind the menu. Nothing is ticked or drawn before. */
  begin(makePractice: MakePractice, maps: MapDesk): void {
    this.#maps = maps;
    this.model.maps.value = maps;
    this.#attract = makePractice({ ...this.#practiceKind, attract: true });
  }

  /** The session that is drawn and ticked. */
  get session(): RoomSession {
    if (this.#place.place === 'practice') return this.#place.session;
    if (this.#place.place === 'online' && this.#place.room.session.self !== null) {
      return this.#place.room.session;
    }
    assert(this.#attract !== null, 'nothing is played before the app begins');
    return this.#attract;
  }

  /** A room that is joined but not drawn yet needs its ticks all the same. */
  get onlineRoom(): OnlineRoom | null {
    return this.#place.place === 'online' ? this.#place.room : null;
  }

  get isPlayingAtHome(): boolean {
    return this.#place.place === 'home' && this.#attract?.isPlaying === true;
  }

  /** Follows what happened; runs every tick. */
  tick(nowMs: number, held: InputBits): boolean {
    const place = this.#place;
    const { model } = this;
    model.lobby.value = place.place === 'online' ? this.#lobbyOf(place.room) : 'fine';
    if (place.place === 'asking-lobby') {
      model.showJoining(place.code, 'lobby', nowMs - place.sinceMs);
    } else if (place.place === 'online') {
      this.#followOnline(place, nowMs);
    } else if (place.place === 'practice') {
      model.updateRoom(place.session, null, '', nowMs);
      this.#match.follow(place.session, nowMs);
    }
    return model.screen.value.screen === 'match' && model.hud.learn(held);
  }

  readonly readCode = (text: string): RoomCode | null => {
    return parseRoomLink(text);
  };

  /** An invite link was opened by somebody whose name is not known yet: one click is asked for. */
  invite(code: RoomCode): void {
    this.model.screen.value = { screen: 'home', error: null, code };
  }

  /** The page goes away: the others see it at once. */
  depart(): void {
    if (this.#place.place === 'online') this.#place.room.depart();
    this.#online?.lobby.depart();
  }

  readonly createRoom = (): void => {
    void this.#enter(null, ({ lobby }, name) => lobby.createRoom(name, ROOM_PLACES));
  };

  readonly joinRoom = (code: RoomCode): void => {
    if (this.#sentAwayFrom.has(code)) return this.#goHome('kicked', code);
    void this.#enter(code, ({ lobby }, name) => lobby.joinRoom(code, name));
  };

  readonly practice = (): void => {
    void this.#practice();
  };

  readonly leave = (): void => {
    this.#goHome(null, null);
  };

  readonly dismissError = (): void => {
    this.model.screen.value = { screen: 'home', error: null, code: null };
    this.#options.showPath('/');
  };

  readonly reload = (): void => {
    this.#options.reload();
  };

  readonly stopMatch = (): void => {
    this.room.stop();
    this.openMenu(false);
  };

  readonly backToRoom = (): void => {
    this.room.setReady(false);
    this.model.screen.value = { screen: 'room' };
  };

  readonly openMenu = (open: boolean): void => {
    this.model.menuOpen.value = open;
  };

  readonly openSettings = (open: boolean): void => {
    this.model.settingsOpen.value = open;
  };

  readonly showStats = (): void => {
    this.openMenu(false);
    this.#options.toggleStats();
  };

  readonly saveReplay = (score: Score): boolean => {
    return this.#recorder !== null && this.#options.saveReplay(this.#recorder, 'match', score);
  };

  /** All that is kept of this room, for whoever looks into what went wrong; null at home. */
  get saveRecording(): (() => boolean) | null {
    const recorder = this.#recorder;
    if (!recorder) return null;
    const { ints } = this.session.world.match;
    const score = { sun: ints[MATCH.sunScore]!, wave: ints[MATCH.waveScore]! };
    return () => this.#options.saveReplay(recorder, 'all', score);
  }

  readonly playUiSound = (sound: 'ok' | 'back' | 'error'): void => {
    this.#options.playSound(`ui_${sound}`);
  };

  async #practice(): Promise<void> {
    this.#leavePlace();
    const before = this.#place;
    const loaded = await this.#options.loadPractice();
    if (this.#place !== before) return;
    if (!loaded.ok) return this.#goHome(loaded.error, null);
    const make = loaded.value;
    this.model.isPractice.value = true;
    this.model.hud.hint.value = this.#options.settings().knowsKeys ? null : 'move';
    this.#place = { place: 'practice', session: make({ ...this.#practiceKind, attract: false }) };
    this.model.screen.value = { screen: 'match' };
  }

  async #enter(
    code: RoomCode | null,
    ask: (online: Online, name: string) => Promise<Result<JoinedRoom, LobbyError>>,
  ): Promise<void> {
    this.#leavePlace();
    this.#options.onNamed();
    const place: Place = { place: 'asking-lobby', code, sinceMs: this.#options.now() };
    this.#place = place;
    this.model.showJoining(code, 'lobby', 0);
    const loaded = await this.#options.loadOnline();
    if (this.#place !== place) return;
    if (!loaded.ok) return this.#missLoad(loaded.error, code);
    const online = loaded.value;
    if (!online.hasWebRtc) return this.#goHome('no-webrtc', code);
    this.#online = online;
    const name = checkName(this.#options.settings().nick);
    const answer = await ask(online, name.ok ? name.value : makeNickname(Math.random));
    if (this.#place !== place) return;
    if (answer.ok) this.#open(online, answer.value);
    else this.#goHome(errorOfLobby(answer.error), code);
  }

  /** The address keeps the room that was asked for: a reload is the next try. */
  #missLoad(problem: LoadProblem, code: RoomCode | null): void {
    this.#goHome(problem, code);
    if (code !== null) this.#showRoomPath(code);
  }

  #showRoomPath(code: RoomCode): void {
    this.#options.showPath(new URL(makeRoomLink(this.#options.origin, code)).pathname);
  }

  #open(online: Online, joined: JoinedRoom): void {
    const { settings, now, makeSeed } = this.#options;
    const { code } = joined.room;
    const room = online.openRoom({
      joined,
      name: joined.room.members.find(({ id }) => id === joined.self)?.name ?? settings().nick,
      nowMs: now(),
      seed: makeSeed(),
      // One that was left already says goodbye for a moment and may end meanwhile.
      onEnd: (end) => {
        if (this.onlineRoom === room) this.#endOnline(end, code);
      },
    });
    this.#place = { place: 'online', room, sinceMs: now() };
    this.model.hud.hint.value = settings().knowsKeys ? null : 'move';
    this.#showRoomPath(code);
  }

  /** What the links carry goes on without the lobby; a way in that was not found yet does not. */
  #endOnline(end: RoomEnd, code: RoomCode): void {
    if (end === 'replaced') this.#goHome('replaced', code);
    else if (end === 'removed') this.#sendAway(code);
    else if (this.model.room.value === null) this.#goHome('no-room', code);
  }

  #sendAway(code: RoomCode): void {
    this.#sentAwayFrom.add(code);
    this.#goHome('kicked', code);
  }

  #lobbyOf(room: OnlineRoom): LobbyView {
    if (!room.isListed) return 'room-gone';
    return this.#online?.lobby.status.state === 'offline' ? 'lost' : 'fine';
  }

  #followOnline({ room, sinceMs }: Place & { place: 'online' }, nowMs: number): void {
    const { session, joined } = room;
    const { code } = joined.room;
    const { state } = session;
    if (state.state === 'closed') {
      if (state.reason === 'kicked') this.#sendAway(code);
      else this.#goHome(errorOfSession(state, room.mayRelay), code);
    } else if (state.state === 'joining') {
      if (room.isHostUnreachable) this.#goHome(room.mayRelay ? 'link-failed' : 'no-relay', code);
      else this.model.showJoining(code, STEPS[state.step], nowMs - sinceMs, state.progress);
    } else {
      const change = this.model.newcomers(session.world.room);
      if (change !== 0) this.#options.playSound(change > 0 ? 'join' : 'leave');
      const link = makeRoomLink(this.#options.origin, code);
      this.model.updateRoom(session, room.isListed ? code : null, link, nowMs);
      this.#match.follow(session, nowMs);
      this.#maps?.follow(session, nowMs);
      this.chat.follow(session, nowMs);
    }
  }

  #goHome(error: ErrorCode | null, code: RoomCode | null): void {
    this.#leavePlace();
    if (error !== null) this.#options.playSound('ui_error');
    this.model.screen.value = { screen: 'home', error, code };
  }

  #leavePlace(): void {
    const place = this.#place;
    this.#place = { place: 'home' };
    if (place.place === 'practice') place.session.close();
    if (place.place === 'asking-lobby') this.#online?.lobby.leaveRoom();
    if (place.place === 'online') {
      // The lobby closes the links when it hears of it: the goodbye goes first. Whoever asked for
      // another room meanwhile has left this one by that.
      place.room.close(() => {
        const next = this.#place.place;
        if (next === 'home' || next === 'practice') this.#online?.lobby.leaveRoom();
      });
    }
    if (place.place !== 'home') this.#options.showPath('/');
    this.model.room.value = null;
    this.chat.leave();
    this.model.isPractice.value = false;
    this.model.menuOpen.value = false;
    this.model.settingsOpen.value = false;
  }

  get #recorder(): ReplayRecorder | null {
    if (this.#place.place === 'practice') return this.#place.session.recorder;
    return this.#place.place === 'online' ? this.#place.room.recorder : null;
  }

  get #practiceKind(): { readonly name: string; readonly seed: number } {
    return { name: this.#options.settings().nick, seed: this.#options.makeSeed() };
  }
}

const STEPS = { link: 'route', hello: 'hello', snapshot: 'snapshot', stadium: 'stadium' } as const;
