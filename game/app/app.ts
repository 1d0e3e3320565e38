import { assert } from '../../shared/base/assert.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { LobbyError } from '../../shared/lobby/lobby-error.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { MemberId } from '../../shared/room/command.ts';
import type { InputBits } from '../../shared/sim/input.ts';
import { MATCH } from '../../shared/sim/match-state.ts';
import type { ErrorCode } from '../i18n/en.ts';
import type { LoadProblem } from '../load/load-problem.ts';
import type { PracticeSession } from '../match/practice-session.ts';
import type { LobbyClient } from '../net/lobby/lobby-client.ts';
import type { RoomEnd } from '../net/lobby/room-channel.ts';
import { makeRoomLink, makeRoomPath, parseRoomLink } from '../net/invite-link.ts';
import type { CheckName, UiActions } from '../ui/model/view-model.ts';
import { ROOM_PLACES } from '../../shared/base/room-limits.ts';
import { AppModel } from './app-model.ts';
import type { AppOptions } from './app-options.ts';
import { ChatDesk } from './chat/chat-desk.ts';
import { askForYesOrNo, isWorthAsking } from './room/come-back.ts';
import { Goodbyes } from './room/goodbyes.ts';
import { isAway, stageOf, viewLobby } from './room/room-presence.ts';
import { errorOfLobby, errorOfSession } from './error-codes.ts';
import { MatchFollower } from './match-follower.ts';
import type { MapDesk } from './maps/map-desk.ts';
import type { Online } from './room/online.ts';
import type { OnlineRoom } from './room/online-room.ts';
import { type Place, recorderAt } from './room/place.ts';
import type { MakePractice } from './match/practice-maker.ts';
import { RoomDesk } from './room/room-desk.ts';
import type { Score } from './match/save-replay.ts';

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
  /** Since when the present step of joining is waited for. */
  #waitingMs = 0;
  /** Own number in the room; null until one was in it. */
  #member: MemberId | null = null;
  /** Tries to come back since this page was in the room last. */
  #returns = 0;
  readonly #goodbyes = new Goodbyes();
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
  begin(makePractice: MakePractice, maps: MapDesk, checkName: CheckName): void {
    this.model.checkName.value = checkName;
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

  /** Sessions that need their ticks although another one is drawn. */
  get unseen(): readonly RoomSession[] {
    const left = this.#goodbyes.sessions;
    const joined = this.onlineRoom?.session;
    return joined && joined !== this.session ? [joined, ...left] : left;
  }

  get onlineRoom(): OnlineRoom | null {
    return this.#place.place === 'online' ? this.#place.room : null;
  }

  /** Follows what happened; runs every tick. */
  tick(nowMs: number, held: InputBits): void {
    const place = this.#place;
    const { model } = this;
    if (this.#goodbyes.end(nowMs)) this.#leaveLobby();
    model.isPlayingAtHome.value = place.place === 'home' && this.#attract?.isPlaying === true;
    this.#options.wakeUp.follow(place.place === 'online' ? this.#lobby : null);
    model.lobby.value = place.place === 'online' ? viewLobby(place.room, this.#lobby) : 'fine';
    if (place.place === 'asking-lobby') {
      model.showJoining({ ...place, step: 'lobby' }, nowMs - place.sinceMs);
    } else if (place.place === 'online') {
      this.#followOnline(place, nowMs);
    } else if (place.place === 'practice') {
      place.session.isPaused = model.menuOpen.value || model.settingsOpen.value;
      model.updateRoom(place.session, null, '', nowMs);
      this.#match.follow(place.session, nowMs);
    }
    if (model.screen.value.screen === 'match' && model.hud.learn(held)) {
      this.#options.onKeysKnown();
    }
  }

  readonly readCode = parseRoomLink;

  /**
   * The page goes away: the others see it at once. [L73] One that is only put aside may be shown again, and
   * is loaded anew then: no goodbye is said for it.
   */
  depart(isForGood: boolean): void {
    if (this.#place.place === 'online') this.#place.room.depart();
    if (isForGood) this.#lobby?.depart();
    else this.#lobby?.suspend();
  }

  readonly createRoom = (): void => {
    void this.#enter(null, ({ lobby }, name) => lobby.createRoom(name, ROOM_PLACES));
  };

  readonly joinRoom = (code: RoomCode): void => {
    if (this.#sentAwayFrom.has(code)) return this.#goHome('removed', code);
    void this.#enter(code, ({ lobby }, name) => lobby.joinRoom(code, name));
  };

  readonly practice = (): void => void this.#practice();

  readonly leave = (): void => this.#goHome(null, null);

  readonly dismissError = (): void => {
    this.model.showHome(null, null);
    this.#options.showPath('/');
  };

  readonly reload = (): void => this.#options.reload();

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
    const recorder = recorderAt(this.#place);
    return recorder !== null && this.#options.saveReplay(recorder, 'match', score);
  };

  /** All that is kept of this room, for whoever looks into what went wrong; null at home. */
  get saveRecording(): (() => boolean) | null {
    const recorder = recorderAt(this.#place);
    if (!recorder) return null;
    const { ints } = this.session.world.match;
    const score = { sun: ints[MATCH.sunScore]!, wave: ints[MATCH.waveScore]! };
    return () => this.#options.saveReplay(recorder, 'all', score);
  }

  readonly playUiSound = (sound: 'ok' | 'back' | 'error'): void =>
    this.#options.playSound(`ui_${sound}`);

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
    isBack = false,
  ): Promise<void> {
    // [L82] A person that asks for the room it just left is a newcomer there, as the lobby has to know.
    if (!isBack && this.#goodbyes.hurry()) this.#lobby?.leaveRoom();
    this.#leavePlace();
    this.#options.onNamed();
    const { timers } = this.#options;
    const place: Place = { place: 'asking-lobby', code, isBack, sinceMs: timers.now() };
    this.#place = place;
    this.model.showJoining({ ...place, step: 'lobby' }, 0);
    const loaded = await this.#options.loadOnline();
    if (this.#place !== place) return;
    if (!loaded.ok) return this.#missLoad(loaded.error, code);
    const online = loaded.value;
    if (!online.hasWebRtc) return this.#goHome('no-webrtc', code);
    this.#online = online;
    const { checkName } = this.model;
    assert(checkName.value !== null, 'nobody goes online before the app begins');
    const name = checkName.value(this.#options.settings().nick);
    // Kept from a version with another rule, or entered before there was one: home says what it is.
    if (!name.ok) return this.#missLoad(null, code);
    const askOnce = () => ask(online, name.value);
    const isOver = (): boolean => this.#place !== place;
    const answer = await (isBack ? askForYesOrNo(askOnce, timers, isOver) : askOnce());
    if (isOver()) return;
    if (answer.ok) this.#open(online, answer.value, isBack);
    else if (answer.error.code === 'REMOVED' && code !== null) this.#sendAway(code);
    else if (answer.error.code === 'NO_ROOM' && isBack) this.#goHome('room-ended', null);
    else this.#goHome(errorOfLobby(answer.error), code);
  }

  /** The address keeps the room that was asked for: a reload is the next try. */
  #missLoad(problem: LoadProblem | null, code: RoomCode | null): void {
    this.#goHome(problem, code);
    if (code !== null) this.#options.showPath(makeRoomPath(code));
  }

  /** [L69] This page fell out of its room and comes in again like anybody; it never left. */
  #comeBack(room: OnlineRoom, code: RoomCode): void {
    room.depart();
    this.#returns += 1;
    void this.#enter(code, ({ lobby }, name) => lobby.rejoinRoom(code, name), true);
    this.#options.showPath(makeRoomPath(code));
  }

  #open(online: Online, joined: JoinedRoom, isBack: boolean): void {
    const { settings, timers, makeSeed, showPath } = this.#options;
    const { code } = joined.room;
    const room = online.openRoom({
      joined,
      name: joined.room.members.find(({ id }) => id === joined.self)?.name ?? settings().nick,
      nowMs: timers.now(),
      seed: makeSeed(),
      // One that was left already says goodbye for a moment and may end meanwhile.
      onEnd: (end) => {
        if (this.onlineRoom === room) this.#endOnline(end, room, code);
      },
    });
    this.#place = { place: 'online', room, isBack };
    this.#waitingMs = timers.now();
    this.#member = null;
    this.#returns = isBack ? this.#returns : 0;
    this.model.hud.hint.value = settings().knowsKeys ? null : 'move';
    showPath(makeRoomPath(code));
  }

  /** What the links carry goes on without the lobby; a way in that was not found yet does not. */
  #endOnline(end: RoomEnd, room: OnlineRoom, code: RoomCode): void {
    // A page that slept has lost its links too, and without a room there is no way to make new ones.
    const isOver = this.#options.wakeUp.isHeld && room.session.world.room.members.length > 1;
    if (end === 'replaced') this.#goHome('replaced', code);
    else if (end === 'removed') this.#sendAway(code);
    else if (end === 'expired') this.#comeBack(room, code);
    else if (isOver) this.#goHome('room-ended', null);
    else if (this.model.room.value === null) this.#goHome('no-room', code);
  }

  #sendAway(code: RoomCode): void {
    this.#sentAwayFrom.add(code);
    this.#goHome('removed', code);
  }

  #followOnline({ room, isBack }: Place & { place: 'online' }, nowMs: number): void {
    const { session, joined } = room;
    const { code } = joined.room;
    session.setHidden(this.#options.isHidden());
    const { state } = session;
    if (state.state === 'closed') {
      const wasIn = this.#member !== null;
      if (isWorthAsking(state.reason, wasIn, this.#returns)) this.#comeBack(room, code);
      else if (state.reason === 'removed') this.#sendAway(code);
      else this.#goHome(errorOfSession(state, room.mayRelay), code);
    } else if (state.state === 'joining') {
      if (room.isHostUnreachable) this.#goHome(room.mayRelay ? 'link-failed' : 'no-relay', code);
      else {
        const stage = stageOf(room, this.#lobby, state);
        if (!stage.isOurs) this.#waitingMs = nowMs;
        this.model.showJoining({ code, isBack, ...stage }, nowMs - this.#waitingMs);
      }
    } else {
      this.#welcome(session.self, isBack, nowMs);
      this.model.showCutOff(isAway(room, this.#lobby, this.#options.wakeUp, nowMs), nowMs);
      this.model.showMissed(session.wishes.takeMissed(), nowMs);
      room.keep(nowMs);
      if (room.takeLostMatch()) this.model.matchLost.value = true;
      const change = this.model.newcomers(session.world.room);
      if (change !== 0) this.#options.playSound(change > 0 ? 'join' : 'leave');
      const link = makeRoomLink(this.#options.origin, code);
      this.model.updateRoom(session, room.isListed ? code : null, link, nowMs);
      this.#match.follow(session, nowMs);
      this.#maps?.follow(session, nowMs);
      this.chat.follow(session, nowMs);
    }
  }

  /** [L69] Tells a person that lost the seat and has another one now. */
  #welcome(self: MemberId | null, isBack: boolean, nowMs: number): void {
    if (self === null || self === this.#member) return;
    if (isBack || this.#member !== null) this.model.showBack(nowMs);
    this.#member = self;
    this.#returns = 0;
  }

  #goHome(error: ErrorCode | null, code: RoomCode | null): void {
    this.#leavePlace();
    if (error !== null) this.#options.playSound('ui_error');
    this.model.showHome(error, code);
  }

  #leavePlace(): void {
    const place = this.#place;
    this.#place = { place: 'home' };
    if (place.place === 'practice') place.session.close();
    if (place.place === 'asking-lobby') this.#lobby?.leaveRoom();
    if (place.place === 'online') {
      place.room.close();
      this.#goodbyes.begin(place.room);
    }
    if (place.place !== 'home') this.#options.showPath('/');
    this.model.leave();
    this.chat.leave();
  }

  /** After the goodbye, since the lobby ends the links. A person that asked for another room has left. */
  #leaveLobby(): void {
    const { place } = this.#place;
    if (place === 'home' || place === 'practice') this.#lobby?.leaveRoom();
  }

  get #lobby(): LobbyClient | null {
    return this.#online?.lobby ?? null;
  }

  get #practiceKind(): { readonly name: string; readonly seed: number } {
    return { name: this.#options.settings().nick, seed: this.#options.makeSeed() };
  }
}
