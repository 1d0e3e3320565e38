import type { PeerId } from '../../base/peer-id.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import type { MemberId, RoomRequest } from '../../room/command.ts';
import { type RoomState, findMember } from '../../room/room-state.ts';
import { type ConfirmPacket, PHASES_PER_TICK, SLACK_PER_TICK } from '../../wire/confirm-packet.ts';
import { type ControlMessage, JOIN_REFUSALS } from '../../wire/control-packet.ts';
import { unwrapTick } from '../../wire/fields.ts';
import { TERM_MODULO } from '../../wire/packet-header.ts';
import type { Packet } from '../../wire/packets.ts';
import type { Seat } from '../../sim/seat.ts';
import { TICK_MS } from '../../sim/tick.ts';
import type { CrossCheck } from '../desync/cross-check.ts';
import { type DesyncReport, addReport, reportOf } from '../desync/desync-report.ts';
import { HashCourier } from '../desync/hash-courier.ts';
import { type EatenParts, countEaten } from '../replication/count-eaten.ts';
import { Entry, type EntryParts, isHeard } from '../replication/entry.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import { WorldIntake, type WorldIntakeParts } from '../replication/world-intake.ts';
import type { Ending, SessionState } from '../session/session-state.ts';
import type { StadiumExchange } from '../stadiums/stadium-exchange.ts';
import type { ClockSync } from '../timing/clock-sync.ts';
import { FURTHEST_TICKS, type Outcome, type Role } from './role.ts';
import { type SendInputsParts, sendInputs } from './send-inputs.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { type HeldRows, endOf } from '../agreement/held-rows.ts';

/** A newcomer that holds barely enough would stand still before the rest comes. */
const SPARE_TICKS = 30;

export type FollowingParts = EatenParts &
  EntryParts &
  SendInputsParts &
  WorldIntakeParts & {
    readonly self: PeerId;
    readonly clock: ClockSync;
    readonly desyncs: DesyncReport[];
    readonly stadiums: StadiumExchange;
    readonly agreement: Agreement;
    readonly crossCheck: CrossCheck;
  };

export type FollowingStart = {
  readonly self: MemberId | null;
  /** There is a world to show already. */
  readonly hasWorld: boolean;
  /** What this person asked for and nobody dealt with yet. */
  readonly pending: readonly RoomRequest[];
};

/** Makes the role of one that was elected. */
export type Lead = (self: MemberId, pending: readonly RoomRequest[]) => Role;

/** Everybody but the sequencer: sends inputs, takes in what was ordered, stands for election. */
export class Following implements Role {
  self: MemberId | null;
  readonly isSequencer = false;
  slackTicks = 0;
  readonly #parts: FollowingParts;
  readonly #lead: Lead;
  readonly #intake: WorldIntake;
  readonly #hashes: HashCourier;
  readonly #entry: Entry;
  #worldFrom: RemotePeer | null = null;
  #hasCaughtUp: boolean;
  /** It is final that this peer is a member. */
  #isMember = false;
  #sequencer: PeerId;
  #hasSequencerLeft = false;
  #isAlone = true;
  #ending: Ending | null = null;
  #pending: readonly RoomRequest[];

  /** @param lead makes the role of one that was elected */
  constructor(parts: FollowingParts, lead: Lead, start: FollowingStart) {
    this.#parts = parts;
    this.#lead = lead;
    this.#hashes = new HashCourier(parts.engine);
    this.#intake = new WorldIntake(parts);
    this.#entry = new Entry(parts);
    this.#sequencer = parts.current.sequencer;
    this.self = start.self;
    this.#hasCaughtUp = start.hasWorld;
    this.#pending = start.pending;
    this.#isMember = start.hasWorld && this.#isMemberIn(parts.engine.final.room);
  }

