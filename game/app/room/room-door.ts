import { fail, type Result } from '../../../shared/base/result.ts';
import { ROOM_PLACES } from '../../../shared/base/room-limits.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { AccessNews } from '../../../shared/lobby/room-access.ts';
import type { JoinedRoom } from '../../../shared/lobby/room.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { SessionState } from '../../../shared/netplay/session/session-state.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import { peopleIn } from '../../../shared/room/room-state.ts';
import type { ErrorCode } from '../../i18n/en/en.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { makeRoomPath } from '../../net/invite-link.ts';
import { askOrKnock } from '../../net/lobby/knock.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';
import type { RoomPass } from '../../net/lobby/public-channel.ts';
import type { RoomEnd } from '../../net/lobby/room-channel.ts';
import { markStep } from '../../time/steps.ts';
import type { Timers } from '../../time/timers.ts';
import type { Hand } from '../../ui/model/hands-model.ts';
import type { LobbyView } from '../../ui/model/view-model.ts';
import { askForYesOrNo, isWorthAsking } from './come-back.ts';
import { takeKeptSeat } from './take-kept-seat.ts';
import { errorOfLobby, errorOfSession, errorOfWay } from './error-codes.ts';
import { Goodbyes } from './goodbyes.ts';
import type { Online } from './online.ts';
import type { OnlineRoom } from './online-room.ts';
import { isAway, type JoiningStage, stageOf, viewLobby } from './room-presence.ts';
import type { WakeUp } from './wake-up.ts';

/** What the screens show of the way in. */
export type DoorView = {
  /** @param elapsedMs since when the present step is waited for */
  showJoining(stage: JoiningStage, elapsedMs: number): void;
  /** This page was away for long, and is in the room again. */
  showBack(nowMs: number): void;
};

export type RoomDoorPorts = {
  readonly loadOnline: (connects?: boolean) => Promise<Result<Online, LoadProblem>>;
  /** The name to go in with; null where none can be used as it is, which home says. */
  readonly ownName: () => string | null;
  readonly timers: Timers;
  readonly wakeUp: WakeUp;
  /** True while the page is hidden. */
  readonly isHidden: () => boolean;
  readonly makeSeed: () => number;
  /** Keeps the address of the page in step, so that a reload comes back. */
  readonly showPath: (path: string) => void;
  readonly view: DoorView;
  /** The person goes to a room: it leaves where it is, by `leave` if that is a room too. */
  readonly onEnter: () => void;
  /** The lobby let the person in. */
  readonly onOpen: () => void;
  /**
   * There is no way in, or no way to stay: whoever is told so calls `leave`. `error` is why, `code` the
   * room that can be tried again.
   */
  readonly onOut: (error: ErrorCode | null, code: RoomCode | null) => void;
};

/** Where the person is, seen from the door. */
type Stay =
  | { readonly state: 'outside' }
  | {
      readonly state: 'asking';
      readonly code: RoomCode | null;
      readonly isBack: boolean;
      readonly isQuick: boolean;
      readonly sinceMs: number;
      /** The host is asked. */
      knocks: boolean;
    }
  | { readonly state: 'inside'; readonly room: OnlineRoom; readonly isBack: boolean };

type Inside = Stay & { readonly state: 'inside' };
/** Into a room that this page fell out of; to strangers. */
type How = { readonly isBack?: boolean; readonly isQuick?: boolean };
type Ask = (online: Online, name: string) => Promise<Result<JoinedRoom, LobbyError>>;

/**
 * The way into a room and out of it: asks the lobby, opens what it gave, says goodbye, and goes back in
 * where the page fell out.
 */
export class RoomDoor {
  readonly #ports: RoomDoorPorts;
  readonly #goodbyes = new Goodbyes();
  /** What rooms were opened with: the same again for who falls out. */
  readonly #pass = new Map<RoomCode, RoomPass>();
  /** [L182] The code in the address of the page. */
  #shown: RoomCode | null = null;
  /** What the person who pressed PLAY plays with. */
  #hand: Hand = 'keys';
  #stay: Stay = { state: 'outside' };
  #online: Online | null = null;
  /** Since when the present step of joining is waited for. */
  #waitingMs = 0;
  /** Own number in the room; null until one was in it. */
  #member: MemberId | null = null;
  /** Tries to come back since this page was in the room last. */
  #returns = 0;

  constructor(ports: RoomDoorPorts) {
    this.#ports = ports;
  }

  /** The room that the lobby let the person into; its session may still be joining. */
  get room(): OnlineRoom | null {
    return this.#stay.state === 'inside' ? this.#stay.room : null;
  }

  /** Sessions whose goodbye is on its way; the same list until one begins or ends. */
  get leaving(): readonly RoomSession[] {
    return this.#goodbyes.sessions;
  }

  /** The lobby's word on who may come into the room; null until it is there. */
  get access(): AccessNews | null {
    return this.#lobby?.access ?? null;
  }

