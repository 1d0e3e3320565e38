import { fitRequest } from './session/fit-request.ts';
import { hashText } from '../base/hash.ts';
import type { PeerId } from '../base/peer-id.ts';
import type { MemberId, RoomRequest } from '../room/command.ts';
import type { PageNumber } from '../consensus/members.ts';
import type { MatchEvent } from '../sim/events.ts';
import type { InputBits } from '../sim/input.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import { findMember, findMemberOf } from '../room/room-state.ts';
import type { Seat } from '../sim/seat.ts';
import { type World, createWorld } from '../room/world.ts';
import { unwrapTick } from '../wire/fields.ts';
import type { Packet } from '../wire/packets.ts';
import type { InputPacket } from '../wire/input-packet.ts';
import { hintInputs } from './replication/accept-inputs.ts';
import { ChatLane } from './chat/chat-lane.ts';
import { createLatePanel, type LatePanel } from './panel/late-panel.ts';
import { ClockSync } from './timing/clock-sync.ts';
import { CrossCheck } from './desync/cross-check.ts';
import { HintHashes } from './desync/hint-hashes.ts';
import type { DesyncReport } from './desync/desync-report.ts';
import { InputDelay } from './timing/input-delay.ts';
import { keepWorld } from './replication/kept-world.ts';
import type { Link } from './link/link.ts';
import { OwnInputs } from './timing/own-inputs.ts';
import { type ChannelVersions, OWN_VERSIONS, PeerChannel } from './link/peer-channel.ts';
import { OwnWay } from './replication/own-way.ts';
import { RemotePeer } from './replication/remote-peer.ts';
import type { CurrentTerm } from './session/current-term.ts';
import { PeerRoles } from './roles/peer-roles.ts';
import { type Role, sayGoodbye } from './roles/role.ts';
import type { WitnessPort } from './agreement/witness-port.ts';
import { Suspects } from './session/suspects.ts';
import { createCounts } from './session/session-counts.ts';
import type { Ending } from './session/session-state.ts';
import { type FinalWatcher, RoomEngine } from './engine/room-engine.ts';
import type { LinkReport } from './session/link-report.ts';
import type { RoomSession } from './room-session.ts';
import type { SessionState } from './session/session-state.ts';
import type { StadiumTransfer } from './session/stadium-transfer.ts';
import { readStats, type SessionStats } from './session-stats.ts';
import { StadiumExchange } from './stadiums/stadium-exchange.ts';
import { TickDriver } from './tick-driver.ts';
import type { StadiumLibrary } from './stadiums/stadium-library.ts';
import { type WishContext, Wishes } from './wishes.ts';

const LINGER_MS = 1_000;

export type PeerSessionOptions = {
  readonly self: PeerId;
  readonly name: string;
  /**
   * `create` begins the room and is its sequencer; `join` comes to `sequencer`; `return` is the sequencer that
   * comes back to others, who may have gone on.
   */
  readonly role: 'create' | 'join' | 'return';
  /** The member that is said to be the sequencer; it may be another one by now. */
  readonly sequencer: PeerId;
  /** Any text that names the room: packets of another room are dropped. */
  readonly roomTag: string;
  readonly stadiums: StadiumLibrary;
  readonly stadium: string;
  readonly nowMs: number;
  readonly seed: number;
  readonly versions?: ChannelVersions;
  /** [L87] The number of this page in the room. */
  readonly page: PageNumber;
  /** The lobby's witness; null: a majority of the members decides. */
  readonly witness: WitnessPort | null;
  /** True while no peer can answer a newcomer: the host is away, or the lobby. */
  readonly isOutOfReach?: () => boolean;
  /** Whether the lobby hears this peer, as far as is known. Default: always. */
  readonly isHeardByLobby?: (peer: PeerId) => boolean;
  /** Keeps what became final. */
  readonly recorder?: FinalWatcher;
  /** [N31] What `keepWorld` gave to the page before this one; used when nobody has more. */
  readonly kept?: Uint8Array | null;
};

/** A room over the network. Every peer runs this; one of them has the sequencer's role. */
export class PeerSession implements RoomSession {
  readonly engine: RoomEngine;
  readonly counts = createCounts();
  readonly chat: ChatLane;
  readonly panel: LatePanel;
  readonly wishes = new Wishes();
  readonly #versions: ChannelVersions;
  readonly #remotes = new Map<PeerId, RemotePeer>();
  readonly #clock: ClockSync;
  readonly #inputs = new OwnInputs();
  readonly #delay = new InputDelay();
  readonly #current: CurrentTerm;
  readonly #stadiums: StadiumExchange;
  readonly #ticks: TickDriver;
  readonly #visibility = { isHidden: false };
  readonly #desyncs: DesyncReport[] = [];
  readonly suspects = new Suspects();
  readonly #crossCheck: CrossCheck;
  readonly #hintHashes: HintHashes;
  readonly #way = new OwnWay();
  #role: Role;
  readonly #room: number;
  #nowMs: number;
  #closed: { ending: Ending; untilMs: number } | null = null;

