import type { PeerId } from '../../base/peer-id.ts';
import { mayOrder } from '../../consensus/leadership.ts';
import { NOBODY, includes } from '../../consensus/members.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { BY_SEQUENCER, type MemberId, type RoomRequest } from '../../room/command.ts';
import { findMemberOf, isPerson, runsRoom } from '../../room/room-state.ts';
import { type ControlMessage, JOIN_REFUSALS } from '../../wire/control-packet.ts';
import { unwrapTick } from '../../wire/fields.ts';
import { AHEAD_TOO_FAR, type InputPacket } from '../../wire/input-packet.ts';
import { TERM_MODULO } from '../../wire/packet-header.ts';
import type { Packet } from '../../wire/packets.ts';
import { DesyncGuard, type DesyncGuardParts } from '../desync/desync-guard.ts';
import { Admission, presenceOf } from '../replication/admission.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { OwnWay } from '../replication/own-way.ts';
import { Sequencer } from '../replication/sequencer.ts';
import type { CurrentTerm } from '../session/current-term.ts';
import type { Suspects } from '../session/suspects.ts';
import type { SessionState } from '../session/session-state.ts';
import { StadiumChange } from '../stadiums/stadium-change.ts';
import type { StadiumExchange } from '../stadiums/stadium-exchange.ts';
import { InputIntake, type InputIntakeParts } from './input-intake.ts';
import { FURTHEST_TICKS, type Outcome, type Role, sayGoodbye } from './role.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { BotKeeping } from './bot-keeping.ts';
import { chooseHeir } from './choose-heir.ts';
import { WayWatch } from './way-watch.ts';
import { RequestLimit } from './request-limit.ts';
import { Feeding, type FeedingParts } from './feeding.ts';
import { endOf } from '../agreement/held-rows.ts';

/** Until the next try to hand over after one that failed. */
const HANDOVER_AGAIN_MS = 1_000;

export type SequencingParts = DesyncGuardParts &
  InputIntakeParts &
  FeedingParts & {
    readonly self: PeerId;
    readonly name: string;
    readonly stadiums: StadiumExchange;
    readonly agreement: Agreement;
    readonly suspects: Suspects;
    readonly way: OwnWay;
    readonly current: CurrentTerm;
  };

/** Makes the role of one whose term is over. */
export type Follow = (self: MemberId | null, pending: readonly RoomRequest[]) => Role;

/** The peer that orders ticks, lets people in and keeps everybody supplied. */
export class Sequencing implements Role {
  readonly isSequencer = true;
  readonly isTimed = true;
  readonly slackTicks = Number.POSITIVE_INFINITY;
  readonly sequencer: Sequencer;
  readonly #parts: SequencingParts;
  readonly #follow: Follow;
  readonly #guard: DesyncGuard;
  readonly #inputs: InputIntake;
  readonly #admission: Admission;
  readonly #stadium: StadiumChange;
  readonly #feeding: Feeding;
  readonly #bots: BotKeeping;
  readonly #ways: WayWatch;
  readonly #requests = new RequestLimit();
  /** Wished for while the term is on its way to another peer. */
  #pending: readonly RoomRequest[] = [];
  #self: MemberId | null;
  #handedOverMs = Number.NEGATIVE_INFINITY;
  #nowMs = 0;

