import type { PeerId } from '../../shared/base/peer-id.ts';
import type { PageNumber } from '../../shared/consensus/members.ts';
import type { JoinedRoom, LobbyMember, Room } from '../../shared/lobby/room.ts';
import { relayedOnly } from '../../shared/lobby/relay-only.ts';
import type { IncomingSignal } from '../../shared/lobby/signal.ts';
import type { Link } from '../../shared/netplay/link/link.ts';
import { IceServers } from './lobby/ice-servers.ts';
import type { MoveChannel } from './link/moved-channel.ts';
import { Pair, type PairSignal } from './link/pair.ts';
import { hasWebRtc, PeerLink } from './link/peer-link.ts';
import type { RoomChannel, RoomEnd } from './lobby/room-channel.ts';
import type { LinkEnd, LinkSetup, MakeLink } from './link/signalled-link.ts';
import { pageTimers, type Timers } from '../time/timers.ts';

export type RoomConnectionOptions = {
  readonly makeLink?: MakeLink;
  /** Takes the game's channels to where the session runs; null: that is this page. */
  readonly moveChannel?: MoveChannel | null;
  readonly timers?: Timers;
  readonly random?: () => number;
};

type Remote = { readonly session: number; readonly pair: Pair };

/**
 * Keeps one link to each other member of the joined room. Set the callbacks right after making
 * one: the first of them runs in a later turn.
 *
 * [L24] The newer of two pages opens the link: it knew of the other when it came.
 */
export class RoomConnection {
  /** A new link to a peer and its page, open; an earlier one to the same peer is closed. */
  onLink: ((link: Link, page: PageNumber) => void) | null = null;
  onMembers: ((members: readonly LobbyMember[]) => void) | null = null;
  /** All attempts to reach this member failed, until something changes in the room. */
  onUnreachable: ((peer: PeerId, end: LinkEnd) => void) | null = null;
  /**
   * `forgotten`, `idle`: the lobby knows the room no more. Links that are there go on, new ones
   * cannot be made. Otherwise everything is closed.
   */
  onClosed: ((end: RoomEnd) => void) | null = null;

  readonly self: PeerId;
  readonly #lobby: RoomChannel;
  readonly #makeLink: MakeLink;
  readonly #moveChannel: MoveChannel | null;
  readonly #timers: Timers;
  readonly #random: () => number;
  readonly #ice: IceServers;
  readonly #remotes = new Map<PeerId, Remote>();
  readonly #unwatch: () => void;
  #room: Room;
  #mayRelay: boolean;
  #isTurnRefused = false;
  #closed = false;
  #beside: Link | null = null;

