import { assert } from '../../../shared/base/assert.ts';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { PageNumber } from '../../../shared/consensus/members.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { JoinedRoom } from '../../../shared/lobby/room.ts';
import type { Link } from '../../../shared/netplay/link/link.ts';
import type { PeerSessionOptions } from '../../../shared/netplay/peer-session.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { StadiumLibrary } from '../../../shared/netplay/stadiums/stadium-library.ts';
import { ReplayRecorder } from '../../../shared/replay/replay-recorder.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import { MATCH } from '../../../shared/sim/match-state.ts';
import { RoomConnection } from '../../net/connect-room.ts';
import type { KeptMatch, KeptMatchStore } from '../../net/kept-match.ts';
import { pageTimers } from '../../time/timers.ts';
import type { MoveChannel } from '../../net/link/moved-channel.ts';
import { type Lag, LaggingLink } from '../../net/link/lagging-link.ts';
import type { LeftSeatStore } from '../../net/lobby/left-seat.ts';
import type { RoomChannel, RoomEnd, VoiceChannel } from '../../net/lobby/room-channel.ts';
import type { VoiceRoom } from '../../net/voice/voice-room.ts';
import { LobbyWitness, type WitnessChannel } from '../../net/lobby/lobby-witness.ts';
import { type HostChannel, HostWord } from './host-word.ts';
import type { OwnSkill } from '../quick/own-skill.ts';
import { type QueueChannel, QuickPlay } from '../quick/quick-play.ts';
import { type RemovalChannel, RemovalWatch, removeMember } from './remove-member.ts';

/** A session that takes links: `PeerSession`, or a stand-in of a test. */
export type LinkedSession = RoomSession & {
  addLink(link: Link, page: PageNumber): void;
  forget(peer: PeerId): void;
  /** Whether somebody looks at the page. */
  setHidden(isHidden: boolean): void;
  /** What to keep of the match for when this page is loaded anew; null when none is on. */
  keepWorld(): Uint8Array | null;
  /** Of a session in a worker: takes the game's channels there. */
  readonly moveChannel?: MoveChannel;
  /** Of a session in a worker: that ends, behind the goodbye. */
  end?(): void;
};
export type MakeSession = (options: PeerSessionOptions) => LinkedSession;

export type OnlineRoomOptions = {
  readonly lobby: RoomChannel &
    WitnessChannel &
    RemovalChannel &
    HostChannel &
    QueueChannel &
    VoiceChannel;
  readonly joined: JoinedRoom;
  readonly name: string;
  readonly makeSession: MakeSession;
  readonly stadiums: StadiumLibrary;
  readonly stadium: string;
  readonly nowMs: number;
  readonly seed: number;
  readonly keptMatches: KeptMatchStore;
  readonly leftSeats: Pick<LeftSeatStore, 'save' | 'clear'>;
  readonly skill: Pick<OwnSkill, 'count'>;
  /** The lobby says no more about this room. */
  readonly onEnd: (end: RoomEnd) => void;
  /** [L114] The lobby found somebody for this person, in another room. */
  readonly onElsewhere: (code: RoomCode) => void;
};

/** How long a goodbye needs to leave before the links under it are closed. */
const GOODBYE_MS = 300;
/** A phone may end a page without a word. */
const KEEP_EVERY_MS = 3000;
/** What another page kept may be as much older; a room that began anew is younger than that. */
const KEPT_APART_TICKS = 600;

/** A room with others: the lobby's members, the links to them and the session over those links. */
export class OnlineRoom {
  readonly joined: JoinedRoom;
  readonly session: LinkedSession;
  /** For whoever wants to see what a long way does. */
  readonly lag: Lag = { ms: 0 };
  readonly recorder: ReplayRecorder;
  /** Null in a room of friends. */
  readonly quick: QuickPlay | null;
  /** What voices need of this room. */
  readonly voice: VoiceRoom;
  readonly #lobby: RemovalChannel & Pick<VoiceChannel, 'access'>;
  readonly #hostWord: HostWord;
  readonly #connection: RoomConnection;
  readonly #keptMatches: KeptMatchStore;
  readonly #leftSeats: OnlineRoomOptions['leftSeats'];
  readonly #stadiums: StadiumLibrary;
  #kept: KeptMatch | null;
  #keptMs = Number.NEGATIVE_INFINITY;
  readonly #unreachable = new Set<PeerId>();
  #isListed = true;
  #door: RoomCode;
  /** When the goodbye was said; null as long as one stays. */
  #leftMs: number | null = null;
  /** The members by the lobby's last list. */
  #listed: ReadonlySet<PeerId> = new Set();