  /**
   * @param self the own number of one that takes over; null founds the room
   * @param follow makes the role of one whose term is over
   */
  constructor(parts: SequencingParts, follow: Follow, self: MemberId | null) {
    this.#parts = parts;
    this.#follow = follow;
    this.sequencer = new Sequencer(parts.engine);
    this.#guard = new DesyncGuard(parts, this.sequencer);
    this.#inputs = new InputIntake(parts, this.sequencer, this.#guard);
    this.#admission = new Admission(parts.engine, this.sequencer);
    this.#stadium = new StadiumChange(parts.engine, parts.stadiums, this.sequencer, () =>
      this.#admission.takeNumbers(MAX_SEATS),
    );
    this.#feeding = new Feeding(parts, this.sequencer);
    this.#bots = new BotKeeping(parts.engine);
    this.#ways = new WayWatch(parts.way, parts.agreement.state.page);
    this.#self = self;
    parts.clock.lead();
    if (self === null) {
      const admitted = this.#admission.admit(parts.self, parts.name);
      this.#self = admitted && 'member' in admitted ? admitted.member : null;
    } else {
      this.sequencer.order({ type: 'absent', absent: false, member: self, by: BY_SEQUENCER });
    }
  }

  get self(): MemberId | null {
    return this.#self;
  }

  get state(): SessionState {
    const isPaused = this.#parts.agreement.isInterrupted || this.sequencer.isUnheard;
    return isPaused ? PAUSED_STATE : LIVE_STATE;
  }

  get furthestTick(): number {
    const { timeline } = this.#parts.engine;
    return this.#isAtRest ? timeline.end + FURTHEST_TICKS : Number.POSITIVE_INFINITY;
  }

  /** Nothing is ordered here at present. */
  get #isAtRest(): boolean {
    return !mayOrder(this.#parts.agreement.state, this.#nowMs) || this.sequencer.isUnheard;
  }

  get #isHandingOver(): boolean {
    const { role } = this.#parts.agreement.state;
    return role.state === 'sequencer' && role.transferTo !== NOBODY;
  }

  request(request: RoomRequest): void {
    if (this.#isHandingOver) this.#pending = [...this.#pending, request];
    else if (this.#self !== null) this.#grant(this.#self, request, null);
  }

  handlePacket(remote: RemotePeer, packet: Packet, atMs: number): void {
    const { agreement, engine } = this.#parts;
    switch (packet.type) {
      case 'input':
        this.#takeAck(remote, packet, atMs);
        return this.#inputs.take(remote, packet, atMs);
      case 'nack':
        return remote.feed.acknowledgeSnapshot(packet.id, packet.missing);
      case 'election':
        return agreement.take(remote, packet);
      case 'confirm': {
        if (packet.told) remote.told = packet.told;
        const isKnown = remote.told !== null && remote.told.term % TERM_MODULO === packet.term;
        this.#inputs.takeTail(remote, packet, atMs);
        if (!isKnown) return;
        const from = unwrapTick(packet.fromTick, engine.timeline.end);
        const held = { from, rows: packet.rows, commands: packet.commands };
        return agreement.takeAppend(remote, held, endOf(held) - packet.pending);
      }
      default:
    }
  }

  handleMessage(remote: RemotePeer, message: ControlMessage): void {
    // One that asks now asks again, and is told whom.
    if (this.#isHandingOver) return;
    const isAsked = message.type === 'join' || message.type === 'request';
    if (!isAsked) return;
    const { room } = this.#parts.engine;
    const asker = findMemberOf(room, remote.peer);
    const isRunner = asker !== undefined && runsRoom(room, asker.id);
    if (!this.#requests.tryTake(remote.peer, this.#nowMs, isRunner)) {
      return this.#parts.suspects.note(remote.peer, 'flood');
    }
    if (message.type === 'join') this.#letIn(remote, message.name, message.fresh);
    if (message.type !== 'request') return;
    if (asker) this.#grant(asker.id, message.request, remote.peer);
  }

  forget(peer: PeerId): void {
    this.#requests.forget(peer);
  }

  decide(now: number): void {
    const { agreement, counts } = this.#parts;
    if (!this.#isAtRest && this.sequencer.advance(now)) this.#feeding.hurry();
    agreement.noteOrdered();
    counts.deadlineTicks = this.sequencer.deadline;
  }

  advance(nowMs: number, remotes: Remotes): Outcome {
    this.#nowMs = nowMs;
    const { agreement, engine } = this.#parts;
    if (this.#isSentAway()) return this.#bow(nowMs, remotes);
    agreement.advance(nowMs);
    if (!agreement.isSequencer) return { become: this.#follow(this.#self, this.#pending) };
    this.#bots.advance(remotes);
    this.#feedMembers(remotes);
    this.#considerHandover(nowMs, remotes);
    if (!this.#isAtRest) {
      this.#guard.advance(nowMs, remotes, (majority) => this.#handOver(nowMs, remotes, majority));
    }
    this.#stadium.advance(nowMs, remotes);
    for (const member of engine.room.members) {
      if (!isPerson(member)) continue;
      this.#admission.settle(
        member,
        member.id === this.#self ? 'here' : presenceOf(member, remotes.get(member.peer), nowMs),
      );
    }
    for (const remote of remotes.values()) {
      if (remote.hasLeft) this.#admission.dismissNewcomer(remote.peer);
    }
    if (!agreement.isSequencer) return { become: this.#follow(this.#self, this.#pending) };
    return null;
  }

  send(now: number, nowMs: number, remotes: Remotes): void {
    this.#feeding.send(now, nowMs, remotes);
  }

  /** Up to where a peer holds what was ordered in this term. */
  #takeAck(remote: RemotePeer, packet: InputPacket, atMs: number): void {
    const { agreement, clock } = this.#parts;
    if (packet.term !== agreement.state.terms.term % TERM_MODULO) return;
    this.#feeding.noteHeard(remote);
    if (packet.hash) remote.heardLife = packet.hash.life;
    const newest = unwrapTick(packet.newestTick, clock.tickAt(atMs));
    const end = packet.ahead < AHEAD_TOO_FAR ? newest - packet.ahead : -1;
    agreement.takeAck(remote, end, remote.heardLife);
  }

  /** A new term knows only those whom its configurations name. */
  #feedMembers(remotes: Remotes): void {
    const { agreement, engine } = this.#parts;
    const { role, ended } = agreement.state;
    if (role.state !== 'sequencer') return;
    for (const remote of remotes.values()) {
      const { page, hasLeft } = remote;
      if (hasLeft || includes(ended, page) || role.progress[page]) continue;
      if (findMemberOf(engine.room, remote.peer)) agreement.feed(remote);
    }
  }

  #grant(by: MemberId, request: RoomRequest, from: PeerId | null): void {
    if (request.type === 'stadium' || request.type === 'playOn') {
      this.#stadium.request(by, request, from);
    } else this.#admission.request(by, request);
  }

  /**
   * The host runs the room, also where this peer orders its ticks; also where it took over with the word that it
   * is sent away already. One whose joining is not final yet is in the room by what is ordered.
   */
  #isSentAway(): boolean {
    const { self, engine } = this.#parts;
    return !findMemberOf(engine.final.room, self) && !findMemberOf(engine.room, self);
  }

  /** Says goodbye, so that the others elect the next one at once. */
  #bow(nowMs: number, remotes: Remotes): Outcome {
    sayGoodbye(remotes, this.#parts.current, nowMs);
    return { end: { reason: 'removed' } };
  }

  /** [N21] A page that nobody looks at may be slowed down or frozen at any time. [N58] So may a thin way. */
  #considerHandover(nowMs: number, remotes: Remotes): void {
    const { visibility, engine } = this.#parts;
    if (this.#isAtRest || !this.sequencer.isIdle) return;
    if (visibility.isHidden) this.#handOver(nowMs, remotes);
    const better = this.#ways.advance(engine.room, remotes, nowMs);
    if (better) this.#handOver(nowMs, remotes, better);
  }

  #handOver(nowMs: number, remotes: Remotes, among?: ReadonlySet<MemberId>): boolean {
    const { engine, agreement } = this.#parts;
    if (this.#isHandingOver || nowMs - this.#handedOverMs < HANDOVER_AGAIN_MS) return false;
    const heir = chooseHeir(remotes, agreement, engine.room, nowMs, among);
    if (!heir) return false;
    this.#handedOverMs = nowMs;
    agreement.transfer(heir);
    this.#feeding.hurry();
    return true;
  }

  #letIn(remote: RemotePeer, name: string, fresh: boolean): void {
    const { agreement } = this.#parts;
    const admitted = this.#admission.admit(remote.peer, name);
    // It asks again, once there is place for its order.
    if (!admitted) return;
    if ('refused' in admitted) {
      const code = JOIN_REFUSALS.indexOf(admitted.refused);
      return remote.channel.sendControl({ type: 'refused', code, sequencer: null });
    }
    remote.channel.sendControl({ type: 'welcome', member: admitted.member });
    agreement.begin(remote.page);
    agreement.feed(remote);
    if (fresh) agreement.takeAck(remote, -1, 0);
  }
}

const LIVE_STATE: SessionState = { state: 'live', isMoving: false };
const PAUSED_STATE: SessionState = { state: 'live', isMoving: true, from: null, hasLeft: false };
