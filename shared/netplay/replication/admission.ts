import type { PeerId } from '../../base/peer-id.ts';
import { SEAT_KEPT_MS } from '../../base/seat-kept.ts';
import { checkName } from '../../lobby/check-name.ts';
import {
  BY_SEQUENCER,
  type BotRequest,
  type MemberId,
  type RoomRequest,
  toMemberId,
} from '../../room/command.ts';
import { fitRequest } from '../session/fit-request.ts';
import { MEMBER_NUMBERS } from '../../base/room-limits.ts';
import { type Person, type RoomState, findMemberOf } from '../../room/room-state.ts';
import { TICK_MS } from '../../sim/tick.ts';
import type { JoinRefusal } from '../../wire/control-packet.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { RemotePeer } from './remote-peer.ts';
import type { Sequencer } from './sequencer.ts';

const ORDER_AGAIN_TICKS = 30;
/** A silent player is absent sooner: when its inputs are missing. This is for spectators. */
const AWAY_AFTER_MS = 3_000;
const HERE_WITHIN_MS = 200;

/** What is known of a member just now; null when nothing is, and the room's word stands. */
export type Presence = 'here' | 'away' | 'gone' | null;

export type Admitted = { readonly member: MemberId } | { readonly refused: JoinRefusal };

/** The number that was given out, and when its join was ordered. */
type Joining = { readonly member: MemberId; tick: number };

/** Members come in, are away and leave by the sequencer's word in the timeline. */
export class Admission {
  readonly #engine: RoomEngine;
  readonly #sequencer: Sequencer;
  /** Numbers given out whose join is not folded yet. */
  readonly #joining = new Map<PeerId, Joining>();
  /** The same of bots: when each was ordered. */
  readonly #bots = new Map<MemberId, number>();
  readonly #awaySince = new Map<MemberId, number>();
  readonly #ordered = new Map<MemberId, { presence: Presence; tick: number }>();
  #nextId: number;

  constructor(engine: RoomEngine, sequencer: Sequencer) {
    this.#engine = engine;
    this.#sequencer = sequencer;
    this.#nextId = (engine.room.members.at(-1)?.id ?? -1) + 1;
  }

