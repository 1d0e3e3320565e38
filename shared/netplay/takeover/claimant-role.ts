import type { PeerId } from '../../base/peer-id.ts';
import { SEAT_KEPT_MS } from '../../base/seat-kept.ts';
import type { MemberId, RoomRequest } from '../../room/command.ts';
import { findMemberOf } from '../../room/room-state.ts';
import type { ClaimPacket } from '../../wire/claim-packet.ts';
import type { ControlMessage } from '../../wire/control-packet.ts';
import { unwrapTick } from '../../wire/fields.ts';
import { TERM_MODULO, termsAhead } from '../../wire/packet-header.ts';
import type { Packet } from '../../wire/packets.ts';
import { hintInputs } from '../replication/accept-inputs.ts';
import { Ballot, type BallotParts, GONE_MS } from './ballot.ts';
import {
  type Claim,
  MAJORITY_AFTER_MS,
  isAble,
  newestOf,
  voteAfterMs,
} from '../election/election.ts';
import { ClaimSender, type ClaimSenderParts } from './claim-sender.ts';
import type { HeardClaim } from './heard-claims.ts';
import type { Heirloom } from './inheritance.ts';
import { type Rooms, type Voter, countVotes } from '../election/quorum.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import { type Departure, FURTHEST_TICKS, type Outcome, type Role } from './role.ts';
import type { SessionState } from '../session/session-state.ts';
import { type SendInputsParts, sendInputs } from './send-inputs.ts';
import { TermRequest } from '../election/term-request.ts';
import type { TermAuthority } from '../election/reign.ts';

/** A member that was heard within this time is waited for. */
const SUSPECT_MS = 500;
/** Whoever might know more, and is not heard, has had the time to come back. */
const INSIST_AFTER_MS = 9_000;

/** How a reign begins: its number, and the claim whose timeline goes on; null when the own one does. */
export type Succession = {
  readonly term: number;
  readonly departure: Departure;
  readonly newest: HeardClaim | null;
};

export type ClaimantStart = {
  readonly own: MemberId;
  readonly departure: Departure;
  /** The first to be elected to. */
  readonly term: number;
  readonly nowMs: number;
};

/** Where an election ends: with this peer as the sequencer, or following another one. */
export type ClaimantExits = {
  succeed(claims: readonly HeardClaim[], change: Succession): Role;
  follow(sequencer: PeerId, term: number): Role;
  /** Asks somebody who may be no member here for the world. */
  joinAnew(sequencer: PeerId): Role;
  followAsHeir(sequencer: PeerId, heirloom: Heirloom): Role;
};

/** What a claimant itself works on, beside what each of its parts takes. */
export type ClaimantParts = BallotParts &
  ClaimSenderParts &
  SendInputsParts & {
    readonly self: PeerId;
    readonly authority: TermAuthority | null;
  };

/**
 * A peer whose sequencer fell silent: it believes no more CONFIRMs of that reign, tells everybody
 * what it holds, and waits until it or somebody else is chosen. Play goes on, predicted.
 */
export class ClaimantRole implements Role {
  readonly reigns = false;
  readonly isTimed = true;
  readonly slackTicks = 0;
  readonly #parts: ClaimantParts;
  readonly #exits: ClaimantExits;
  readonly #own: MemberId;
  #departure: Departure;
  readonly #sinceMs: number;
  readonly #ballot: Ballot;
  readonly #sender: ClaimSender;
  readonly #request: TermRequest;
  #nowMs: number;
  /** The newest that the lobby gave to somebody else. */
  #takenTerm: number | null = null;
  #next: Role | null = null;
  #pending: RoomRequest[] = [];

