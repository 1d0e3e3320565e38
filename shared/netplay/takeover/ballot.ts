import { type Command, type MemberId, TERM_MAX } from '../../room/command.ts';
import { findMemberOf } from '../../room/room-state.ts';
import type { ClaimPacket } from '../../wire/claim-packet.ts';
import { type Claim, ELECTION_TIMEOUT_MS, chooseCandidate } from '../election/election.ts';
import { HeardClaims } from './heard-claims.ts';
import { type Rooms, listRooms } from '../election/quorum.ts';
import type { RemotePeer } from '../replication/remote-peer.ts';
import { findTailStart } from '../engine/timeline-window.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { Visibility } from '../session/visibility.ts';

/** Whoever was heard within this time is not gone, for somebody who would take over without a majority. */
export const GONE_MS = 1_000;

/** What a vote goes by. */
export type BallotParts = {
  readonly engine: RoomEngine;
  readonly visibility: Visibility;
};

/** One claimant's part in the votes, a term after the other: what it heard, and whom it wants. */
export class Ballot {
  /** What the others said in the present term. */
  readonly heard: HeardClaims;
  readonly #parts: BallotParts;
  readonly #own: MemberId;
  #term: number;
  #sinceMs: number;
  #vote: MemberId | null = null;
  #promisedTerm = -1;

  /** @param term the first to be elected to */
  constructor(parts: BallotParts, own: MemberId, term: number, nowMs: number) {
    this.#parts = parts;
    this.heard = new HeardClaims(parts.engine);
    this.#own = own;
    this.#term = term;
    this.#sinceMs = nowMs;
  }

  get term(): number {
    return this.#term;
  }

  get vote(): MemberId | null {
    return this.#vote;
  }

  /**
   * A vote went to somebody else in a later term, who may reign by it: what is acknowledged in this
   * one could be lost (Raft, section 5.1: a server never goes back to an earlier term).
   */
  isPromisedBeyond(term: number): boolean {
    return term < this.#promisedTerm;
  }

  /** Of the present term, in milliseconds. */
  ageMs(nowMs: number): number {
    return nowMs - this.#sinceMs;
  }

  /** Votes belong to their term. */
  begin(term: number, nowMs: number): void {
    this.#term = Math.min(term, TERM_MAX);
    this.#sinceMs = nowMs;
    this.#vote = null;
    this.heard.clear();
  }

  /** True when it counts: a member's, of this term or of a later one, which begins by that. */
  hear(remote: RemotePeer, packet: ClaimPacket, nowMs: number): boolean {
    const member = findMemberOf(this.#parts.engine.room, remote.peer);
    if (!member || packet.reign < this.#term) return false;
    if (packet.reign > this.#term) this.begin(packet.reign, nowMs);
    this.heard.put(member, packet, nowMs);
    return true;
  }

  /** For the first in the succession of those who were heard. */
  cast(): void {
    const claims = [...this.heard.all, this.ownClaim()];
    this.#vote = chooseCandidate(this.#parts.engine.final.room, claims);
    if (this.#vote !== this.#own) this.#promisedTerm = this.#term;
  }

  /** The votes were split, or went to somebody who is gone: then a new term is wanted. */
  isSplit(nowMs: number): boolean {
    if (this.ageMs(nowMs) <= ELECTION_TIMEOUT_MS || this.#vote === null) return false;
    const claims = this.heard.all;
    const chosen = claims.find(({ member }) => member === this.#vote);
    const isGone = this.#vote !== this.#own && nowMs - (chosen?.atMs ?? 0) > GONE_MS;
    return isGone || claims.some(({ vote }) => vote !== null && vote !== this.#vote);
  }

  /** The final room and those that were ordered since, as the newest claim tells them. */
  roomsUpTo(newest: Claim): Rooms {
    const { final, timeline } = this.#parts.engine;
    const packet = this.heard.packetOf(newest);
    const end = packet ? Math.min(newest.from, timeline.end) : timeline.end;
    const commands: Command[] = [];
    for (let tick = final.tick; tick < end; tick++) commands.push(...timeline.commandsAt(tick));
    for (const { row, command } of packet?.commands ?? []) {
      if (newest.from + row >= final.tick) commands.push(command);
    }
    return listRooms(final.room.members, commands);
  }

  ownClaim(): Claim {
    const { engine, visibility } = this.#parts;
    const { timeline, room } = engine;
    return {
      member: this.#own,
      vote: this.#vote,
      hidden: visibility.isHidden,
      tailTerm: room.term,
      from: findTailStart(timeline),
      finalEnd: timeline.finalEnd,
      end: timeline.end,
    };
  }
}
