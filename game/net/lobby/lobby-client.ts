import type { PeerId } from '../../../shared/base/peer-id.ts';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { ROOM_MEMBERS_MAX } from '../../../shared/base/room-limits.ts';
import type { WayReport } from '../../../shared/lobby/way-report.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { Answer, News, Request } from '../../../shared/lobby/lobby-events.ts';
import { packRelayed } from '../../../shared/lobby/relay.ts';
import type { JoinedRoom, Room } from '../../../shared/lobby/room.ts';
import type { OutgoingSignal } from '../../../shared/lobby/signal.ts';
import { tabGuestStore, type GuestStore } from './guest-store.ts';
import { KeptTicket } from './kept-ticket.ts';
import { LobbySocket, type LobbyStatus, type LobbyVersions } from './lobby-socket.ts';
import { randomNonce } from './random-nonce.ts';
import { PublicLine, type RoomPass } from './public-channel.ts';
import type { WitnessChannel, WitnessRequestName } from './lobby-witness.ts';
import type { RoomChannel, RoomEnd, RoomWatcher } from './room-channel.ts';
import { ENDS, SEAT_ENDS } from './room-ends.ts';
import { RoomWatchers } from './room-watchers.ts';
import { SaidNews } from './said-news.ts';
import { pageTimers, type Timers } from '../../time/timers.ts';

export type LobbyClientOptions = {
  /** Default: where the page came from. */
  readonly url?: string;
  readonly guests?: GuestStore;
  /** [L141] The person's wish just now; counts from the next room on. */
  readonly hidesAddress?: () => boolean;
  readonly ticket?: KeptTicket;
  readonly versions?: LobbyVersions;
  readonly requestMs?: number;
  readonly answerMs?: number;
  readonly timers?: Timers;
};

type Joining = Promise<Result<JoinedRoom, LobbyError>>;

const REQUEST_MS = 12_000;
const ANSWER_MS = 4000;
/** Before asking again for the own place, when the lobby could not give it just now. */
const RESUME_PAUSE_MS = 1000;
/** A connection over which nothing comes back within this, after a sleep, is dead. */
const AWAKE_MS = 2000;

/**
 * The game's side of the lobby: at most one room at a time. Connects at the first request and stays
 * connected; a connection that is lost is taken up again without losing the room. Every promise
 * ends, whatever happens.
 */
export class LobbyClient implements RoomChannel, WitnessChannel {
  onStatus: ((status: LobbyStatus) => void) | null = null;

  /** For those who look for a room or let others in: what this class has no words for. */
  readonly line: PublicLine;
  readonly #socket: LobbySocket;
  readonly #timers: Timers;
  readonly #guests: GuestStore;
  readonly #ticket: KeptTicket;
  readonly #wishesHidden: () => boolean;
  /** What the lobby was told as this page connected. */
  #isHidden = false;
  readonly #said: SaidNews;
  readonly #watchers: RoomWatchers;
  #joined: JoinedRoom | null = null;
  /** A state of the room can overtake the answer that says which room is meant. */
  #newestRoom: Room | null = null;
  /** Counts what the person asked for: an answer to an older wish is not followed any more. */
  #wish = 0;
  #wanted: RoomCode | null = null;
  /** [L110] A place in any quick room is wanted: the answer to an older press is the same place. */
  #wantsQuick = false;
  #isUnsure = false;
  /** Left while the lobby could not be told. */
  #owedLeave: RoomCode | null = null;