  constructor(parts: ClaimantParts, exits: ClaimantExits, start: ClaimantStart) {
    this.#parts = parts;
    this.#exits = exits;
    this.#ballot = new Ballot(parts, start.own, start.term, start.nowMs);
    this.#sender = new ClaimSender(parts);
    this.#own = start.own;
    this.#departure = start.departure;
    this.#sinceMs = start.nowMs;
    this.#nowMs = start.nowMs;
    this.#request = new TermRequest(parts.authority, (newest) => {
      this.#takenTerm = newest;
      this.#catchUp(newest + 1);
    });
  }

  get state(): SessionState {
    const { self, reign } = this.#parts;
    // One that decided and stands for election misses nobody but the others.
    const from = reign.sequencer === self ? null : reign.sequencer;
    return { state: 'live', isMoving: true, from, hasLeft: this.#departure === 'left' };
  }

  get self(): MemberId {
    return this.#own;
  }

  get furthestTick(): number {
    return this.#parts.engine.timeline.end + FURTHEST_TICKS;
  }

  /** Kept for whoever reigns next. */
  request(request: RoomRequest): void {
    this.#pending.push(request);
  }

  takePending(): readonly RoomRequest[] {
    return this.#pending;
  }

  handlePacket(remote: RemotePeer, packet: Packet): void {
    if (packet.type === 'claim') this.#takeClaim(remote, packet);
    if (packet.type !== 'confirm') return;
    const isMember = findMemberOf(this.#parts.engine.room, remote.peer) !== undefined;
    const ahead = termsAhead(packet.term, this.#parts.reign.term);
    if (ahead > 0 && !isMember) this.#meetStranger(remote, packet.term);
    else if (ahead === 0) this.#hearAgain(remote);
    else if (ahead > 0) this.#obeyNewer(remote, this.#parts.reign.term + ahead);
  }

  #obeyNewer({ peer }: RemotePeer, term: number): void {
    if (!this.#ballot.isPromisedBeyond(term)) this.#next = this.#exits.follow(peer, term);
  }

  /**
   * [N12] The one that was missed is there after all. Who has given its vote to somebody else stays:
   * that one may count on what was claimed.
   */
  #hearAgain(remote: RemotePeer): void {
    const { reign } = this.#parts;
    if (
      this.#ballot.isPromisedBeyond(reign.term) ||
      remote.peer !== reign.sequencer ||
      this.#departure !== 'silent'
    )
      return;
    this.#next = this.#exits.follow(remote.peer, reign.term);
  }

  /** Somebody who came when this peer was cut off may reign: the lobby named that term. */
  #meetStranger(remote: RemotePeer, shortTerm: number): void {
    const isNamed = this.#takenTerm !== null && termsAhead(shortTerm, this.#takenTerm) === 0;
    if (isNamed) this.#next = this.#exits.joinAnew(remote.peer);
  }

  /** The one that is missed asks to be let in: it has lost its world. */
  handleMessage(remote: RemotePeer, message: ControlMessage): void {
    const isMissed = remote.peer === this.#parts.reign.sequencer;
    if (isMissed && message.type === 'join' && message.fresh) this.#departure = 'reloaded';
    if (message.type === 'refused') this.#ask(remote, message.sequencer);
    // It runs again and gives its part away: nobody else has been promised anything.
    const isAlone =
      this.#ballot.heard.all.length === 0 && !this.#request.isGranted(this.#ballot.term);
    if (isMissed && isAlone && message.type === 'abdicate') {
      this.#next = this.#exits.followAsHeir(remote.peer, message);
    }
  }

  /**
   * A member says who reigns by now, perhaps somebody who came when this peer was cut off. Of the one that
   * is missed its own word counts, unless behind a vote for somebody else ([N12]): it is there, and its
   * room goes on without this peer, whose seat was kept as long as a seat is.
   */
  #ask(teller: RemotePeer, sequencer: PeerId | null): void {
    const { room } = this.#parts.engine;
    const { self, reign } = this.#parts;
    if (sequencer === null || sequencer === self || !findMemberOf(room, teller.peer)) return;
    const isMissed = sequencer === reign.sequencer;
    const isBack = teller.peer === sequencer && !this.#ballot.isPromisedBeyond(reign.term);
    if (!isMissed || isBack) this.#next = this.#exits.joinAnew(sequencer);
  }

  forget(peer: PeerId): void {
    if (peer === this.#parts.reign.sequencer) this.#departure = 'left';
  }

  decide(): void {
    // Nothing is ordered between two reigns.
  }

  advance(nowMs: number, remotes: Remotes): Outcome {
    this.#nowMs = nowMs;
    if (this.#next) return { become: this.#next };
    // Nobody came for whom the seat here, or one's own there, is kept.
    if (nowMs - this.#sinceMs > SEAT_KEPT_MS) return { end: { reason: 'host-gone' } };
    const ballot = this.#ballot;
    if (ballot.isSplit(nowMs)) ballot.begin(ballot.term + 1, nowMs);
    const isComplete = ballot.heard.areComplete(nowMs, remotes, SUSPECT_MS);
    const ageMs = ballot.ageMs(nowMs);
    if (ballot.vote === null && (isComplete || ageMs >= voteAfterMs(worstRtt(remotes)))) {
      ballot.cast();
    }
    const own = ballot.ownClaim();
    this.#sender.send(ballot.term, own, nowMs, remotes);
    // The vote may be from before the others came with what they hold.
    if (own.vote !== this.#own || !isAble(own, [...ballot.heard.all, own])) return null;
    const isPatient = isComplete || ageMs >= MAJORITY_AFTER_MS;
    if (!isPatient || this.#lacksStadium() || !this.#isEntitled(nowMs, own, remotes)) return null;
    return { become: this.#succeed(own) };
  }

  #succeed(own: Claim): Role {
    const heard = this.#ballot.heard.all;
    const newest = newestOf<Claim>([own, ...heard]);
    return this.#exits.succeed(heard, {
      term: this.#ballot.term,
      departure: this.#departure,
      newest: heard.find((claim) => claim === newest) ?? null,
    });
  }

  /** [N17] Who cannot fold what was claimed fetches the stadium before it takes over. */
  #lacksStadium(): boolean {
    const { engine } = this.#parts;
    const commands = this.#ballot.heard.all.flatMap(({ packet }) => packet.commands);
    engine.missingStadium = engine.findMissing(commands.map(({ command }) => command));
    return engine.missingStadium !== null;
  }

  send(_now: number, nowMs: number, remotes: Remotes): void {
    sendInputs(this.#parts, this.#own, nowMs, remotes);
  }

  /** A closed link is no goodbye: it may be rebuilt. */
  get #gone(): MemberId | null {
    return this.#departure === 'silent' ? null : this.#parts.engine.room.sequencer;
  }

  /**
   * [N11] By the lobby's word, which goes to one peer a term; without a lobby that answers, a
   * majority is enough. Without a majority nobody asks for the word who hears somebody that wants
   * another, or that claims nothing: it may have a sequencer.
   */
  #isEntitled(nowMs: number, own: Claim, remotes: Remotes): boolean {
    const { heard, term } = this.#ballot;
    const claims = [...heard.all, own];
    const rooms = this.#ballot.roomsUpTo(newestOf(claims)!);
    const votes = [...heard.recent(nowMs), own];
    const { isChosen, voters, electorate } = countVotes(rooms, votes, this.#own, this.#gone);
    const isComplete = heard.areComplete(nowMs, remotes, GONE_MS);
    const isOnOwn = isComplete && claims.every(({ vote }) => vote === null || vote === this.#own);
    if (isChosen || isOnOwn) {
      const missing = this.#findMissing(rooms, remotes);
      const insists = nowMs - this.#sinceMs >= INSIST_AFTER_MS;
      const count = { voters: voters.map(peerOf), electorate: electorate.map(peerOf) };
      this.#request.ask({ term, ...count, missing, insists }, nowMs);
    }
    if (this.#request.isGranted(term)) return true;
    return isChosen && this.#request.isNobodyThere(term, nowMs);
  }

  /** Those who may hold what this peer does not know of. */
  #findMissing(rooms: Rooms, remotes: Remotes): readonly PeerId[] {
    const present = rooms.flat().filter(({ id, absent }) => !absent && id !== this.#own);
    const others = new Set(present.filter(({ id }) => id !== this.#gone).map(peerOf));
    return [...others].filter((peer) => this.#ballot.heard.isMissing(peer, remotes));
  }

  /** The lobby gave terms that this peer never heard of. Headers can follow a few of them only. */
  #catchUp(term: number): void {
    if (term - this.#parts.reign.term < TERM_MODULO / 2) this.#ballot.begin(term, this.#nowMs);
  }

  #takeClaim(remote: RemotePeer, packet: ClaimPacket): void {
    if (!this.#ballot.hear(remote, packet, this.#nowMs)) return;
    const { engine } = this.#parts;
    const seat = findMemberOf(engine.room, remote.peer)?.seat ?? null;
    if (seat === null) return;
    const newest = unwrapTick(packet.newestTick, engine.predicted.tick);
    hintInputs(engine, remote, seat, newest, packet.inputs);
  }
}

function peerOf({ peer }: Voter): PeerId {
  return peer;
}

function worstRtt(remotes: Remotes): number {
  let worst = 0;
  for (const { channel } of remotes.values()) {
    if (channel.isReady) worst = Math.max(worst, channel.meter.rttMs);
  }
  return worst;
}