  constructor(options: OnlineRoomOptions) {
    const { joined } = options;
    this.joined = joined;
    this.#lobby = options.lobby;
    this.#door = joined.room.code;
    this.#hostWord = new HostWord(options.lobby);
    this.#keptMatches = options.keptMatches;
    this.#leftSeats = options.leftSeats;
    this.#stadiums = options.stadiums;
    this.#kept = options.keptMatches.load(joined.room.code, joined.self);
    // What is no stadium leaves the world without one, so that nothing begins from it.
    if (this.#kept?.stadium) options.stadiums.add(this.#kept.stadium);
    this.recorder = new ReplayRecorder((stadium) => options.stadiums.text(stadium));
    this.session = options.makeSession({
      self: joined.self,
      name: options.name,
      role: chooseRole(joined),
      sequencer: joined.room.sequencer,
      roomTag: joined.room.code,
      stadiums: options.stadiums,
      stadium: options.stadium,
      recorder: new RemovalWatch(this.recorder, joined.self, (peer) =>
        options.lobby.removeMember(joined.room.code, peer),
      ),
      nowMs: options.nowMs,
      seed: options.seed,
      page: this.page,
      witness: new LobbyWitness(
        options.lobby,
        joined.room.code,
        () => this.#connection.room.sequencer,
      ),
      isOutOfReach: () => this.isSequencerAway || !options.lobby.isOnline,
      isHeardByLobby: (peer) => this.#isListedOnline(peer),
      kept: this.#kept?.world ?? null,
    });
    this.quick = joined.room.quick
      ? new QuickPlay({
          ...options,
          ice: () => joined.ice,
          code: joined.room.code,
          session: this.session,
        })
      : null;
    this.#connection = new RoomConnection(options.lobby, joined, {
      moveChannel: this.session.moveChannel ?? null,
    });
    this.voice = {
      self: joined.self,
      lobby: options.lobby,
      room: () => this.#connection.room,
      takeIceServers: () => this.#connection.takeIceServers(),
    };
    this.#connection.onLink = (link, page) => {
      this.#unreachable.delete(link.remote);
      this.session.addLink(new LaggingLink(link, this.lag, pageTimers), page);
    };
    this.#connection.onMembers = (members) => {
      // [L70] A member that was away could not answer: what failed meanwhile says nothing.
      for (const { id, online } of members) if (!online) this.#unreachable.delete(id);
      this.#forgetOthersThan(members);
    };
    this.#connection.onUnreachable = (peer) => this.#unreachable.add(peer);
    this.#connection.onClosed = (end) => {
      this.#isListed = false;
      options.onEnd(end);
    };
  }

  /** All ways to the present sequencer failed: a room cannot be joined without it. */
  get isSequencerUnreachable(): boolean {
    return this.#unreachable.has(this.#connection.room.sequencer);
  }

  #isListedOnline(peer: PeerId): boolean {
    return this.#connection.room.members.some(({ id, online }) => id === peer && online);
  }

  /** The lobby does not hear the sequencer, and no link leads there: it is away for a moment. */
  get isSequencerAway(): boolean {
    const { sequencer, members } = this.#connection.room;
    const isOffline = members.some(({ id, online }) => id === sequencer && !online);
    return isOffline && sequencer !== this.joined.self && !this.links().some(isTo(sequencer));
  }

  /** True when another member is here by the word of the lobby. */
  get hasOthersOnline(): boolean {
    return this.#connection.room.members.some(
      ({ id, online }) => online && id !== this.joined.self,
    );
  }

  /** The TURN server does not take the lobby's passwords: for whoever runs this to mend. */
  get isTurnRefused(): boolean {
    return this.#connection.isTurnRefused;
  }

  /** False: this lobby does not help where two machines find no way to each other. */
  get mayRelay(): boolean {
    return this.#connection.mayRelay;
  }

  /** [L182] The code that newcomers come by, as the lobby said it last. */
  get door(): RoomCode {
    const { access } = this.#lobby;
    if (access?.code === this.joined.room.code) this.#door = access.door;
    return this.#door;
  }

  /** False once the lobby has forgotten the room: its code leads nowhere any more. */
  get isListed(): boolean {
    return this.#isListed;
  }

  links(): readonly Link[] {
    return this.#connection.links();
  }

  /** [L87] The number of this page in the room. */
  get page(): PageNumber {
    return pageOf(this.joined);
  }

  /**
   * [N74] Another person of this window is in the room too.
   *
   * @param link the way to the session of that person
   * @param page the number of its page
   */
  sitBeside(link: Link, page: PageNumber): void {
    this.#connection.beside = link;
    this.session.addLink(link, page);
  }

  /** For the host: somebody has to go and stays out. */
  remove(member: MemberId): void {
    removeMember(this.session, this.#lobby, this.joined.room.code, member);
  }

  /** [N31] True once: this page was in a match, and what it came back to is none of that age. */
  takeLostMatch(): boolean {
    const { state, world } = this.session;
    if (this.#kept === null || state.state !== 'live') return false;
    const isLost = world.tick + KEPT_APART_TICKS < this.#kept.tick;
    this.#kept = null;
    return isLost;
  }

  /** Every tick: keeps the match now and then, for a reload that comes without a word. */
  keep(nowMs: number): void {
    this.#hostWord.follow(this.session.world.room, this.joined, nowMs);
    if (nowMs - this.#keptMs < KEEP_EVERY_MS) return;
    this.#keptMs = nowMs;
    this.#keepNow();
  }

  /** True while a match is on. */
  #keepNow(): boolean {
    const { session, joined } = this;
    const { code } = joined.room;
    // A page on its way in holds nothing newer than what is kept.
    if (session.state.state !== 'live') return false;
    const world = session.keepWorld();
    if (world === null) {
      this.#keptMatches.clear();
      this.#leftSeats.clear(code);
      return false;
    }
    const { tick, room, match } = session.world;
    const stadium = this.#stadiums.text(room.stadium);
    this.#keptMatches.save(code, joined.self, { tick, world, stadium });
    const [sun, wave] = [match.ints[MATCH.sunScore]!, match.ints[MATCH.waveScore]!];
    this.#leftSeats.save({ code, door: this.door, sun, wave });
    return true;
  }

  /**
   * The page goes away now. No goodbye is said: it may be a reload, and the seat is kept for one. The
   * lobby tells the others in a moment if it was not.
   *
   * @returns whether a match is on, for which the person may come back
   */
  depart(): boolean {
    this.quick?.close();
    const isMatchOn = this.#keepNow();
    this.hangUp();
    return isMatchOn;
  }

  #forgetOthersThan(members: readonly { readonly id: PeerId }[]): void {
    const here = new Set(members.map(({ id }) => id));
    for (const id of this.#listed) if (!here.has(id)) this.session.forget(id);
    this.#listed = here;
  }

  /** Says goodbye. It is on its way while the session is advanced, until `isGone`. */
  close(): void {
    this.quick?.close();
    this.#keptMatches.clear();
    this.#leftSeats.clear(this.joined.room.code);
    this.#connection.hurry();
    this.session.close();
  }

  /** True once the goodbye had its time: the links are closed by then. */
  isGone(nowMs: number): boolean {
    this.#leftMs ??= nowMs;
    if (nowMs - this.#leftMs < GOODBYE_MS) return false;
    this.hangUp();
    return true;
  }

  /** Closes the links at once. */
  hangUp(): void {
    this.#connection.close();
    this.session.end?.();
  }
}

function isTo(peer: PeerId): (link: Link) => boolean {
  return ({ remote, state }) => remote === peer && state === 'open';
}

/** [L87] The number of this page. */
function pageOf({ self, room }: JoinedRoom): PageNumber {
  const own = room.members.find(({ id }) => id === self);
  assert(own !== undefined, 'a room that was joined has this member');
  return own.pageNumber;
}

/** A sequencer that finds others in its room has been here before: they may have gone on without it. */
function chooseRole({ self, room }: JoinedRoom): PeerSessionOptions['role'] {
  if (room.sequencer !== self) return 'join';
  return room.members.length > 1 ? 'return' : 'create';
}