  constructor(options: LobbyClientOptions = {}) {
    this.#guests = options.guests ?? tabGuestStore();
    this.#ticket = options.ticket ?? new KeptTicket(() => sessionStorage);
    this.#timers = options.timers ?? pageTimers;
    this.#wishesHidden = options.hidesAddress ?? (() => false);
    this.#socket = new LobbySocket({
      url: options.url,
      versions: options.versions,
      guests: this.#guests,
      hidesAddress: this.#saysHidden,
      requestMs: options.requestMs ?? REQUEST_MS,
      answerMs: options.answerMs ?? ANSWER_MS,
      timers: this.#timers,
    });
    this.#watchers = new RoomWatchers(this.#socket);
    this.line = new PublicLine(this.#socket, () => this.#wishesHidden() || this.#isRelayOnly);
    this.#said = new SaidNews(this.#socket, this.#ticket);
    this.#socket.onStatus = (status) => {
      this.#said.follow(status);
      this.onStatus?.(status);
    };
    this.#socket.onOnline = () => {
      // A lobby that was started anew counts from what tickets know.
      this.#newestRoom = null;
      if (this.#owedLeave !== null) this.#tellLeave(this.#owedLeave);
      void this.#resume();
      this.line.connected();
    };
    this.#socket.onNews('welcome', ({ guest }) => this.#guests.save(guest));
    this.#socket.onNews('room:state', (room) => this.#takeRoom(room));
    this.#socket.onNews('room:gone', ({ code, why }) => {
      if (code === this.#joined?.room.code) this.#endRoom(ENDS[why]);
    });
  }

  get status(): LobbyStatus {
    return this.#socket.status;
  }

  /** The room this page is a member of, as the lobby last told of it. */
  get joined(): JoinedRoom | null {
    return this.#joined;
  }

  get hidesAddress(): boolean {
    return this.#isHidden || this.#isRelayOnly;
  }

  /** [L184] The room's own wish, for all in it. */
  get #isRelayOnly(): boolean {
    return this.access?.access.relayOnly === true;
  }

  get isOnline(): boolean {
    return this.status.state === 'online';
  }

  /** [L59] The lobby said that it stops, and no other one was reached since. */
  get isDraining(): boolean {
    return this.#said.isDraining;
  }

  /** The lobby's word on who may come into the room, and who runs it; null until it is there. */
  get access(): News<'room:access'> | null {
    const { access } = this.#said;
    return access?.code === this.#joined?.room.code ? access : null;
  }

  get witness(): News<'room:witness'> | null {
    return this.#said.witness;
  }

  /** [L115] What the lobby said last of how many there are in quick rooms. */
  get queue(): News<'queue:status'> | null {
    return this.#said.queue;
  }

  /** True after a sleep, until the lobby has said what became of the seat. */
  get isUnsure(): boolean {
    return this.#isUnsure && this.#joined !== null;
  }

  /** Only needed to show the status before the first request, or after `depart`. */
  connect(): void {
    this.#socket.connect();
  }

  createRoom(name: string, max: number = ROOM_MEMBERS_MAX): Joining {
    this.#begin(null);
    return this.#enter(this.#socket.request('room:create', { nonce: randomNonce(), name, max }));
  }

  /** [L110] A place among strangers, at once; the same one when it is asked twice. */
  joinQuick(person: Omit<Request<'queue:join'>, 'nonce'>): Joining {
    this.#begin(null);
    this.#wantsQuick = true;
    return this.#enter(this.#socket.request('queue:join', { nonce: randomNonce(), ...person }));
  }

  /** Asking for the room one is in already gives the same place again. */
  joinRoom(code: RoomCode, name: string, pass: RoomPass = {}): Joining {
    this.#begin(code);
    const shown = { ...pass, ...this.#ticket.shownFor(code) };
    const request = { nonce: randomNonce(), code, name, ...shown };
    return this.#enter(this.#socket.request('room:join', request));
  }

  /** [L128] From now on this page is the guest that another one of this browser was. */
  becomeGuest(guest: string): void {
    this.#guests.save(guest);
    this.#socket.renewPage();
  }

  /**
   * [L69] Comes into a room again from which this page fell out, like anybody: as a page that was loaded
   * anew, with what the others have.
   */
  rejoinRoom(code: RoomCode, name: string, pass: RoomPass = {}): Joining {
    if (this.#joined !== null && this.#said.leadsTo(this.#joined.room, code)) {
      this.#joined = null;
      this.#newestRoom = null;
      this.#socket.renewPage();
    }
    return this.joinRoom(code, name, pass);
  }

  /**
   * [L72] The page was asleep: its connection may be dead without a word, and its seat gone. Asks at once,
   * and connects anew when nobody answers.
   */
  wake(): void {
    if (this.#joined === null) return;
    this.#isUnsure = true;
    void this.#askAwake(this.#joined.room.code);
  }

  /** Out at once on this side; the lobby hears of it as soon as it can. */
  leaveRoom(): void {
    this.#wish++;
    this.#leaveUnless(null);
  }

  /** For `pagehide`: the lobby frees the place within seconds unless the page comes back. */
  depart(): void {
    this.#socket.disconnect();
  }

  /** [L73] For a page that is put aside and may be shown again: its place is kept as that of a lost one. */
  suspend(): void {
    this.#socket.drop();
  }

  /** For good. */
  close(): void {
    this.leaveRoom();
    this.#socket.disconnect();
    this.#watchers.clear();
  }

  watchRoom(watcher: RoomWatcher): () => void {
    return this.#watchers.add(watcher);
  }

  sendSignal(signal: OutgoingSignal): void {
    this.#socket.signal(signal);
  }

  relay(toSession: number, frame: Uint8Array): boolean {
    return this.#joined !== null && this.#socket.relay(packRelayed(toSession, frame));
  }

  async askWitness<Name extends WitnessRequestName>(
    code: RoomCode,
    name: Name,
    request: Request<Name>,
    withinMs: number,
  ): Promise<Result<Answer<Name>, LobbyError>> {
    if (this.#joined?.room.code !== code) return fail({ code: 'NOT_MEMBER' });
    return this.#socket.requestOnce(name, request, withinMs);
  }

  /** For the host: this member is out, and the lobby does not let it in again. */
  removeMember(code: RoomCode, peer: PeerId): Promise<Result<unknown, LobbyError>> {
    return this.#socket.request('room:remove', { code, peer });
  }

  /** [L117] For the page that sequences: nobody more shall be sent to this quick room. */
  closeToQueue(code: RoomCode): Promise<Result<unknown, LobbyError>> {
    return this.#socket.request('queue:leave', { code });
  }

  /** [L92] This member runs the room. Said again where it went unheard. */
  nameHost(code: RoomCode, peer: PeerId): void {
    this.#socket.post('room:host', { code, peer });
  }

  reportLink(report: WayReport): void {
    this.#socket.post('link:report', report);
  }

  fetchIce(): Promise<Result<IceConfig, LobbyError>> {
    return this.#socket.request('ice:get', {});
  }

  #begin(wanted: RoomCode | null): void {
    this.#wish++;
    this.#leaveUnless(wanted);
    this.#renewHiding();
    this.#said.gone = null;
  }

  /** [L141] The lobby hears the wish as a page connects: where it has changed, this one connects anew. */
  #renewHiding(): void {
    if (this.isOnline && this.#isHidden !== this.#wishesHidden()) this.#socket.drop();
  }

  readonly #saysHidden = (): boolean => {
    // Within a room it stays as it was when it was entered.
    if (this.#joined === null) this.#isHidden = this.#wishesHidden();
    return this.#isHidden;
  };

  async #enter(asked: Joining): Joining {
    const [wish, former] = [this.#wish, this.#ticket.code];
    const answer = await asked;
    if (wish !== this.#wish) {
      if (answer.ok && !this.#isWanted(answer.value.room)) this.#tellLeave(answer.value.room.code);
      return fail({ code: 'CANCELLED' });
    }
    if (!answer.ok) return answer;
    this.#wanted = answer.value.room.code;
    this.#joined = answer.value;
    this.#isUnsure = false;
    // [L15] The page that this tab showed before went away, and its goodbye may have been lost.
    if (former !== null && former !== this.#wanted) this.#tellLeave(former);
    if (this.#newestRoom !== null) this.#takeRoom(this.#newestRoom);
    // [L12] Another page took the place before the answer was here, or it was an older place that is gone.
    if (this.#said.gone === this.#wanted) this.wake();
    return ok(this.#joined);
  }

  /** Takes the place in the room again after the connection broke. */
  async #resume(): Promise<void> {
    const wish = this.#wish;
    if (this.#joined === null) return;
    const { code } = this.#joined.room;
    const shown = { code, ...this.#ticket.shownFor(code) };
    const answer = await this.#socket.request('room:resume', shown);
    if (wish === this.#wish) this.#takeResumed(answer);
  }

  async #askAwake(code: RoomCode): Promise<void> {
    const wish = this.#wish;
    const shown = { code, ...this.#ticket.shownFor(code) };
    const answer = await this.#socket.requestOnce('room:resume', shown, AWAKE_MS);
    if (wish !== this.#wish) return;
    const isSaid = answer.ok || answer.error.code !== 'NO_ANSWER';
    if (isSaid && this.isOnline) this.#takeResumed(answer);
    // A connection that is made anew asks by itself, and may have its answer by now.
    else if (this.#isUnsure) this.#socket.drop();
  }

  /** [L69] What the lobby says of the seat: a yes, a no, or neither; then it is asked again. */
  #takeResumed(answer: Result<JoinedRoom, LobbyError>): void {
    if (this.#joined === null) return;
    if (answer.ok) {
      const overtaking = this.#newestRoom;
      this.#isUnsure = false;
      this.#joined = answer.value;
      this.#takeRoom(answer.value.room);
      if (overtaking !== null) this.#takeRoom(overtaking);
      return;
    }
    const { code, retryMs } = answer.error;
    const end = SEAT_ENDS.get(code);
    if (end !== undefined) this.#endRoom(end);
    else if (code === 'VERSION') this.#isUnsure = false;
    else if (this.isOnline) {
      this.#timers.after(retryMs ?? RESUME_PAUSE_MS, () => void this.#resume());
    }
  }

  #isWanted(room: Room): boolean {
    return this.#said.leadsTo(room, this.#wanted) || (room.quick && this.#wantsQuick);
  }

  #leaveUnless(wanted: RoomCode | null): void {
    this.#wanted = wanted;
    this.#wantsQuick = false;
    if (this.#joined === null || this.#said.leadsTo(this.#joined.room, wanted)) return;
    const { code } = this.#joined.room;
    this.#endRoom('left');
    this.#tellLeave(code);
  }

  #tellLeave(code: RoomCode): void {
    this.#owedLeave = this.#socket.post('room:leave', { code }) ? null : code;
  }

  #takeRoom(room: Room): void {
    this.#newestRoom = room;
    const joined = this.#joined;
    if (joined === null || room.code !== joined.room.code) return;
    if (room.revision < joined.room.revision) return;
    this.#joined = { ...joined, room };
    this.#watchers.tellRoom(room);
  }

  #endRoom(end: RoomEnd): void {
    if (this.#joined === null) return;
    this.#ticket.clear(this.#joined.room.code);
    this.#joined = null;
    this.#isUnsure = false;
    this.#watchers.tellEnd(end);
  }
}