  /** Throws where there is no WebRTC at all. */
  constructor(lobby: RoomChannel, joined: JoinedRoom, options: RoomConnectionOptions = {}) {
    if (options.makeLink === undefined && !hasWebRtc()) throw new Error('no WebRTC here');
    this.self = joined.self;
    this.#room = joined.room;
    this.#mayRelay = joined.relay;
    this.#lobby = lobby;
    this.#makeLink = options.makeLink ?? ((setup) => new PeerLink(setup));
    this.#moveChannel = options.moveChannel ?? null;
    this.#timers = options.timers ?? pageTimers;
    this.#random = options.random ?? Math.random;
    this.#ice = new IceServers(lobby, joined.ice, this.#timers);
    this.#unwatch = lobby.watchRoom({
      onRoom: (room) => this.#follow(room),
      onSignal: (signal) => this.#receive(signal),
      onEnd: (end) => this.#end(end),
      onRelayed: ({ session, frame }) => this.#pairOf(session)?.receiveFrame(frame),
      onRelayRefused: ({ toSession, code }) => {
        if (code === 'RELAY_OFF') this.#stopRelay();
        else if (code === 'NO_PEER') this.#pairOf(toSession)?.missRemote();
      },
    });
    queueMicrotask(() => this.#follow(this.#room));
  }

  get room(): Room {
    return this.#room;
  }

  /** False: this lobby does not relay, so a pair that finds no way has none. */
  get mayRelay(): boolean {
    return this.#mayRelay;
  }

  /** The TURN server of this lobby does not take the lobby's passwords. */
  get isTurnRefused(): boolean {
    return this.#isTurnRefused;
  }

  /** STUN and TURN with passwords that hold, for whatever else two pages open. */
  takeIceServers(): Promise<RTCIceServer[]> {
    return this.#ice.take();
  }

  /** [N74] The way to the other person of this window, to whom no connection is made. */
  set beside(link: Link) {
    this.#beside = link;
    const known = this.#remotes.get(link.remote);
    if (known) this.#drop(link.remote, known);
  }

  /** The link to each member that there is a way to. */
  links(): readonly Link[] {
    const near = this.#beside?.state === 'open' ? [this.#beside] : [];
    return [...this.#remotes.values()].flatMap(({ pair }) => pair.link ?? []).concat(near);
  }

  /** Before a goodbye: what is sent from now on goes out at once or never. */
  hurry(): void {
    for (const { pair } of this.#remotes.values()) pair.hurry();
  }

  /** Closes the links; leaving the room is the lobby client's business. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#unwatch();
    for (const { pair } of this.#remotes.values()) pair.close();
    this.#remotes.clear();
  }

  #follow(room: Room): void {
    if (this.#closed) return;
    this.#room = room;
    const here = new Map(room.members.map((member) => [member.id, member]));
    for (const [id, remote] of this.#remotes) {
      if (here.get(id)?.session !== remote.session) this.#drop(id, remote);
    }
    const ownSession = here.get(this.self)?.session;
    if (ownSession !== undefined) {
      for (const member of room.members) {
        if (member.id === this.self || member.id === this.#beside?.remote) continue;
        const known = this.#remotes.get(member.id);
        if (known === undefined) this.#meet(member, ownSession);
        else {
          known.pair.setRemoteOnline(member.online);
          // Signals may have found no way for a while: whoever is heard again is worth a try.
          if (member.online) known.pair.revive();
        }
      }
    }
    this.onMembers?.(room.members);
  }

  #meet(member: LobbyMember, ownSession: number): void {
    const { id, session, pageNumber } = member;
    const pair = new Pair(ownSession > session, {
      remote: id,
      timers: this.#timers,
      random: this.#random,
      makeLink: (setup) => this.#makeLink(this.#hide(setup)),
      takeIceServers: () => this.#ice.take(),
      sendSignal: (signal) => this.#sendSignal(id, session, signal),
      isHidden: this.#lobby.hidesAddress,
      sendFrame: (frame) => this.#lobby.relay(session, frame),
      mayRelay: () => this.#mayRelay,
      isLobbyOnline: () => this.#lobby.isOnline,
      onLink: (link) => this.onLink?.(link, pageNumber),
      onWay: (path, upMs) => this.#lobby.reportLink({ path, ...(upMs === null ? {} : { upMs }) }),
      onGiveUp: (end) => this.onUnreachable?.(id, end),
    });
    this.#remotes.set(id, { session, pair });
    pair.start(member.online);
  }

  /** [L141] A page that hides its address tries TURN alone, and tells of nothing else. */
  #hide(setup: LinkSetup): LinkSetup {
    const watched = {
      ...setup,
      onTurnRefused: () => this.#refuseTurn(),
      ...(this.#moveChannel && { moveChannel: this.#moveChannel }),
    };
    return this.#lobby.hidesAddress ? { ...watched, turnOnly: true } : watched;
  }

  #sendSignal(to: PeerId, toSession: number, signal: PairSignal): void {
    const payload = this.#lobby.hidesAddress ? relayedOnly(signal.payload) : signal.payload;
    if (payload !== null) this.#lobby.sendSignal({ to, toSession, ...signal, payload });
  }

  #refuseTurn(): void {
    if (this.#isTurnRefused) return;
    this.#isTurnRefused = true;
    this.#lobby.reportLink({ path: 'turn-refused' });
  }

  #drop(id: PeerId, remote: Remote): void {
    this.#remotes.delete(id);
    remote.pair.close();
  }

  #receive(signal: IncomingSignal): void {
    const remote = this.#remotes.get(signal.from);
    if (remote?.session === signal.fromSession) remote.pair.receive(signal);
  }

  #pairOf(session: number): Pair | undefined {
    return [...this.#remotes.values()].find((remote) => remote.session === session)?.pair;
  }

  #stopRelay(): void {
    this.#mayRelay = false;
    for (const { pair } of this.#remotes.values()) pair.loseRelay();
  }

  #end(end: RoomEnd): void {
    if (end === 'forgotten' || end === 'idle') {
      this.#unwatch();
      this.#stopRelay();
    } else this.close();
    this.onClosed?.(end);
  }
}
