import type { PeerId } from '../../base/peer-id.ts';
import { BY_SEQUENCER, type MemberId, type RoomRequest } from '../../room/command.ts';
import { MEMBER_NUMBERS } from '../../base/room-limits.ts';
import { findMember, findMemberOf } from '../../room/room-state.ts';
import type { ClaimPacket } from '../../wire/claim-packet.ts';
import { type ControlMessage, JOIN_REFUSALS } from '../../wire/control-packet.ts';
import { toTick } from '../../sim/tick.ts';
import { termsAhead } from '../../wire/packet-header.ts';
import type { Packet } from '../../wire/packets.ts';
import { Admission, presenceOf } from '../replication/admission.ts';
import type { FollowerStart } from './follower-role.ts';
import { DesyncGuard, type DesyncGuardParts } from '../desync/desync-guard.ts';
import { Finality } from '../replication/finality.ts';
import { Handoff, type HandoffPatience, chooseSuccessor } from './handoff.ts';
import { Incumbency, type IncumbencyParts } from './incumbency.ts';
import { InputIntake, type InputIntakeParts } from './input-intake.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import { type Departure, FURTHEST_TICKS, type Outcome, type Role, sayGoodbye } from './role.ts';
import type { SessionState } from '../session/session-state.ts';
import { Sequencer } from '../replication/sequencer.ts';
import { StadiumChange } from '../stadiums/stadium-change.ts';
import { Supply, type SupplyParts } from '../replication/supply.ts';
import type { StadiumExchange } from '../stadiums/stadium-exchange.ts';

const INTRODUCE_EVERY_MS = 500;

/** The term that is to be elected, and what this person asked for and nobody dealt with yet. */
export type Contest = {
  readonly term: number;
  readonly pending: readonly RoomRequest[];
  readonly nowMs: number;
};

/** Where a reign ends: somebody else has a higher term, or was given it. */
export type SequencerExits = {
  depose(own: MemberId | null, sequencer: PeerId, term: number): Role;
  /** The reign goes on in a later term only if the others want it to. */
  contend(own: MemberId, change: Contest): Role;
  abdicate(start: Omit<FollowerStart, 'hasWorld'>, sequencer: PeerId, term: number): Role;
};

/** What the sequencer itself works on, beside what each of its parts takes. */
export type SequencerParts = DesyncGuardParts &
  IncumbencyParts &
  InputIntakeParts &
  SupplyParts & {
    readonly name: string;
    readonly stadiums: StadiumExchange;
    readonly handoffPatience: HandoffPatience;
  };

/** The peer that orders ticks, lets people in and keeps everybody supplied. */
export class SequencerRole implements Role {
  readonly reigns = true;
  readonly isTimed = true;
  readonly slackTicks = Number.POSITIVE_INFINITY;
  readonly sequencer: Sequencer;
  readonly #parts: SequencerParts;
  readonly #exits: SequencerExits;
  readonly #handoff: Handoff;
  /** The reign goes to somebody else because the state here is not that of most. */
  #isDiverged = false;
  /** Wished for while the reign is on its way to somebody else. */
  readonly #pending: RoomRequest[] = [];
  readonly #guard: DesyncGuard;
  readonly #inputs: InputIntake;
  readonly #admission: Admission;
  readonly #incumbency: Incumbency;
  readonly #finality: Finality;
  readonly #stadium: StadiumChange;
  readonly #supply: Supply;
  #self: MemberId | null;
  /** It is final that this peer is a member. */
  #isMember = false;
  #next: Role | null = null;
  #introducedMs = Number.NEGATIVE_INFINITY;

  /** @param self the own number of somebody who takes over; null founds the room */
  constructor(parts: SequencerParts, exits: SequencerExits, self: MemberId | null) {
    this.#parts = parts;
    this.#exits = exits;
    this.#handoff = new Handoff(parts.handoffPatience);
    this.sequencer = new Sequencer(parts.engine);
    this.#guard = new DesyncGuard(parts, this.sequencer);
    this.#inputs = new InputIntake(parts, this.sequencer, this.#guard);
    this.#admission = new Admission(parts.engine, this.sequencer);
    this.#finality = new Finality(parts.engine, parts.reign);
    const { sequencer } = this;
    const finality = this.#finality;
    this.#incumbency = new Incumbency(parts, { sequencer, finality, isTaken: self !== null });
    this.#stadium = new StadiumChange(parts.engine, parts.stadiums, this.sequencer);
    this.#supply = new Supply(parts, this.sequencer);
    this.#self = self;
    if (self !== null) return;
    const admitted = this.#admission.admit(parts.self, parts.name);
    this.#self = 'member' in admitted ? admitted.member : null;
    this.#incumbency.register(parts.reign.term);
  }

