import type { PeerId } from '../../base/peer-id.ts';
import { type Member, findMemberOf } from '../../room/room-state.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import type { ClaimPacket } from '../../wire/claim-packet.ts';
import { unwrapTick } from '../../wire/fields.ts';
import type { Claim } from '../election/election.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { RoomEngine } from '../engine/room-engine.ts';

/** A claim comes every 50 ms. */
const VOTE_KEPT_MS = 1_000;

export type HeardClaim = Claim & { readonly packet: ClaimPacket; readonly atMs: number };

/** What the members said in the present term since the sequencer fell silent. */
export class HeardClaims {
  readonly #engine: RoomEngine;
  readonly #claims = new Map<PeerId, HeardClaim>();
  /** The sequencer itself stands for election: its claim is waited for like any other. */
  #isContested = false;

  constructor(engine: RoomEngine) {
    this.#engine = engine;
  }

  get all(): readonly HeardClaim[] {
    return [...this.#claims.values()];
  }

  /** Who is not heard any more may have gone back to the sequencer: its vote counts no longer. */
  recent(nowMs: number): readonly HeardClaim[] {
    return this.all.filter(({ atMs }) => nowMs - atMs <= VOTE_KEPT_MS);
  }

  clear(): void {
    this.#claims.clear();
  }

  put(member: Member, packet: ClaimPacket, atMs: number): void {
    const { timeline, room } = this.#engine;
    if (member.id === room.sequencer) this.#isContested = true;
    const from = unwrapTick(packet.fromTick, timeline.end);
    const end = from + packet.rows.length / MAX_SEATS;
    this.#claims.set(member.peer, {
      member: member.id,
      vote: packet.vote,
      hidden: packet.hidden,
      tailTerm: packet.tailTerm,
      from,
      finalEnd: end - packet.pending,
      end,
      packet,
      atMs,
    });
  }

  /** What this claim was made in; null when it is none that was heard. */
  packetOf(claim: Claim): ClaimPacket | null {
    return this.all.find((heard) => heard === claim)?.packet ?? null;
  }

  /** True when every member that was heard lately and has a world has said what it holds. */
  areComplete(nowMs: number, remotes: Remotes, withinMs: number): boolean {
    const { room } = this.#engine;
    for (const remote of remotes.values()) {
      const member = findMemberOf(room, remote.peer);
      if (!member || this.#isKnown(remote.peer, remote)) continue;
      if (member.id === room.sequencer && !this.#isContested) continue;
      const { channel } = remote;
      if (channel.isReady && nowMs - channel.meter.lastHeardMs < withinMs) return false;
    }
    return true;
  }

  /** Nothing is known of this peer: neither what it holds nor that it is nothing. */
  isMissing(peer: PeerId, remotes: Remotes): boolean {
    return !this.#isKnown(peer, remotes.get(peer));
  }

  #isKnown(peer: PeerId, remote: RemotePeer | undefined): boolean {
    return this.#claims.has(peer) || remote?.lacksWorld === true || remote?.hasLeft === true;
  }
}