  constructor(options: PeerSessionOptions) {
    const { nowMs, self, name } = options;
    const arenas = (id: string) => options.stadiums.arena(id);
    this.#versions = options.versions ?? OWN_VERSIONS;
    this.#nowMs = nowMs;
    this.#room = hashText(options.roomTag) & 0xff;
    const world = createWorld(options.stadium, arenas, options.seed);
    const engine = new RoomEngine(world, arenas, options.recorder);
    const clock = new ClockSync(0, nowMs);
    this.engine = engine;
    this.#clock = clock;
    const parts = { engine, clock, inputs: this.#inputs, delay: this.#delay, counts: this.counts };
    this.#ticks = new TickDriver({ ...parts, remotes: this.#remotes });
    this.#stadiums = new StadiumExchange(options.stadiums);
    this.#current = { term: 0, sequencer: options.sequencer, mark: null };
    this.#crossCheck = new CrossCheck({ engine, suspects: this.suspects, current: this.#current });
    this.#hintHashes = new HintHashes(engine);
    const roles = new PeerRoles({
      self,
      page: options.page,
      witness: options.witness,
      remotes: this.#remotes,
      visibility: this.#visibility,
      desyncs: this.#desyncs,
      suspects: this.suspects,
      crossCheck: this.#crossCheck,
      hintHashes: this.#hintHashes,
      way: this.#way,
      isOutOfReach: options.isOutOfReach ?? (() => false),
      isHeardByLobby: options.isHeardByLobby ?? (() => true),
      name,
      nowMs,
      arenas,
      stadiums: this.#stadiums,
      ...parts,
      current: this.#current,
      kept: options.kept ?? null,
    });
    this.#role = roles.begin(options.role, nowMs);
    const members = () => ({
      room: engine.room,
      self: this.#closed ? null : this.self,
      sequencer: this.#current.sequencer,
    });
    this.chat = new ChatLane(this.#remotes, members);
    this.panel = createLatePanel(this.#remotes, members);
  }

  get state(): SessionState {
    return this.#closed ? { state: 'closed', ...this.#closed.ending } : this.#role.state;
  }

  get self(): MemberId | null {
    return this.#role.self;
  }

  get world(): World {
    return this.engine.predicted;
  }

  get previous(): World {
    return this.engine.previous;
  }

  get orderedTick(): number {
    return this.engine.timeline.end;
  }

  get eatenInputs(): number {
    return this.counts.eatenInputs;
  }

  blendAt(nowMs: number): number {
    const ahead = this.#clock.tickAt(nowMs) - this.#ticks.now;
    return Math.min(Math.max(ahead, 0), 1);
  }

  holdInput(bits: InputBits): void {
    this.#inputs.hold(bits);
  }

  /**
   * Whether somebody looks at this page. [N21] A sequencer that nobody looks at gives its part away, at
   * once: its page may not run again for a second.
   */
  setHidden(isHidden: boolean): void {
    if (isHidden === this.#visibility.isHidden) return;
    this.#visibility.isHidden = isHidden;
    if (isHidden) this.advance(this.#nowMs);
  }

  request(asked: RoomRequest): void {
    const request = fitRequest(asked);
    if (this.#closed || !request) return;
    const isNow = this.#wishContext === null || this.wishes.add(request, this.#wishContext);
    if (isNow) this.#role.request(request);
  }

  /** The newest final world of a running match, for `kept` of this page's next load. */
  keepWorld(): Uint8Array<ArrayBuffer> | null {
    return this.state.state === 'live' ? keepWorld(this.engine.final) : null;
  }

  get desyncs(): readonly DesyncReport[] {
    return this.#desyncs;
  }

  takeEvents(): readonly MatchEvent[] {
    return this.engine.takeEvents();
  }

  holds(event: MatchEvent): boolean {
    return this.engine.holds(event);
  }

  get transfers(): readonly StadiumTransfer[] {
    return this.#stadiums.transfers;
  }

  reports(): readonly LinkReport[] {
    return [...this.#remotes.values()].map((remote) => remote.report(this.#nowMs));
  }

  stats(): SessionStats {
    return readStats(this, this.#current, this.#role.isSequencer, this.#delay.ticks);
  }

  /**
   * A link to another member was opened; it takes the place of an older one to the same member.
   *
   * @param page the number of the page at its other end
   */
  addLink(link: Link, page: PageNumber): void {
    const options = { room: this.#room, nowMs: this.#nowMs, versions: this.#versions };
    const channel = new PeerChannel(link, options);
    const known = this.#remotes.get(link.remote);
    if (known) known.replaceChannel(channel, page);
    else this.#remotes.set(link.remote, new RemotePeer(channel, page));
  }

  /** The lobby says that a peer has left the room for good: its seat is free at once. */
  forget(peer: PeerId): void {
    const remote = this.#remotes.get(peer);
    if (!remote || this.#closed) return;
    this.#role.forget(peer);
    this.#crossCheck.forget(peer);
    this.#hintHashes.forget(peer);
    remote.channel.close();
    remote.hasLeft = true;
  }

  advance(nowMs: number): void {
    this.#nowMs = nowMs;
    if (this.#closed) return this.#linger(nowMs);
    this.#receive(nowMs);
    this.chat.advance(nowMs);
    this.panel.lane?.advance(nowMs);
    this.#clock.advance(nowMs);
    const isNewTick = this.#role.isTimed && this.#ticks.moveClock(nowMs, this.#role);
    if (isNewTick) this.#ticks.run(this.#role, this.#seat);
    for (const { channel, pace } of this.#remotes.values()) {
      channel.term = this.#current.term;
      pace.watch(channel.meter, nowMs);
    }
    const outcome = this.#role.advance(nowMs, this.#remotes);
    if (outcome && 'end' in outcome) return this.#end(outcome.end);
    if (outcome) this.#role = outcome.become;
    this.#way.watch(this.#remotes, this.#current.sequencer, nowMs);
    const context = this.wishes.isIdle ? null : this.#wishContext;
    if (context) this.wishes.advance(context, (request) => this.#role.request(request));
    // Behind the role, so that its word leaves at once: a hidden tab may not run again for a second.
    for (const { channel } of this.#remotes.values()) {
      channel.term = this.#current.term;
      channel.advance(nowMs);
    }
    if (isNewTick) this.#role.send(this.#ticks.now, nowMs, this.#remotes);
    this.#moveStadiums(nowMs);
  }

  /** Links stay open for their owner to close once the goodbye had a moment to leave. */
  close(): void {
    if (this.#closed) return;
    sayGoodbye(this.#remotes, this.#current, this.#nowMs);
    this.#end({ reason: 'left' });
  }

  /** Behind everything else of a tick: a link that is busy skips these packets first. */
  #moveStadiums(nowMs: number): void {
    const { ints } = this.engine.final.match;
    this.#stadiums.need(this.engine.missingStadium);
    this.#stadiums.advance(nowMs, this.#remotes, {
      sequencer: this.#current.sequencer,
      isPlaying: ints[MATCH.phase] !== PHASE.warmUp,
    });
  }

  /** Null for whoever is no member yet. */
  get #wishContext(): WishContext | null {
    const { self, state } = this;
    if (self === null) return null;
    const { predicted, final } = this.engine;
    const isMoving = state.state !== 'live' || state.isMoving;
    return { self, predicted, final, term: this.#current.term, isMoving, nowMs: this.#nowMs };
  }

  get #seat(): Seat | null {
    const { self } = this;
    return self === null ? null : (findMember(this.engine.room, self)?.seat ?? null);
  }

  #receive(nowMs: number): void {
    for (const remote of this.#remotes.values()) {
      remote.channel.receive(
        nowMs,
        (packet, atMs) => this.#takePacket(remote, packet, atMs),
        (message) => {
          if (message.type === 'join') remote.lacksWorld = message.fresh;
          const { sequencer } = this.#current;
          if (message.type === 'way') this.#way.take(remote, message, sequencer, this.#remotes);
          else if (this.chat.handle(remote, message)) return;
          else if (!this.panel.lane?.handle(remote, message)) {
            this.#role.handleMessage(remote, message);
          }
        },
      );
    }
  }

  #takePacket(remote: RemotePeer, packet: Packet, atMs: number): void {
    remote.notice(packet);
    if (packet.type === 'hint') this.#takeHint(remote, packet);
    else if (packet.type === 'blob' || packet.type === 'want') {
      this.#stadiums.handlePacket(remote, packet, this.#current.sequencer);
    } else this.#role.handlePacket(remote, packet, atMs);
  }

  /** [N8] A peer speaks for its own seat only. */
  #takeHint(remote: RemotePeer, packet: InputPacket): void {
    if (packet.hash) this.#crossCheck.take(remote.peer, packet.hash);
    const seat = findMemberOf(this.engine.room, remote.peer)?.seat ?? null;
    const newest = unwrapTick(packet.newestTick, this.#ticks.now);
    if (seat === null || seat === this.#seat) return;
    hintInputs(this.engine, remote, seat, newest, packet.inputs);
  }

  #end(ending: Ending): void {
    this.#closed = { ending, untilMs: this.#nowMs + LINGER_MS };
  }

  /** Greetings go on for a moment, so that the other side learns of a version mismatch too. */
  #linger(nowMs: number): void {
    for (const { channel } of this.#remotes.values()) {
      if (nowMs < (this.#closed?.untilMs ?? 0)) channel.advance(nowMs);
      else channel.close();
    }
  }
}
