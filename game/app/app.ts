import { assert } from '../../shared/base/assert.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import { type InputBits, NEUTRAL_INPUT } from '../../shared/sim/input.ts';
import { TEAM_NONE } from '../../shared/sim/team.ts';
import type { ErrorCode } from '../i18n/en/en.ts';
import type { LocalSession } from '../match/local-session.ts';
import type { PracticeSession } from '../match/practice-session.ts';
import { DEFAULT_PRACTICE, type PracticeChoice } from '../settings/practice-choice.ts';
import { Lessons } from './hud/lessons.ts';
import { keyOfLink, makeRoomLink, parseRoomLink } from '../net/invite-link.ts';
import type { PictureView, PitchPlace, UiActions } from '../ui/model/view-model.ts';
import type { Hand } from '../ui/model/hands-model.ts';
import { AppModel } from './app-model.ts';
import type { AppOptions } from './app-options.ts';
import { PublicDoor } from './list/public-door.ts';
import { ChatDesk } from './chat/chat-desk.ts';
import type { MapDesk } from './maps/map-desk.ts';
import type { ReplayDoor } from './replay-door.ts';
import type { MatchFollower } from './match-follower.ts';
import type { MakePractice, PracticeKind } from './match/practice-maker.ts';
import { Doorstep } from './room/doorstep.ts';
import type { OnlineRoom } from './room/online-room.ts';
import { OwnBadge } from './room/own-badge.ts';
import { RoomDesk } from './room/room-desk.ts';
import { RoomDoor } from './room/room-door.ts';

/** Where the person is. How far into a room, the door to it knows. */
type Place =
  | { readonly place: 'home' }
  | {
      readonly place: 'practice';
      readonly session: LocalSession;
      readonly back?: () => void;
    }
  | { readonly place: 'room' };

/** Goes from screen to screen: what was clicked, what the lobby and the session say. */
export class App implements UiActions {
  readonly model = new AppModel();
  readonly chat: ChatDesk;
  readonly room = new RoomDesk(this);
  /** Null before the app begins. */
  replays: ReplayDoor | null = null;
  readonly #options: AppOptions;
  readonly #door: RoomDoor;
  readonly #public: PublicDoor;
  readonly #lessons: Lessons;
  readonly #doorstep: Doorstep;
  readonly #badge = new OwnBadge();
  #match: MatchFollower | null = null;
  #place: Place = { place: 'home' };
  readonly #looks = new Set<(picture: PictureView) => void>();
  #attract: PracticeSession | null = null;
  #held: InputBits = NEUTRAL_INPUT;
  #maps: MapDesk | null = null;