  get lobbyView(): LobbyView {
    return this.room ? viewLobby(this.room, this.#lobby) : 'fine';
  }

  /** [L75] Once a tick: whether it may be this page that is away. */
  isAway(room: OnlineRoom, nowMs: number): boolean {
    return isAway(room, this.#lobby, this.#ports.wakeUp, nowMs);
  }

  /** Makes a room, and goes in. */
  create(): void {
    void this.#enter(null, ({ lobby }, name) => lobby.createRoom(name, ROOM_PLACES));
  }

  /** [L110] To strangers: a room of its own at once, where others are sent, or one of theirs. */
  play(hand: Hand): void {
    this.#hand = hand;
    void this.#enter(null, (online, name) => this.#askForAny(online, name), { isQuick: true });
  }

  join(code: RoomCode): void {
    const pass = this.#pass.get(code);
    const ask: Ask = async (online, name) => {
      await takeKeptSeat(online, code);
      // The person may have turned away meanwhile.
      const isWanted = this.#stay.state === 'asking' && this.#stay.code === code;
      return isWanted ? online.lobby.joinRoom(code, name, pass) : fail({ code: 'CANCELLED' });
    };
    void this.#enter(code, ask);
  }

  /** Shown from now on wherever this room is joined. */
  remember(code: RoomCode, pass: RoomPass): void {
    this.#pass.set(code, { ...this.#pass.get(code), ...pass });
  }

  /** Of the link that was opened to this room. */
  keyOf(code: RoomCode): string | undefined {
    return this.#pass.get(code)?.key;
  }

  /** Says goodbye, or no more wants to go in. Nothing more is told of that room. */
  leave(): void {
    const stay = this.#stay;
    this.#stay = { state: 'outside' };
    if (stay.state === 'asking') this.#lobby?.leaveRoom();
    if (stay.state !== 'inside') return;
    stay.room.close();
    this.#goodbyes.begin(stay.room);
  }

  /**
   * The page goes away, for good or to be shown again. [L128] In the midst of a match no goodbye is said:
   * the seat is kept as that of somebody who was lost.
   */
  depart(isForGood: boolean): void {
    const isMatchOn = this.room?.depart() === true;
    if (isForGood && !isMatchOn) this.#lobby?.depart();
    else this.#lobby?.suspend();
  }

  /** Runs every tick. The room as soon as the person is a member there; null before and after. */
  follow(nowMs: number): OnlineRoom | null {
    const stay = this.#stay;
    const { wakeUp, view } = this.#ports;
    // After the goodbye, since the lobby ends the links. A person that asked for another room has left.
    if (this.#goodbyes.end(nowMs) && stay.state === 'outside') this.#lobby?.leaveRoom();
    wakeUp.follow(stay.state === 'inside' ? this.#lobby : null);
    if (stay.state === 'asking') {
      const { code, isBack, isQuick, knocks, sinceMs } = stay;
      // A person thinks as long as it likes.
      const elapsedMs = knocks ? 0 : nowMs - sinceMs;
      view.showJoining({ code, isBack, isQuick, step: knocks ? 'knock' : 'lobby' }, elapsedMs);
    }
    return stay.state === 'inside' ? this.#followInside(stay, nowMs) : null;
  }

  #askForAny(online: Online, name: string): Promise<Result<JoinedRoom, LobbyError>> {
    return online.joinQuick(name, this.#hand, () => this.#stay.state !== 'outside');
  }

  /** [L114] Where the lobby sends this person; back to any quick room when that one is full by now. */
  #moveTo(code: RoomCode): void {
    const ask: Ask = async (online, name) => {
      const joined = await online.lobby.joinRoom(code, name);
      return joined.ok ? joined : this.#askForAny(online, name);
    };
    void this.#enter(null, ask, { isQuick: true });
  }

  async #enter(code: RoomCode | null, ask: Ask, how: How = {}): Promise<void> {
    const { isBack = false, isQuick = false } = how;
    // [L82] A person that asks for the room it just left is a newcomer there, as the lobby has to know.
    if (!isBack && this.#goodbyes.hurry()) this.#lobby?.leaveRoom();
    const { loadOnline, ownName, timers, view, onEnter, onOut } = this.#ports;
    onEnter();
    const sinceMs = timers.now();
    const stay: Stay = { state: 'asking', code, isBack, isQuick, sinceMs, knocks: false };
    this.#stay = stay;
    const isOver = (): boolean => this.#stay !== stay;
    view.showJoining({ code, isBack, isQuick, step: 'lobby' }, 0);
    const loaded = await loadOnline(true);
    if (isOver()) return;
    if (!loaded.ok) return this.#missPart(loaded.error, code);
    const online = loaded.value;
    if (!online.hasWebRtc) return onOut('no-webrtc', code);
    this.#online = online;
    const name = ownName();
    // Kept from a version with another rule, or entered before there was one: home says what it is.
    if (name === null) return this.#missPart(null, code);
    const askOnce = () => ask(online, name);
    const knock = () => {
      stay.knocks = true;
    };
    const answer = await (isBack
      ? askForYesOrNo(askOnce, timers, isOver)
      : askOrKnock(askOnce, online.lobby.line, timers, isOver, knock));
    if (isOver()) return;
    if (answer.ok) this.#open(online, answer.value, name, isBack);
    else this.#refuse(answer.error, code, isBack);
  }

  #refuse(error: LobbyError, code: RoomCode | null, isBack: boolean): void {
    const { onOut } = this.#ports;
    if (error.code === 'NO_ROOM' && isBack) onOut('room-ended', null);
    else onOut(errorOfLobby(error), code);
  }

  /** The address keeps the room that was asked for: a reload is the next try. */
  #missPart(problem: LoadProblem | null, code: RoomCode | null): void {
    this.#ports.onOut(problem, code);
    if (code !== null) this.#ports.showPath(makeRoomPath(code));
  }

  #open(online: Online, joined: JoinedRoom, name: string, isBack: boolean): void {
    markStep('room');
    const { timers, makeSeed, onOpen } = this.#ports;
    const { members } = joined.room;
    const room = online.openRoom({
      joined,
      name: members.find(({ id }) => id === joined.self)?.name ?? name,
      nowMs: timers.now(),
      seed: makeSeed(),
      // One that was left already says goodbye for a moment and may end meanwhile.
      onEnd: (end) => {
        if (this.room === room) this.#end(end, room);
      },
      onElsewhere: (elsewhere) => {
        if (this.room === room) this.#moveTo(elsewhere);
      },
    });
    this.#stay = { state: 'inside', room, isBack };
    this.#waitingMs = timers.now();
    this.#member = null;
    this.#returns = isBack ? this.#returns : 0;
    onOpen();
    this.#shown = null;
    this.#showDoor(room);
  }

