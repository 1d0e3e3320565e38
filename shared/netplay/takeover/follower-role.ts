import type { PeerId } from '../../base/peer-id.ts';
import type { MemberId, RoomRequest } from '../../room/command.ts';
import { type RoomState, findMember, findMemberOf } from '../../room/room-state.ts';
import { SLACK_PER_TICK } from '../../wire/confirm-packet.ts';
import { type ControlMessage, JOIN_REFUSALS } from '../../wire/control-packet.ts';
import { termsAhead } from '../../wire/packet-header.ts';
import type { Packet } from '../../wire/packets.ts';
import { type ConfirmParts, takeConfirm } from '../replication/confirm-intake.ts';
import { type Heirloom, Inheritance, type InheritanceParts } from './inheritance.ts';
import { type DesyncReport, addReport, reportOf } from '../desync/desync-report.ts';
import { Entry, type EntryParts } from '../replication/entry.ts';
import { HashCourier } from '../desync/hash-courier.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import { type Departure, FURTHEST_TICKS, type Outcome, type Role } from './role.ts';
import type { Ending } from '../session/session-state.ts';
import type { SessionState } from '../session/session-state.ts';
import { type SendInputsParts, sendInputs } from './send-inputs.ts';
import { SequencerWatch } from './sequencer-watch.ts';
import { type TurnParts, turnTo } from './turn-to.ts';
import { WorldIntake, type WorldIntakeParts } from '../replication/world-intake.ts';
import type { SessionCounts } from '../session/session-counts.ts';
import type { StadiumExchange } from '../stadiums/stadium-exchange.ts';

/** A world that is to be replaced is waited for so long in silence. */
const STALE_TIMEOUT_MS = 25_000;
const TELL_EVERY_MS = 500;
/** A newcomer that holds barely enough would stand still before the rest comes. */
const SPARE_TICKS = 30;
/** CONFIRMs begin beyond what is here for so long: the sequencer does not learn what is. */
const GAP_MAX_MS = 1_000;

export type FollowerStart = {
  readonly self: MemberId | null;
  /** There is a world to show already. */
  readonly hasWorld: boolean;
  /** It has to be replaced by the sequencer's. */
  readonly isStale: boolean;
  /** What this person asked for and nobody dealt with yet. */
  readonly pending: readonly RoomRequest[];
};

/** Where following ends: in an election, or as the one to whom the sequencer gave its part. */
export type FollowerExits = {
  wedge(own: MemberId, departure: Departure, nowMs: number): Role;
  inherit(own: MemberId, heirloom: Heirloom, pending: readonly RoomRequest[]): Role;
};

/** What following itself works on, beside what each of its parts takes. */
export type FollowerParts = ConfirmParts &
  EntryParts &
  InheritanceParts &
  SendInputsParts &
  TurnParts &
  WorldIntakeParts & {
    readonly self: PeerId;
    readonly counts: SessionCounts;
    readonly desyncs: DesyncReport[];
    readonly stadiums: StadiumExchange;
    readonly isHeardByLobby: (peer: PeerId) => boolean;
  };

/** Everybody but the sequencer: sends inputs, takes in what was ordered. */
export class FollowerRole implements Role {
  self: MemberId | null;
  readonly reigns = false;
  slackTicks = 0;
  readonly #parts: FollowerParts;
  readonly #exits: FollowerExits;
  readonly #intake: WorldIntake;
  readonly #hashes: HashCourier;
  readonly #inheritance: Inheritance;
  readonly #entry: Entry;
  readonly #watch: SequencerWatch;
  #hasWorld: boolean;
  #isStale: boolean;
  /** The room's present could be shown once. */
  #hasCaughtUp: boolean;
  #isMember = false;
  #toldAtMs = Number.NEGATIVE_INFINITY;
  #gapSinceMs: number | null = null;
  #isAlone = true;
  #ending: Ending | null = null;
  #pending: RoomRequest[];

  constructor(parts: FollowerParts, exits: FollowerExits, start: FollowerStart) {
    this.#parts = parts;
    this.#exits = exits;
    this.#hashes = new HashCourier(parts.engine);
    this.#intake = new WorldIntake(parts);
    this.#inheritance = new Inheritance(parts);
    this.#entry = new Entry(parts);
    this.#watch = new SequencerWatch(parts.isHeardByLobby);
    this.self = start.self;
    this.#hasWorld = start.hasWorld;
    this.#hasCaughtUp = start.hasWorld;
    this.#isStale = start.isStale;
    this.#pending = [...start.pending];
  }