  constructor(options: AppOptions) {
    this.#options = options;
    this.chat = new ChatDesk({ ...options, isQuick: () => this.model.quick.value !== null });
    const keyOf = (code: RoomCode) => this.#door.keyOf(code);
    this.#doorstep = new Doorstep({ ...options, keyOf, view: this.model });
    this.#door = new RoomDoor({
      ...options,
      view: this.model,
      ownName: () => this.#ownName(),
      onEnter: () => this.#goToRoom(),
      onOpen: () => this.#lessons.begin(),
      onOut: (error, code) => this.#goHome(error, code),
    });
    this.#lessons = new Lessons({ ...options, hud: this.model.hud });
    this.#public = new PublicDoor({
      ...options,
      keyOf,
      model: this.model,
      join: (code, password) => this.joinRoom(code, password),
      watch: (member) => this.room.moveTo(member, TEAM_NONE),
      onProblem: (problem) => this.#goHome(problem, null),
      mapName: () => this.#maps?.chosen.value?.name ?? '',
    });
  }

  /** Puts bots on the pitch behind the menu. Nothing is ticked or drawn before. */
  begin(
    makePractice: MakePractice,
    maps: MapDesk,
    replays: ReplayDoor,
    match: MatchFollower,
  ): void {
    this.replays = replays;
    this.#match = match;
    this.model.maps.value = this.#maps = maps;
    const kind = { ...this.#practiceKind, isFresh: this.#place.place === 'room' };
    this.#attract = makePractice({ ...kind, attract: true });
  }

  /** The session that is drawn and ticked. */
  get session(): RoomSession {
    if (this.replays?.session) return this.replays.session;
    if (this.#place.place === 'practice') return this.#place.session;
    const joined = this.onlineRoom?.session;
    if (joined && joined.self !== null) return joined;
    assert(this.#attract !== null, 'nothing is played before the app begins');
    return this.#attract;
  }

  /** Sessions that need their ticks although another one is drawn. */
  get unseen(): readonly RoomSession[] {
    const left = this.#door.leaving;
    const joined = this.onlineRoom?.session;
    return joined && joined !== this.session ? [joined, ...left] : left;
  }

  get onlineRoom(): OnlineRoom | null {
    return this.#door.room;
  }

  /** Follows what happened; runs every tick. */
  tick(nowMs: number, held: InputBits): void {
    const place = this.#place;
    const { model } = this;
    this.#showHomePitch(place.place === 'home' && !this.replays?.session, nowMs, held);
    if (place.place === 'home') this.#doorstep.follow(this.#invitedTo, nowMs);
    const room = this.#door.follow(nowMs);
    model.lobby.value = this.#door.lobbyView;
    if (room) this.#showRoom(room, nowMs);
    else if (place.place === 'practice') {
      place.session.isPaused = model.menuOpen.value || model.settingsOpen.value;
      model.updateRoom(place.session, null, '', nowMs);
      this.#match?.follow(place.session, nowMs);
    }
    // One that was held all the time is no answer.
    if (held !== this.#held && model.hud.stillness.value === 'idle') this.room.beHere();
    this.#held = held;
    const { screen } = model.screen.value;
    const isOnPitch = screen === 'match' || screen === 'room' || model.isPlayingAtHome.value;
    if (isOnPitch) this.#lessons.follow(held);
  }

  /** [L94] A link that opens a private room has its key, which is shown when that room is joined. */
  readonly readCode = (text: string): RoomCode | null => {
    const [code, key] = [parseRoomLink(text), keyOfLink(text)];
    if (code !== null && key !== null) this.#door.remember(code, { key });
    return code;
  };

  /**
   * The page goes away: the others see it at once. [L73] One that is only put aside may be shown again, and
   * is loaded anew then: no goodbye is said for it.
   */
  depart(isForGood: boolean): void {
    this.#door.depart(isForGood);
  }

  readonly createRoom = (): void => this.#door.create();

  readonly play = (hand: Hand): void => this.#door.play(hand);

  readonly joinRoom = (code: RoomCode, password?: string): void => {
    if (password !== undefined) this.#door.remember(code, { password });
    this.#door.join(code);
  };

  readonly browse = (): void => {
    this.#leavePlace();
    void this.#public.browse();
  };

  playOn(session: LocalSession, back: () => void): void {
    this.#leavePlace();
    this.#place = { place: 'practice', session, back };
    this.model.isPractice.value = true;
    this.model.show('match');
  }

  readonly openAccess = (): Promise<ErrorCode | null> => this.#public.openAccess();

  readonly rejoin = (): void => void this.#rejoin();

  readonly practice = (): void => void this.#practice();

  readonly leave = (): void => {
    const { back } = this.#place as { back?: () => void };
    if (!back) return this.#goHome(null, null);
    this.#leavePlace();
    back();
  };

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

  readonly followPicture = (look: (picture: PictureView) => void): (() => void) => {
    this.#looks.add(look);
    return () => void this.#looks.delete(look);
  };

  /** A frame was drawn: whatever stands over the pitch goes along. */
  readonly showPicture = (picture: PictureView): void => {
    for (const look of this.#looks) look(picture);
  };

  readonly placePitch = (place: PitchPlace): void => {
    this.model.pitchPlace.value = place;
  };

  readonly openMenu = this.model.opener('menuOpen');

  readonly openPractice = this.model.opener('practiceOpen');

  readonly openSettings = this.model.opener('settingsOpen');

  readonly openStandings = this.model.opener('standingsOpen');

  readonly openBadge = this.model.opener('badgeOpen');

  readonly showStats = (): void => {
    this.openMenu(false);
    this.#options.toggleStats();
  };

  readonly playUiSound = (sound: 'ok' | 'back' | 'error'): void =>
    this.#options.playSound(`ui_${sound}`);

  /** The room of the invitation that home shows. */
  get #invitedTo(): RoomCode | null {
    const { value } = this.model.screen;
    return value.screen === 'home' && value.error === null ? value.code : null;
  }

  /** Of a match that keeps itself; one that was played on from a replay does not. */
  get keeps(): ReplayRecorder | null {
    return 'back' in this.#place || this.session.world.room.playsOn ? null : this.recorder;
  }

  async #rejoin(): Promise<void> {
    const code = await this.#doorstep.takeSeat();
    if (code !== null) this.#door.join(code);
  }

  async #practice(): Promise<void> {
    this.#leavePlace();
    const before = this.#place;
    const loaded = await this.#options.loadPractice();
    if (this.#place !== before) return;
    if (!loaded.ok) return this.#goHome(loaded.error, null);
    const make = loaded.value;
    const choice = await this.#bringChoice();
    if (this.#place !== before) return;
    this.model.isPractice.value = true;
    const stadiums = this.#maps?.stadiums;
    const session = make({
      ...this.#practiceKind,
      attract: false,
      choice,
      ...(stadiums && { stadiums }),
    });
    this.#place = { place: 'practice', session };
    this.#lessons.begin(choice.size === 0 ? session : null);
    this.model.screen.value = { screen: 'match' };
  }

  /** What was chosen last. A map that is gone is replaced, and the person told so. */
  async #bringChoice(): Promise<PracticeChoice> {
    const choice = this.#options.settings().practice;
    assert(this.#maps !== null, 'nobody practises before the app begins');
    if (await this.#maps.bring(choice.stadium)) return choice;
    this.#options.say('mapGone');
    return { ...choice, stadium: DEFAULT_PRACTICE.stadium };
  }

  #goToRoom(): void {
    this.#leavePlace();
    this.#place = { place: 'room' };
    this.#options.onNamed();
  }

  /** Runs every tick in a room with others. */
  #showRoom(room: OnlineRoom, nowMs: number): void {
    const { model } = this;
    const { session } = room;
    model.showCutOff(this.#door.isAway(room, nowMs), nowMs);
    model.showMissed(session.wishes.takeMissed(), nowMs);
    room.keep(nowMs);
    if (room.takeLostMatch()) model.matchLost.value = true;
    const change = model.newcomers(session.world.room);
    if (change !== 0) this.#options.playSound(change > 0 ? 'join' : 'leave');
    this.#badge.follow(session, this.#options.settings().badge, nowMs);
    const access = this.#public.follow(room, this.#door.access, nowMs);
    const link = makeRoomLink(this.#options.origin, room.door, access?.key);
    model.updateRoom(session, room.isListed ? room.door : null, link, nowMs);
    model.quick.value = room.quick?.follow(nowMs) ?? null;
    this.#match?.follow(session, nowMs);
    this.#maps?.follow(session, nowMs);
    this.chat.follow(session, nowMs);
  }

  /** Runs every tick. Bots that nobody sees rest, and so they do where movement is not wanted. */
  #showHomePitch(isHome: boolean, nowMs: number, held: InputBits): void {
    const attract = this.#attract;
    if (!attract) return;
    const { model } = this;
    const { isPlaying } = attract;
    if (isHome && isPlaying !== model.isPlayingAtHome.value) {
      if (isPlaying) this.#lessons.begin();
      else model.hud.hint.value = null;
    }
    model.isPlayingAtHome.value = isHome && isPlaying;
    const isStill = isHome && !isPlaying && held === NEUTRAL_INPUT && this.#options.isCalm();
    attract.isPaused = isStill || this.#options.isHidden();
    if (isHome) model.hud.update(attract, nowMs);
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
    if (place.place === 'room') this.#door.leave();
    if (place.place !== 'home') this.#options.showPath('/');
    this.#doorstep.leave();
    this.model.leave();
    this.#public.leave();
    this.chat.leave();
  }

  #ownName(): string | null {
    const { checkName } = this.model;
    assert(checkName.value !== null, 'nobody goes online before the app begins');
    const name = checkName.value(this.#options.settings().nick);
    return name.ok ? name.value : null;
  }

  /** What keeps the match that is played here; null at home. */
  get recorder(): ReplayRecorder | null {
    if (this.#place.place === 'practice') return this.#place.session.recorder;
    return this.onlineRoom?.recorder ?? null;
  }

  get #practiceKind(): Pick<PracticeKind, 'name' | 'badge' | 'seed'> {
    const { nick, badge } = this.#options.settings();
    return { name: nick, badge, seed: this.#options.makeSeed() };
  }
}