  /** [L182] Where the room has another code the address follows, and what opens the room goes with it. */
  #showDoor({ door }: OnlineRoom): void {
    if (this.#shown !== null && this.#shown !== door)
      this.remember(door, this.#pass.get(this.#shown) ?? {});
    this.#shown = door;
    this.#ports.showPath(makeRoomPath(door));
  }

  /** What the links carry goes on without the lobby; a way in that was not found yet does not. */
  #end(end: RoomEnd, room: OnlineRoom): void {
    const code = room.door;
    const { wakeUp, onOut } = this.#ports;
    // A page that slept has lost its links too, and without a room there is no way to make new ones.
    const isOver = wakeUp.isHeld && peopleIn(room.session.world.room).length > 1;
    if (end === 'replaced') onOut('replaced', code);
    else if (end === 'removed') onOut('removed', code);
    else if (end === 'expired') this.#comeBack(room);
    else if (end === 'closed') onOut('room-closed', null);
    else if (isOver) onOut('room-ended', null);
    else if (this.#member === null) onOut('no-room', code);
  }

  /** [L69] This page fell out of its room and comes in again like anybody; it never left. */
  #comeBack(room: OnlineRoom): void {
    const code = room.door;
    room.depart();
    this.#returns += 1;
    const pass = this.#pass.get(code);
    void this.#enter(code, ({ lobby }, name) => lobby.rejoinRoom(code, name, pass), {
      isBack: true,
    });
    this.#ports.showPath(makeRoomPath(code));
  }

  #followInside(stay: Inside, nowMs: number): OnlineRoom | null {
    const { room, isBack } = stay;
    const { session } = room;
    if (room.door !== this.#shown) this.#showDoor(room);
    session.setHidden(this.#ports.isHidden());
    const { state } = session;
    if (state.state === 'closed') this.#followEnd(room, state);
    else if (state.state === 'joining') this.#followWayIn(stay, state, nowMs);
    else {
      markStep('live');
      this.#welcome(session.self, isBack, nowMs);
      return room;
    }
    return null;
  }

  #followEnd(room: OnlineRoom, state: SessionState & { readonly state: 'closed' }): void {
    const code = room.door;
    const wasIn = this.#member !== null;
    if (isWorthAsking(state.reason, wasIn, this.#returns)) this.#comeBack(room);
    else this.#ports.onOut(errorOfSession(state, room), code);
  }

  #followWayIn(
    { room, isBack }: Inside,
    state: SessionState & { readonly state: 'joining' },
    nowMs: number,
  ): void {
    const { view, onOut } = this.#ports;
    const { quick: isQuick } = room.joined.room;
    const code = room.door;
    if (state.step === 'hello' || state.step === 'snapshot') markStep(state.step);
    if (room.isSequencerUnreachable) return onOut(errorOfWay(room), code);
    const stage = stageOf(room, this.#lobby, state);
    if (!stage.isOurs) this.#waitingMs = nowMs;
    view.showJoining({ code, isBack, isQuick, ...stage }, nowMs - this.#waitingMs);
  }

  /** [L69] Tells a person that lost the seat and has another one now. */
  #welcome(self: MemberId | null, isBack: boolean, nowMs: number): void {
    if (self === null || self === this.#member) return;
    if (isBack || this.#member !== null) this.#ports.view.showBack(nowMs);
    this.#member = self;
    this.#returns = 0;
  }

  get #lobby(): LobbyClient | null {
    return this.#online?.lobby ?? null;
  }
}