  get state(): SessionState {
    if (this.#hasCaughtUp) return { state: 'live', isMoving: false };
    if (!this.#entry.isReached) return { state: 'joining', step: 'link', progress: 0 };
    const { engine, stadiums } = this.#parts;
    if (!this.#hasWorld && engine.missingStadium !== null) {
      return { state: 'joining', step: 'stadium', progress: stadiums.progress ?? 0 };
    }
    const progress = this.#hasWorld ? 1 : this.#intake.progress;
    return { state: 'joining', step: progress > 0 ? 'snapshot' : 'hello', progress };
  }

  /** It is final that this peer is a member: whoever reigns next knows it. */
  get #isIn(): boolean {
    return this.#hasWorld && this.#isMember;
  }

  get isTimed(): boolean {
    return this.#hasWorld && this.#parts.clock.isSynced;
  }

  get furthestTick(): number {
    return this.#parts.engine.timeline.end + FURTHEST_TICKS;
  }

  request(request: RoomRequest): void {
    this.#pending.push(request);
  }

  handlePacket(remote: RemotePeer, packet: Packet, atMs: number): void {
    if (packet.type === 'confirm' || packet.type === 'snapshot') this.#obeyNewer(remote, packet);
    if (packet.type === 'claim') this.#tellWhoReigns(remote, packet.reign, atMs);
    if (remote.peer !== this.#parts.reign.sequencer) return;
    const isTruth = packet.type === 'confirm' || packet.type === 'snapshot';
    if (isTruth && termsAhead(packet.term, this.#parts.reign.term) >= 0) this.#watch.noteWord(atMs);
    if (packet.type === 'confirm') this.#takeConfirm(remote, packet, atMs);
    else if (packet.type === 'snapshot') {
      this.#intake.receive(packet);
      this.#enter();
    } else if (packet.type === 'bye') this.#watch.noteDeparture('left');
  }

  handleMessage(remote: RemotePeer, message: ControlMessage): void {
    const { reign, desyncs, engine } = this.#parts;
    if (message.type === 'join') return this.#redirect(remote, message.fresh);
    if (remote.peer !== reign.sequencer && this.#isIn) return;
    if (message.type === 'abdicate' && remote.peer === reign.sequencer) this.beHeir(message);
    if (message.type === 'diverged' && remote.peer === reign.sequencer) {
      addReport(desyncs, reportOf(engine, message));
    }
    if (message.type === 'welcome') {
      this.self = message.member;
      this.#turnTo(remote.peer);
    }
    if (message.type !== 'refused') return;
    const refusal = JOIN_REFUSALS[message.code];
    if (message.sequencer !== null && message.sequencer !== this.#parts.self) {
      this.#turnTo(message.sequencer);
    } else if (refusal === 'room-full' || refusal === 'removed') this.#ending = { reason: refusal };
  }

  forget(peer: PeerId): void {
    if (peer === this.#parts.reign.sequencer) this.#watch.noteDeparture('left');
  }

  decide(): void {
    // Only the sequencer decides.
  }

  advance(nowMs: number, remotes: Remotes): Outcome {
    this.#enter();
    this.#noteCatchingUp(nowMs);
    const sequencer = remotes.get(this.#parts.reign.sequencer);
    const isMissing = !sequencer?.channel.isReady || this.#watch.isGone(sequencer, nowMs);
    if (!this.#isIn && isMissing) this.#entry.askAnybody(remotes, nowMs);
    else if (sequencer) this.#talkTo(sequencer, nowMs);
    const others = [...remotes.values()].filter((remote) => remote !== sequencer);
    // Those who wait to be let in as well have no room to let anybody into.
    this.#isAlone = others.every(
      ({ channel, lacksWorld }) => channel.state.state === 'closed' || lacksWorld,
    );
    const end = this.#ending ?? this.#findEnding(sequencer, nowMs);
    if (end) return { end };
    const inherited = this.#inherit(nowMs);
    if (inherited) return { become: inherited };
    if (this.self === null || this.#isStale || !this.#watch.isGone(sequencer, nowMs)) return null;
    // Also one whose joining is not final yet may hold the only world that is left.
    if (!this.#isMemberIn(this.#parts.engine.room)) return null;
    return { become: this.#exits.wedge(this.self, this.#watch.departure, nowMs) };
  }

  send(_now: number, nowMs: number, remotes: Remotes): void {
    const following = { hashes: this.#hashes, isStale: this.#isStale, life: 0 };
    sendInputs(this.#parts, this.self, nowMs, remotes, following);
  }

  /** [N12] A newer reign is believed: there is at most one peer that could begin it. */
  #obeyNewer(remote: RemotePeer, packet: Packet & { type: 'confirm' | 'snapshot' }): void {
    const { reign } = this.#parts;
    const ahead = termsAhead(packet.term, reign.term);
    if (ahead <= 0 || !this.#hasWorld) return;
    if (!findMemberOf(this.#parts.engine.room, remote.peer)) return;
    const isKnown = reign.sequencer === remote.peer;
    turnTo(this.#parts, remote.peer, reign.term + ahead);
    if (isKnown) return;
    this.#hashes.restart();
    this.#watch.restart();
    this.#entry.restart();
  }

  #turnTo(sequencer: PeerId): void {
    turnTo(this.#parts, sequencer, this.#parts.reign.term);
    this.#watch.restart();
  }

  /** The sequencer gives its part to this peer. */
  beHeir(heirloom: Heirloom): void {
    this.#inheritance.take(heirloom);
  }

  #inherit(nowMs: number): Role | null {
    if (this.self === null || !this.isTimed || this.#isStale) return null;
    const heirloom = this.#inheritance.findDue(nowMs);
    return heirloom && this.#exits.inherit(this.self, heirloom, this.#pending);
  }

  /** Somebody wants a term that was given: it may not know the one who reigns as a member yet. */
  #tellWhoReigns(remote: RemotePeer, wantedTerm: number, nowMs: number): void {
    const { reign } = this.#parts;
    const isKnown = this.#hasWorld && !this.#isStale && remote.peer !== reign.sequencer;
    if (!isKnown || wantedTerm > reign.term || nowMs - this.#toldAtMs < TELL_EVERY_MS) return;
    this.#toldAtMs = nowMs;
    this.#pointToSequencer(remote);
  }

  #pointToSequencer({ channel }: RemotePeer): void {
    const code = JOIN_REFUSALS.indexOf('not-sequencer');
    channel.sendControl({ type: 'refused', code, sequencer: this.#parts.reign.sequencer });
  }

  #takeConfirm(remote: RemotePeer, packet: Packet & { type: 'confirm' }, atMs: number): void {
    const { reign } = this.#parts;
    if (!this.#hasWorld || this.#isStale || termsAhead(packet.term, reign.term) < 0) return;
    this.slackTicks = packet.slack / SLACK_PER_TICK;
    const intake = takeConfirm(this.#parts, this.self, remote, packet, atMs);
    if (intake !== 'gap') this.#gapSinceMs = null;
    else this.#gapSinceMs ??= atMs;
    const isLost = this.#gapSinceMs !== null && atMs - this.#gapSinceMs > GAP_MAX_MS;
    if (intake !== 'conflict' && !isLost) return;
    this.#gapSinceMs = null;
    if (intake === 'conflict') this.#parts.counts.retractions += 1;
    this.#isStale = true;
    this.#entry.restart();
  }

  /** Goes on from the snapshot that came in, if there is one that can be played here. */
  #enter(): void {
    const world = this.#intake.take();
    if (!world) return;
    const { engine, reign } = this.#parts;
    engine.load(world);
    reign.term = Math.max(reign.term, world.room.term);
    // It may be from before this peer was let in.
    this.#isMember = false;
    this.#entry.hope();
    this.#hasWorld = true;
    this.#isStale = false;
  }

  /** The world that a newcomer is given may be some seconds old. */
  #noteCatchingUp(nowMs: number): void {
    const isBehind = this.#parts.clock.tickAt(nowMs) + SPARE_TICKS > this.furthestTick;
    if (this.isTimed && !isBehind) this.#hasCaughtUp = true;
  }

  /** Asks to be let in on every fresh channel, and hands over what this person asked for. */
  #talkTo(sequencer: RemotePeer, nowMs: number): void {
    const { channel } = sequencer;
    if (!channel.isReady) return;
    this.#entry.ask(channel, !this.#hasWorld || this.#isStale, nowMs);
    if (this.#isMember) {
      for (const request of this.#pending) channel.sendControl({ type: 'request', request });
      this.#pending = [];
    }
    // Until the clock runs nothing else goes out that a round trip could be measured with.
    this.#intake.acknowledge(channel, nowMs, !this.isTimed);
  }

  /**
   * Whoever asks the wrong peer is told whom to ask; unless it is the sequencer itself that asks. One
   * that has a world and takes this peer, which lost its own, for the sequencer knows better than the
   * lobby who reigns: it shall learn only what is lost.
   */
  #redirect(remote: RemotePeer, fresh: boolean): void {
    const isSequencer = remote.peer === this.#parts.reign.sequencer;
    if (isSequencer && fresh && this.#hasWorld) this.#watch.noteDeparture('reloaded');
    if (isSequencer) return;
    if (this.#hasWorld || fresh) this.#pointToSequencer(remote);
    else remote.channel.sendControl({ type: 'join', name: this.#parts.name, fresh: true });
  }

  /** The number may be from a reign that nobody remembers, and somebody else's by now. */
  #isMemberIn(room: RoomState): boolean {
    return this.self !== null && findMember(room, this.self)?.peer === this.#parts.self;
  }

  #findEnding(sequencer: RemotePeer | undefined, nowMs: number): Ending | null {
    const channel = sequencer?.channel.state;
    if (channel?.state === 'mismatch') {
      return { reason: 'version-mismatch', remoteNewer: channel.remoteNewer };
    }
    const { engine, stadiums } = this.#parts;
    if (stadiums.hasFailed(engine.missingStadium)) return { reason: 'join-timeout' };
    if (this.#isMemberIn(engine.final.room)) this.#isMember = true;
    else if (this.#isMember && !this.#isStale) return { reason: 'removed' };
    const silentMs = nowMs - (sequencer?.channel.meter.lastHeardMs ?? nowMs);
    if (this.#isStale && silentMs > STALE_TIMEOUT_MS) return { reason: 'host-gone' };
    if (this.#isIn) return null;
    if (this.#watch.departure === 'left' && this.#isAlone) return { reason: 'host-gone' };
    return this.#entry.findFailure(nowMs, sequencer);
  }
}

/** A newcomer: nothing is here yet. */
export const NEWCOMER: FollowerStart = { self: null, hasWorld: false, isStale: false, pending: [] };
