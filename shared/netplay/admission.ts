import type { PeerId } from '../base/peer-id.ts';
import {
  BY_SEQUENCER,
  MAX_MEMBERS,
  type MemberId,
  type RoomRequest,
  toMemberId,
} from '../sim/command.ts';
import { type Member, type RoomState, findMember, findMemberOf } from '../sim/room-state.ts';
import { TICK_RATE } from '../sim/tick.ts';
import type { Refusal } from '../wire/control-packet.ts';
import type { RoomEngine } from './room-engine.ts';
import type { Sequencer } from './sequencer.ts';

/** A seat is kept this long for somebody whose link is gone. */
export const SEAT_KEPT_TICKS = 90 * TICK_RATE;

export type Admitted = { readonly member: MemberId } | { readonly refused: Refusal };

/** Who comes in, who is away and who is gone: the sequencer says it in the timeline. */
export class Admission {
  readonly #engine: RoomEngine;
  readonly #sequencer: Sequencer;
  /** Numbers given out whose join is not folded yet. */
  readonly #joining = new Map<PeerId, MemberId>();
  readonly #awaySince = new Map<MemberId, number>();
  readonly #banned = new Set<PeerId>();
  #nextId: number;

  constructor(engine: RoomEngine, sequencer: Sequencer) {
    this.#engine = engine;
    this.#sequencer = sequencer;
    this.#nextId = (engine.final.room.members.at(-1)?.id ?? -1) + 1;
  }

  /** Lets a peer in, or back to the place it has. */
  admit(peer: PeerId, name: string): Admitted {
    if (this.#banned.has(peer)) return { refused: 'kicked' };
    const known = findMemberOf(this.#room, peer)?.id ?? this.#joining.get(peer);
    if (known !== undefined) return { member: known };
    const member = this.#takeId();
    if (member === null) return { refused: 'room-full' };
    this.#joining.set(peer, member);
    this.#sequencer.order({ type: 'join', member, peer, name, by: BY_SEQUENCER });
    return { member };
  }

  /** A member asks for something. */
  request(by: MemberId, request: RoomRequest): void {
    if (!this.#sequencer.order({ ...request, by })) return;
    if (request.type !== 'leave' || request.member === by) return;
    const kicked = findMember(this.#room, request.member);
    if (kicked) this.#banned.add(kicked.peer);
  }

  /** A member's inputs arrive: it is here. */
  hear(member: Member): void {
    if (!member.absent || this.#awaySince.get(member.id) === undefined) return;
    this.#awaySince.delete(member.id);
    this.#sequencer.order({ type: 'absent', member: member.id, absent: false, by: BY_SEQUENCER });
  }

  /** A peer's link is gone; its seat is kept for a while. */
  lose(peer: PeerId): void {
    const member = findMemberOf(this.#room, peer);
    if (!member || member.absent) return;
    this.#sequencer.order({ type: 'absent', member: member.id, absent: true, by: BY_SEQUENCER });
  }

  /** A peer said goodbye. */
  dismiss(peer: PeerId): void {
    const id = findMemberOf(this.#room, peer)?.id ?? this.#joining.get(peer);
    if (id !== undefined) this.#sequencer.order({ type: 'leave', member: id, by: BY_SEQUENCER });
  }

  /** Once a tick: gives up seats that were kept long enough. */
  advance(): void {
    const { tick, room } = this.#engine.final;
    for (const member of room.members) {
      this.#joining.delete(member.peer);
      if (!member.absent) this.#awaySince.delete(member.id);
      else if (!this.#awaySince.has(member.id)) this.#awaySince.set(member.id, tick);
      const since = this.#awaySince.get(member.id);
      if (member.absent && since !== undefined && tick - since > SEAT_KEPT_TICKS) {
        this.#awaySince.delete(member.id);
        this.dismiss(member.peer);
      }
    }
  }

  get #room(): RoomState {
    return this.#engine.final.room;
  }

  /** Numbers go round, so that a late packet of the last holder never meets a new one. */
  #takeId(): MemberId | null {
    const taken = new Set<number>(this.#room.members.map((member) => member.id));
    for (const id of this.#joining.values()) taken.add(id);
    for (let step = 0; step < MAX_MEMBERS; step++) {
      const id = (this.#nextId + step) % MAX_MEMBERS;
      if (taken.has(id)) continue;
      this.#nextId = id + 1;
      return toMemberId(id);
    }
    return null;
  }
}