  get state(): SessionState {
    const { engine, stadiums, agreement } = this.#parts;
    if (this.#hasCaughtUp) {
      if (!agreement.isInterrupted) return LIVE;
      // One that was the sequencer itself misses nobody but the others.
      const from = this.#sequencer === this.#parts.self ? null : this.#sequencer;
      return { state: 'live', isMoving: true, from, hasLeft: this.#hasSequencerLeft };
    }
    if (!this.#entry.isReached) return { state: 'joining', step: 'link', progress: 0 };
    const { hasWorld } = agreement;
    if (!hasWorld && engine.missingStadium !== null) {
      return { state: 'joining', step: 'stadium', progress: stadiums.progress ?? 0 };
    }
    const progress = hasWorld ? 1 : this.#intake.progress;
    return { state: 'joining', step: progress > 0 ? 'snapshot' : 'hello', progress };
  }

  /** It is final that this peer is a member: every later sequencer knows it. */
  get #isIn(): boolean {
    return this.#parts.agreement.log.marks.length > 0 && this.#isMember;
  }

  get isTimed(): boolean {
    return this.#parts.agreement.log.marks.length > 0 && this.#parts.clock.isSynced;
  }

  get furthestTick(): number {
    return this.#parts.engine.timeline.end + FURTHEST_TICKS;
  }

  request(request: RoomRequest): void {
    this.#pending = [...this.#pending, request];
  }

  handlePacket(remote: RemotePeer, packet: Packet, atMs: number): void {
    const { agreement } = this.#parts;
    if (packet.type === 'election') agreement.take(remote, packet);
    else if (packet.type === 'confirm') this.#takeConfirm(remote, packet, atMs);
    else if (packet.type === 'snapshot') {
      this.#worldFrom = remote;
      this.#intake.receive(packet);
      this.#enter();
    } else if (packet.type === 'bye' && agreement.follows(remote)) this.#hasSequencerLeft = true;
    this.#noteSequencer();
  }

  handleMessage(remote: RemotePeer, message: ControlMessage): void {
    const { current, desyncs, engine, self } = this.#parts;
    if (message.type === 'join') return this.#redirect(remote, message.fresh);
    if (remote.peer !== current.sequencer && this.#isIn) return;
    if (message.type === 'diverged' && remote.peer === current.sequencer) {
      addReport(desyncs, reportOf(engine, message));
    }
    if (message.type === 'welcome') {
      this.self = message.member;
      if (!this.#isIn) current.sequencer = remote.peer;
    }
    if (message.type !== 'refused') return;
    const refusal = JOIN_REFUSALS[message.code];
    if (message.sequencer !== null && message.sequencer !== self)
      current.sequencer = message.sequencer;
    else if (refusal === 'room-full' || refusal === 'removed') this.#ending = { reason: refusal };
  }

  forget(peer: PeerId): void {
    if (peer === this.#parts.current.sequencer) this.#hasSequencerLeft = true;
  }

  decide(): void {
    // Only the sequencer decides.
  }

  advance(nowMs: number, remotes: Remotes): Outcome {
    const { agreement, current, crossCheck } = this.#parts;
    this.#enter();
    if (crossCheck.advance(nowMs)) agreement.distrust();
    agreement.advance(nowMs);
    this.#noteSequencer();
    this.#noteCatchingUp(nowMs);
    const sequencer = remotes.get(current.sequencer);
    const isMissing = !isHeard(sequencer, nowMs) || this.#hasSequencerLeft;
    // One that was let in by a sequencer whose last ticks were lost is a member nowhere: it asks anew.
    const isForgotten = agreement.hasWorld && agreement.isSequencerSilent;
    // So is one whose world is none of the lineage that goes on: whoever does may never have heard of it.
    const isOut = !this.#isIn || !agreement.hasWorld;
    const isFresh = agreement.log.marks.length === 0;
    if (isOut && (isMissing || isForgotten)) this.#entry.askAnybody(remotes, isFresh, nowMs);
    if (sequencer && (this.#isIn || !isMissing)) this.#talkTo(sequencer, nowMs);
    // Those who wait to be let in as well have no room to let anybody into.
    this.#isAlone = [...remotes.values()].every(
      (one) => one === sequencer || one.channel.state.state === 'closed' || one.lacksWorld,
    );
    const end = this.#ending ?? this.#findEnding(sequencer, nowMs);
    if (end) return { end };
    if (!agreement.isSequencer || this.self === null) return null;
    return { become: this.#lead(this.self, this.#pending) };
  }

  send(_now: number, nowMs: number, remotes: Remotes): void {
    const { agreement } = this.#parts;
    const life = agreement.state.toldLife;
    const following = { hashes: this.#hashes, isStale: agreement.state.agreed < 0, life };
    sendInputs(this.#parts, this.self, nowMs, remotes, following);
  }

  #takeConfirm(remote: RemotePeer, packet: ConfirmPacket, atMs: number): void {
    const { engine, agreement, clock, counts } = this.#parts;
    if (packet.told) remote.told = packet.told;
    if (remote.told === null || remote.told.term % TERM_MODULO !== packet.term) return;
    if (agreement.log.marks.length === 0) {
      // The others are asked while the world is on its way.
      agreement.believes(remote);
      return;
    }
    const { timeline } = engine;
    const from = unwrapTick(packet.fromTick, timeline.end);
    const { rows, commands } = packet;
    const held: HeldRows = { from, rows, commands };
    const seat = this.#seat;
    if (seat !== null && agreement.follows(remote)) countEaten(this.#parts, seat, from, rows);
    // A configuration waits for all to have it.
    if (commands.some(({ command }) => command.type === 'mark')) remote.pace.hurry();
    agreement.takeAppend(remote, held, endOf(held) - packet.pending);
    if (!agreement.follows(remote)) return;
    this.slackTicks = packet.slack / SLACK_PER_TICK;
    counts.deadlineTicks = packet.deadline;
    const { meter } = remote.channel;
    if (meter.hasRtt && meter.isNewest) {
      const phase = (packet.nowPhase + 0.5) / PHASES_PER_TICK;
      clock.sample(from + packet.nowAhead + phase + meter.rttMs / 2 / TICK_MS, atMs);
    }
    const beyond = from + rows.length / MAX_SEATS;
    for (const tail of packet.tails) {
      if (tail.seat === seat) continue;
      tail.inputs.forEach((bits, index) => engine.hint(beyond + index, tail.seat, bits));
    }
  }

  get #seat(): Seat | null {
    return this.self === null
      ? null
      : (findMember(this.#parts.engine.room, this.self)?.seat ?? null);
  }

  /** Another sequencer: what was asked of the one before is asked anew. */
  #noteSequencer(): void {
    const { current, clock } = this.#parts;
    if (current.sequencer === this.#sequencer) return;
    this.#sequencer = current.sequencer;
    this.#hasSequencerLeft = false;
    clock.forget();
    this.#hashes.restart();
    this.#entry.restart();
    // The wait for an election is none of the new one's.
    this.#entry.hope();
  }

  /** Goes on from the snapshot that came in, if there is one that can be played here. */
  #enter(): void {
    const { agreement } = this.#parts;
    const from = this.#worldFrom;
    if (!from || !agreement.believes(from)) return;
    const world = this.#intake.take();
    if (!world || !agreement.takeWorld(from, world)) return;
    // It may be from before this peer was let in.
    this.#isMember = false;
    this.#entry.hope();
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
    this.#entry.ask(channel, this.#parts.agreement.state.agreed < 0, nowMs);
    if (this.#isMember && !this.#parts.agreement.isElecting) {
      for (const request of this.#pending) channel.sendControl({ type: 'request', request });
      this.#pending = [];
    }
    // Until the clock runs nothing else goes out that a round trip could be measured with.
    this.#intake.acknowledge(channel, nowMs, !this.isTimed);
  }

  /** A peer that asks the wrong one is told whom to ask. */
  #redirect(remote: RemotePeer, fresh: boolean): void {
    const { current, agreement, name } = this.#parts;
    if (remote.peer === current.sequencer) return;
    const knows = agreement.log.marks.length > 0;
    if (!knows && !fresh) return remote.channel.sendControl({ type: 'join', name, fresh: true });
    const code = JOIN_REFUSALS.indexOf('not-sequencer');
    remote.channel.sendControl({ type: 'refused', code, sequencer: current.sequencer });
  }

  /** The number may be from a term that nobody remembers, and another peer's by now. */
  #isMemberIn(room: RoomState): boolean {
    return this.self !== null && findMember(room, this.self)?.peer === this.#parts.self;
  }

  /** Its seat ran out while it was away, or it was sent away: the sequencer says which when it is asked. */
  #loseSeat(): void {
    this.#isMember = false;
    this.self = null;
    this.#entry.restart();
    this.#entry.hope();
  }

  #findEnding(sequencer: RemotePeer | undefined, nowMs: number): Ending | null {
    const channel = sequencer?.channel.state;
    if (channel?.state === 'mismatch') {
      return { reason: 'version-mismatch', remoteNewer: channel.remoteNewer };
    }
    const { engine, stadiums, agreement } = this.#parts;
    if (stadiums.hasFailed(engine.missingStadium)) return { reason: 'join-timeout' };
    if (this.#isMemberIn(engine.final.room)) this.#isMember = true;
    else if (this.#isMember && agreement.hasWorld) this.#loseSeat();
    if (this.#isIn) return null;
    if (this.#hasSequencerLeft && this.#isAlone) return { reason: 'host-gone' };
    return this.#entry.findFailure(nowMs, sequencer);
  }
}

const LIVE: SessionState = { state: 'live', isMoving: false };
