import type { PeerId } from '../../shared/base/peer-id.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import type { Link } from '../../shared/netplay/link.ts';
import type { PeerSessionOptions } from '../../shared/netplay/peer-session.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { ArenaSource } from '../../shared/sim/world.ts';
import { RoomConnection } from '../net/connect-room.ts';
import type { RoomChannel } from '../net/room-channel.ts';

/** A session that takes links: `PeerSession`, or a stand-in of a test. */
export type LinkedSession = RoomSession & { addLink(link: Link): void };
export type MakeSession = (options: PeerSessionOptions) => LinkedSession;

export type OnlineRoomOptions = {
  readonly lobby: RoomChannel;
  readonly joined: JoinedRoom;
  readonly name: string;
  readonly makeSession: MakeSession;
  readonly arenas: ArenaSource;
  readonly stadium: string;
  readonly nowMs: number;
  readonly seed: number;
  readonly onReplaced: () => void;
};

/** How long a goodbye needs to leave before the links under it are closed. */
const GOODBYE_MS = 1100;

/** A room with others: the lobby's members, the links to them and the session over those links. */
export class OnlineRoom {
  readonly joined: JoinedRoom;
  readonly session: LinkedSession;
  readonly #connection: RoomConnection;
  #unreachable: PeerId | null = null;

  constructor(options: OnlineRoomOptions) {
    const { joined } = options;
    this.joined = joined;
    this.session = options.makeSession({
      self: joined.self,
      name: options.name,
      role: chooseRole(joined),
      host: joined.room.host,
      roomTag: joined.room.code,
      arenas: options.arenas,
      stadium: options.stadium,
      nowMs: options.nowMs,
      seed: options.seed,
    });
    this.#connection = new RoomConnection(options.lobby, joined);
    this.#connection.onLink = (link) => this.session.addLink(link);
    this.#connection.onUnreachable = (peer) => {
      this.#unreachable = peer;
    };
    this.#connection.onClosed = (end) => {
      if (end === 'replaced') options.onReplaced();
    };
  }

  /** All ways to the host failed: a room cannot be joined without it. */
  get isHostUnreachable(): boolean {
    return this.#unreachable === this.joined.room.host;
  }

  links(): readonly Link[] {
    return this.#connection.links();
  }

  /** Says goodbye and closes the links once it had time to leave. */
  close(): void {
    const { session } = this;
    const connection = this.#connection;
    session.close();
    const from = performance.now();
    const farewell = setInterval(() => {
      session.advance(performance.now());
      if (performance.now() - from < GOODBYE_MS) return;
      clearInterval(farewell);
      connection.close();
    }, GOODBYE_MS / 20);
  }
}

/** A host that finds others in its room has been here before: they may have gone on without it. */
function chooseRole({ self, room }: JoinedRoom): PeerSessionOptions['role'] {
  if (room.host !== self) return 'join';
  return room.members.length > 1 ? 'return' : 'create';
}