  /**
   * Lets a peer in, or back to the place it has. [L81] It says itself what it is called, so that goes
   * through the same gate as in the lobby; what does not pass is a number.
   *
   * @returns null while too much waits to be ordered: it has to ask again
   */
  admit(peer: PeerId, asked: string): Admitted | null {
    if (this.#room.sentAway.includes(peer)) return { refused: 'removed' };
    const known = findMemberOf(this.#room, peer)?.id;
    if (known !== undefined) return { member: known };
    const { end: tick } = this.#engine.timeline;
    const joining = this.#joining.get(peer);
    if (joining && tick - joining.tick < ORDER_AGAIN_TICKS) return { member: joining.member };
    const member = joining?.member ?? this.#takeId();
    if (member === null) return { refused: 'room-full' };
    const name = passName(asked, member);
    const isOrdered = this.#sequencer.order({ type: 'join', member, peer, name, by: BY_SEQUENCER });
    if (!isOrdered) {
      // The number goes to the next that asks.
      if (!joining) this.#nextId = member;
      return null;
    }
    this.#joining.set(peer, { member, tick });
    return { member };
  }

  /** A member asks for something. */
  request(by: MemberId, asked: RoomRequest): void {
    // [R35] [R40] Another member's machine may have left that out.
    const request = fitRequest(asked);
    if (request?.type === 'bot') return this.#addBot(by, request);
    // [N80] That has to travel first.
    if (request && request.type !== 'playOn') this.#sequencer.order({ ...request, by });
  }

  /** [R45] Numbers for bots that a command may bring; fewer where there are not so many. */
  takeNumbers(count: number): readonly MemberId[] {
    const numbers: MemberId[] = [];
    for (let left = count; left > 0; left -= 1) {
      const id = this.#takeId();
      if (id === null || numbers.includes(id)) break;
      numbers.push(id);
    }
    for (const id of numbers) this.#bots.set(id, this.#engine.timeline.end);
    return numbers;
  }

  /** [R9] A bot needs a number, as everybody that comes. */
  #addBot(by: MemberId, request: BotRequest): void {
    const member = this.#takeId();
    if (member === null) return;
    const isOrdered = this.#sequencer.order({ ...request, member, by });
    if (isOrdered) this.#bots.set(member, this.#engine.timeline.end);
    else this.#nextId = member;
  }

  /**
   * Once a tick and member: says in the timeline what the room does not know of it yet. Asked again
   * and again, so whatever became of an earlier order, the room ends with the truth.
   */
  settle(member: Person, presence: Presence): void {
    const { end: tick } = this.#engine.timeline;
    this.#joining.delete(member.peer);
    if (!member.absent) this.#awaySince.delete(member.id);
    else if (!this.#awaySince.has(member.id)) this.#awaySince.set(member.id, tick);
    const awayTicks = tick - (this.#awaySince.get(member.id) ?? tick);
    const isKeptTooLong = awayTicks * TICK_MS > SEAT_KEPT_MS;
    if (presence === 'gone' || isKeptTooLong) this.#order(member.id, 'gone');
    else if (presence === 'here' && member.absent) this.#order(member.id, 'here');
    else if (presence === 'away' && !member.absent) this.#order(member.id, 'away');
  }

  /** A newcomer that was let in said goodbye before the room knew it. */
  dismissNewcomer(peer: PeerId): void {
    const joining = this.#joining.get(peer);
    if (joining) this.#order(joining.member, 'gone');
  }

  /** Not while the same order is on its way. */
  #order(member: MemberId, presence: 'here' | 'away' | 'gone'): void {
    const { end: tick } = this.#engine.timeline;
    const last = this.#ordered.get(member);
    if (last?.presence === presence && tick - last.tick < ORDER_AGAIN_TICKS) return;
    this.#ordered.set(member, { presence, tick });
    const by = BY_SEQUENCER;
    if (presence === 'gone') this.#sequencer.order({ type: 'leave', member, by });
    else this.#sequencer.order({ type: 'absent', member, absent: presence === 'away', by });
  }

  get #room(): RoomState {
    return this.#engine.room;
  }

  /** Numbers go round, so that a late packet of the last holder never meets a new one. */
  #takeId(): MemberId | null {
    const taken = new Set<number>(this.#room.members.map((member) => member.id));
    for (const { member } of this.#joining.values()) taken.add(member);
    const { end } = this.#engine.timeline;
    for (const [member, tick] of this.#bots) if (end - tick < ORDER_AGAIN_TICKS) taken.add(member);
    for (let step = 0; step < MEMBER_NUMBERS; step++) {
      const id = (this.#nextId + step) % MEMBER_NUMBERS;
      if (taken.has(id)) continue;
      this.#nextId = id + 1;
      return toMemberId(id);
    }
    return null;
  }
}

/** [L81] The name that a member is known by: what does not pass the gate is a number. */
export function passName(asked: string, member: MemberId): string {
  const checked = checkName(asked);
  return checked.ok ? checked.value : `#${member + 1}`;
}

/** What the sequencer knows of another member just now, by its link to it. */
export function presenceOf(
  member: Person,
  remote: RemotePeer | undefined,
  nowMs: number,
): Presence {
  if (!remote) return 'away';
  // [R8] Absent first, where the lobby says it: so everybody knows a lost seat from a goodbye.
  if (remote.hasLeft) return remote.goodbye !== null || member.absent ? 'gone' : 'away';
  const { state, meter } = remote.channel;
  if (state.state === 'closed' || nowMs - meter.lastHeardMs > AWAY_AFTER_MS) return 'away';
  return nowMs - remote.freshAtMs < HERE_WITHIN_MS ? 'here' : null;
}
