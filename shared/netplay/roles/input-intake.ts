import { findMemberOf } from '../../room/room-state.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import type { ConfirmPacket } from '../../wire/confirm-packet.ts';
import { unwrapTick } from '../../wire/fields.ts';
import type { InputPacket } from '../../wire/input-packet.ts';
import { acceptInputs } from '../replication/accept-inputs.ts';
import type { DesyncGuard } from '../desync/desync-guard.ts';
import { DEADLINE_MAX_TICKS } from '../timing/lateness.ts';
import { LateInputs } from '../desync/late-inputs.ts';
import type { Suspects } from '../session/suspects.ts';
import type { RemotePeer } from '../replication/remote-peer.ts';
import type { Sequencer } from '../replication/sequencer.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { ClockSync } from '../timing/clock-sync.ts';

/** What inputs are read against. */
export type InputIntakeParts = {
  readonly engine: RoomEngine;
  readonly clock: ClockSync;
  readonly suspects: Suspects;
};

/** The sequencer's ear: what the others played and hashed. */
export class InputIntake {
  readonly #parts: InputIntakeParts;
  readonly #sequencer: Sequencer;
  readonly #guard: DesyncGuard;
  readonly #late: LateInputs;

  constructor(parts: InputIntakeParts, sequencer: Sequencer, guard: DesyncGuard) {
    this.#parts = parts;
    this.#late = new LateInputs(parts.suspects);
    this.#sequencer = sequencer;
    this.#guard = guard;
  }

  take(remote: RemotePeer, packet: InputPacket, atMs: number): void {
    const { engine, clock } = this.#parts;
    const member = findMemberOf(engine.room, remote.peer);
    if (!member) return;
    if (remote.needsSnapshot || remote.feed.isLoading) return;
    const nowTick = clock.tickAt(atMs);
    const newest = unwrapTick(packet.newestTick, nowTick);
    if (packet.hash) this.#guard.take(member, packet.hash);
    // An absent one is not waited for, so its inputs come a little late until it is present again.
    if (newest >= engine.timeline.end - DEADLINE_MAX_TICKS) remote.freshAtMs = atMs;
    if (member.seat === null || member.idle || !this.#sequencer.isInReach(newest)) return;
    if (!acceptInputs(engine, remote, member.seat, newest)) return;
    if (remote.channel.meter.isNewest) this.#sequencer.goBack(member.seat, newest);
    this.#late.note(remote, newest, nowTick);
    this.#sequencer.receive(member.seat, newest, packet.inputs, nowTick);
  }

  /** [N8] What the sequencer of an older term held itself: it sends no INPUT before it knows of this one. */
  takeTail(remote: RemotePeer, packet: ConfirmPacket, atMs: number): void {
    const { engine, clock } = this.#parts;
    const seat = findMemberOf(engine.room, remote.peer)?.seat ?? null;
    const tail = packet.tails.find((one) => one.seat === seat);
    if (seat === null || !tail) return;
    const end = unwrapTick(packet.fromTick, engine.timeline.end) + packet.rows.length / MAX_SEATS;
    const newest = end + tail.inputs.length - 1;
    if (!this.#sequencer.isInReach(newest)) return;
    remote.newestInput = Math.max(remote.newestInput, newest);
    this.#sequencer.receive(seat, newest, tail.inputs.toReversed(), clock.tickAt(atMs));
  }
}
