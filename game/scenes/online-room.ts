import type { PeerId } from '../../shared/base/peer-id.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import type { Link } from '../../shared/netplay/link.ts';
import type { PeerSessionOptions } from '../../shared/netplay/peer-session.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { StadiumLibrary } from '../../shared/netplay/stadium-library.ts';
import { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import type { MemberId } from '../../shared/sim/command.ts';
import { RoomConnection } from '../net/connect-room.ts';
import { pageClock } from '../net/page-clock.ts';
import { type Lag, LaggingLink } from '../net/lagging-link.ts';
import type { RoomChannel, RoomEnd } from '../net/room-channel.ts';
import { LobbyTermAuthority, type TermChannel } from '../net/term-authority.ts';
import { type RemovalChannel, removeMember } from './remove-member.ts';

/** A session that takes links: `PeerSession`, or a stand-in of a test. */
export type LinkedSession = RoomSession & {
  addLink(link: Link): void;
  forget(peer: PeerId): void;
  /** Whether somebody looks at the page. */
  setHidden(isHidden: boolean): void;
};
export type MakeSession = (options: PeerSessionOptions) => LinkedSession;

export type OnlineRoomOptions = {
  readonly lobby: RoomChannel & TermChannel & RemovalChannel;
  readonly joined: JoinedRoom;
  readonly name: string;
  readonly makeSession: MakeSession;
  readonly stadiums: StadiumLibrary;
  readonly stadium: string;
  readonly nowMs: number;
  readonly seed: number;
  /** The lobby says no more about this room. */
  readonly onEnd: (end: RoomEnd) => void;
};

/** How long a goodbye needs to leave before the links under it are closed. */
const GOODBYE_MS = 300;
const GOODBYE_STEP_MS = 25;

/** A room with others: the lobby's members, the links to them and the session over those links. */
export class OnlineRoom {
  readonly joined: JoinedRoom;
  readonly session: LinkedSession;
  /** For whoever wants to see what a long way does. */
  readonly lag: Lag = { ms: 0 };
  readonly recorder: ReplayRecorder;
  readonly #lobby: RemovalChannel;
  readonly #connection: RoomConnection;
  readonly #unreachable = new Set<PeerId>();
  #isListed = true;
  /** Whom the lobby listed as members last. */
  #listed: ReadonlySet<PeerId> = new Set();

  constructor(options: OnlineRoomOptions) {
    const { joined } = options;
    this.joined = joined;
    this.#lobby = options.lobby;
    this.recorder = new ReplayRecorder((stadium) => options.stadiums.text(stadium));
    this.session = options.makeSession({
      self: joined.self,
      name: options.name,
      role: chooseRole(joined),
      term: joined.room.term,
      host: joined.room.host,
      roomTag: joined.room.code,
      stadiums: options.stadiums,
      stadium: options.stadium,
      recorder: this.recorder,
      nowMs: options.nowMs,
      seed: options.seed,
      authority: new LobbyTermAuthority(options.lobby, joined.room.code),
      isOutOfReach: () => this.isHostAway || !options.lobby.isOnline,
    });
    this.#connection = new RoomConnection(options.lobby, joined);
    this.#connection.onLink = (link) => {
      this.#unreachable.delete(link.remote);
      this.session.addLink(new LaggingLink(link, this.lag, () => pageClock.now()));
    };
    this.#connection.onMembers = (members) => {
      // [L70] Whoever was away could not answer: what failed meanwhile says nothing.
      for (const { id, online } of members) if (!online) this.#unreachable.delete(id);
      this.#forgetOthersThan(members);
    };
    this.#connection.onUnreachable = (peer) => this.#unreachable.add(peer);
    this.#connection.onClosed = (end) => {
      this.#isListed = false;
      options.onEnd(end);
    };
  }

  /** All ways to the host failed, whoever that is by now: a room cannot be joined without it. */
  get isHostUnreachable(): boolean {
    return this.#unreachable.has(this.#connection.room.host);
  }

  /** The lobby does not hear the host, and no link leads there: it is away for a moment. */
  get isHostAway(): boolean {
    const { host, members } = this.#connection.room;
    const isOffline = members.some(({ id, online }) => id === host && !online);
    return isOffline && host !== this.joined.self && !this.links().some(isTo(host));
  }

  /** Somebody else is here by the word of the lobby. */
  get hasOthersOnline(): boolean {
    return this.#connection.room.members.some(
      ({ id, online }) => online && id !== this.joined.self,
    );
  }

  /** False: this lobby does not help where two machines find no way to each other. */
  get mayRelay(): boolean {
    return this.#connection.mayRelay;
  }

  /** False once the lobby has forgotten the room: its code leads nowhere any more. */
  get isListed(): boolean {
    return this.#isListed;
  }

  links(): readonly Link[] {
    return this.#connection.links();
  }

  /** For the host: somebody has to go and stays out. */
  remove(member: MemberId): void {
    removeMember(this.session, this.#lobby, this.joined.room.code, member);
  }

  /**
   * The page goes away now. No goodbye is said: it may be a reload, and the seat is kept for one. The
   * lobby tells the others in a moment if it was not.
   */
  depart(): void {
    this.#connection.close();
  }

  #forgetOthersThan(members: readonly { readonly id: PeerId }[]): void {
    const here = new Set(members.map(({ id }) => id));
    for (const id of this.#listed) if (!here.has(id)) this.session.forget(id);
    this.#listed = here;
  }

  /** Says goodbye, and closes the links and tells `onGone` once it had time to leave. */
  close(onGone: () => void): void {
    const { session } = this;
    const connection = this.#connection;
    connection.hurry();
    session.close();
    const fromMs = pageClock.now();
    const farewell = setInterval(() => {
      const nowMs = pageClock.now();
      session.advance(nowMs);
      if (nowMs - fromMs < GOODBYE_MS) return;
      clearInterval(farewell);
      connection.close();
      onGone();
    }, GOODBYE_STEP_MS);
  }
}

function isTo(peer: PeerId): (link: Link) => boolean {
  return ({ remote, state }) => remote === peer && state === 'open';
}

/** A host that finds others in its room has been here before: they may have gone on without it. */
function chooseRole({ self, room }: JoinedRoom): PeerSessionOptions['role'] {
  if (room.host !== self) return 'join';
  return room.members.length > 1 ? 'return' : 'create';
}