  get self(): MemberId | null {
    return this.#self;
  }

  get state(): SessionState {
    return this.#incumbency.isPaused ? PAUSED_STATE : LIVE_STATE;
  }

  get furthestTick(): number {
    const { timeline } = this.#parts.engine;
    return this.#isAtRest ? timeline.end + FURTHEST_TICKS : Number.POSITIVE_INFINITY;
  }

  /** Nothing is ordered here at present. */
  get #isAtRest(): boolean {
    const isHolding = this.#incumbency.isHolding || this.sequencer.isUnheard;
    return this.#next !== null || isHolding || this.#handoff.isUnderway;
  }

  /** Says in the timeline that this peer reigns, and what is known of the one before. */
  proclaim(term: number, deposed: MemberId, departure: Departure): void {
    if (this.#self === null) return;
    const own = { member: this.#self, by: BY_SEQUENCER };
    const old = findMember(this.#parts.engine.room, deposed);
    // One that left is settled with all others: by then it is known whether it said so itself.
    const isMissed = departure === 'silent' || departure === 'reloaded';
    if (old && isMissed && deposed !== this.#self) this.#admission.settle(old, 'away');
    this.sequencer.order({ type: 'reign', term, pages: 0, ...own });
    this.sequencer.order({ type: 'absent', absent: false, ...own });
    this.#incumbency.register(term);
  }

  request(request: RoomRequest): void {
    if (this.#handoff.isUnderway) this.#pending.push(request);
    else if (this.#self !== null) this.#grant(this.#self, request, null);
  }

  handlePacket(remote: RemotePeer, packet: Packet, atMs: number): void {
    switch (packet.type) {
      case 'input':
        return this.#inputs.take(remote, packet, atMs);
      case 'nack':
        return remote.feed.acknowledgeSnapshot(packet.id, packet.missing);
      case 'claim':
        return this.#answerClaim(remote, packet, atMs);
      case 'confirm':
        this.#inputs.takeTail(remote, packet, atMs);
        return this.#meetRival(remote, packet.term);
      default:
    }
  }

  handleMessage(remote: RemotePeer, message: ControlMessage): void {
    // Whoever asks now asks again, and is told whom.
    if (this.#handoff.isUnderway) return;
    if (message.type === 'join') this.#letIn(remote, message.name, message.fresh);
    if (message.type !== 'request') return;
    const member = findMemberOf(this.#parts.engine.room, remote.peer);
    if (member) this.#grant(member.id, message.request, remote.peer);
  }

  forget(): void {
    // Whoever has left is seen when the members are looked through.
  }

  decide(now: number): void {
    if (!this.#isAtRest && this.sequencer.advance(now)) this.#supply.hurry();
    this.#parts.counts.deadlineTicks = this.sequencer.deadline;
  }

  advance(nowMs: number, remotes: Remotes): Outcome {
    if (this.#next) return { become: this.#next };
    if (this.#isSentAway()) return this.#bow(nowMs, remotes);
    this.#incumbency.advance(nowMs, remotes, this.#self);
    this.#finality.advance(nowMs, this.#self, remotes, this.#incumbency);
    this.#considerHandoff(nowMs, remotes);
    if (!this.#isAtRest) {
      this.#guard.advance(nowMs, remotes, (majority) => {
        this.#isDiverged = this.#handOver(nowMs, remotes, majority);
        return this.#isDiverged;
      });
    }
    this.#stadium.advance(nowMs, remotes);
    const { room } = this.#parts.engine;
    for (const member of room.members) {
      this.#admission.settle(
        member,
        member.id === this.#self ? 'here' : presenceOf(member, remotes.get(member.peer), nowMs),
      );
    }
    for (const remote of remotes.values()) {
      if (remote.hasLeft) this.#admission.dismissNewcomer(remote.peer);
    }
    return null;
  }

  send(now: number, nowMs: number, remotes: Remotes): void {
    this.#supply.send(now, nowMs, remotes, this.#handoff.isUnderway);
  }

  #grant(by: MemberId, request: RoomRequest, from: PeerId | null): void {
    if (request.type === 'stadium') this.#stadium.request(by, request.stadium, from);
    else this.#admission.request(by, request);
  }

  /**
   * Somebody else orders ticks. One that was deposed without knowing it learns it from the term
   * on our packets; of two in the same term the one with the lower number goes on.
   */
  #meetRival(remote: RemotePeer, shortTerm: number): void {
    if (this.#next) return;
    const { reign, engine } = this.#parts;
    const ahead = termsAhead(shortTerm, reign.term);
    const rival = findMemberOf(engine.room, remote.peer);
    if (!rival) return;
    if (this.#handoff.isTo(remote)) {
      if (ahead > 0) this.#letGo(remote, reign.term + ahead);
      return;
    }
    const yields = ahead > 0 || (ahead === 0 && rival.id < (this.#self ?? MEMBER_NUMBERS));
    if (yields) this.#next = this.#exits.depose(this.#self, remote.peer, reign.term + ahead);
    else remote.isFed = true;
  }

  /** The host runs the room, also where this peer orders its ticks. */
  #isSentAway(): boolean {
    const { self, engine } = this.#parts;
    const isMember = findMemberOf(engine.final.room, self) !== undefined;
    const wasMember = this.#isMember;
    this.#isMember = isMember;
    return wasMember && !isMember;
  }

  /** Says goodbye, so that the others choose the next one at once. */
  #bow(nowMs: number, remotes: Remotes): Outcome {
    sayGoodbye(remotes, nowMs);
    return { end: { reason: 'removed' } };
  }

  /** [N21] A page that nobody looks at may be slowed down or frozen at any time. */
  #considerHandoff(nowMs: number, remotes: Remotes): void {
    const { visibility, reign } = this.#parts;
    this.#handoff.urge(nowMs);
    // The heir may have begun where nobody here hears it: the term after that is put to the vote.
    if (this.#handoff.hasFailed(nowMs)) return this.#contend(reign.term + 2, nowMs);
    const contested = this.#incumbency.contestedTerm;
    if (contested !== null && !this.#handoff.isUnderway) return this.#contend(contested, nowMs);
    if (!visibility.isHidden || this.#isAtRest || !this.sequencer.isIdle) return;
    this.#handOver(nowMs, remotes);
  }

  /** Stands for election like everybody else. */
  #contend(term: number, nowMs: number): void {
    if (this.#next || this.#self === null) return;
    this.#next = this.#exits.contend(this.#self, { term, pending: this.#pending, nowMs });
  }

  #handOver(nowMs: number, remotes: Remotes, among?: ReadonlySet<MemberId>): boolean {
    const { engine, reign } = this.#parts;
    const end = toTick(engine.timeline.end);
    if (!this.#handoff.mayBegin(nowMs)) return false;
    const { room } = engine;
    const heir = chooseSuccessor(remotes, { room, end, nowMs, ...(among ? { among } : {}) });
    if (!heir) return false;
    this.#handoff.begin(heir, reign.term + 1, end, nowMs);
    // With the word goes all that is ordered, to everybody.
    for (const remote of remotes.values()) remote.pace.hurry();
    return true;
  }

  #letGo(heir: RemotePeer, term: number): void {
    const start = { self: this.#self, isStale: this.#isDiverged, pending: this.#pending };
    this.#next = this.#exits.abdicate(start, heir.peer, term);
  }

  #answerClaim(remote: RemotePeer, packet: ClaimPacket, atMs: number): void {
    const member = findMemberOf(this.#parts.engine.room, remote.peer);
    if (this.#self === null) return;
    if (!member) return this.#introduce(remote, atMs);
    remote.isFed = true;
    this.#incumbency.answer(member.id, packet);
  }

  /** Somebody misses a reign of a room that this one has left behind: it shall ask to be let in. */
  #introduce({ channel }: RemotePeer, nowMs: number): void {
    if (nowMs - this.#introducedMs < INTRODUCE_EVERY_MS) return;
    this.#introducedMs = nowMs;
    const code = JOIN_REFUSALS.indexOf('not-sequencer');
    channel.sendControl({ type: 'refused', code, sequencer: this.#parts.self });
  }

  #letIn(remote: RemotePeer, name: string, fresh: boolean): void {
    const admitted = this.#admission.admit(remote.peer, name);
    if ('refused' in admitted) {
      const code = JOIN_REFUSALS.indexOf(admitted.refused);
      return remote.channel.sendControl({ type: 'refused', code, sequencer: null });
    }
    remote.channel.sendControl({ type: 'welcome', member: admitted.member });
    // It asks again before the world that is on its way over this channel can be there.
    const isServed = remote.isFed && remote.feed.isLoading;
    remote.isFed = true;
    if (!fresh || isServed) return;
    remote.feed.forget();
    remote.needsSnapshot = true;
  }
}

const LIVE_STATE: SessionState = { state: 'live', isMoving: false };
const PAUSED_STATE: SessionState = { state: 'live', isMoving: true, from: null, hasLeft: false };
