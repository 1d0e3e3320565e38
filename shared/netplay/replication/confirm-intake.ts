import type { MemberId } from '../../room/command.ts';
import { findMember } from '../../room/room-state.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import type { Seat } from '../../sim/seat.ts';
import { TICK_MS } from '../../sim/tick.ts';
import { type ConfirmPacket, PHASES_PER_TICK } from '../../wire/confirm-packet.ts';
import { unwrapTick } from '../../wire/fields.ts';
import type { RemotePeer } from './remote-peer.ts';
import { type TimelineParts, replaceRows } from './replace-rows.ts';
import type { ClockSync } from '../timing/clock-sync.ts';
import type { OwnInputs } from '../timing/own-inputs.ts';
import type { InputDelay } from '../timing/input-delay.ts';

/**
 * `conflict`: what is final here and what is final there are not the same. `gap`: the sequencer
 * believes that more is here than is.
 */
export type Intake = 'taken' | 'gap' | 'conflict';

/** What a CONFIRM changes: the timeline, the clock, and the delay when an own input was late. */
export type ConfirmParts = TimelineParts & {
  readonly clock: ClockSync;
  readonly inputs: OwnInputs;
  readonly delay: InputDelay;
};

/**
 * [N24] Takes in what was ordered, how much of it is final, what is known beyond, and the sequencer's
 * clock. What a former sequencer ordered differently, and nobody made final, is replaced.
 */
export function takeConfirm(
  parts: ConfirmParts,
  own: MemberId | null,
  remote: RemotePeer,
  packet: ConfirmPacket,
  atMs: number,
): Intake {
  const { engine, clock, counts } = parts;
  counts.deadlineTicks = packet.deadline;
  const from = unwrapTick(packet.fromTick, engine.timeline.end);
  const { meter } = remote.channel;
  if (meter.hasRtt && meter.isNewest) {
    const phase = (packet.nowPhase + 0.5) / PHASES_PER_TICK;
    clock.sample(from + packet.nowAhead + phase + meter.rttMs / 2 / TICK_MS, atMs);
  }
  const { timeline } = engine;
  if (from > timeline.agreedEnd) return 'gap';
  const seat = own === null ? null : (findMember(engine.room, own)?.seat ?? null);
  if (seat !== null) countEaten(parts, seat, from, packet.rows);
  if (!replaceRows(parts, from, packet)) return 'conflict';
  const beyond = from + packet.rows.length / MAX_SEATS;
  for (const tail of packet.tails) {
    if (tail.seat === seat) continue;
    tail.inputs.forEach((bits, index) => engine.hint(beyond + index, tail.seat, bits));
  }
  timeline.agree(beyond);
  timeline.makeFinal(Math.min(beyond - packet.pending, timeline.agreedEnd));
  return 'taken';
}

/** My input was ordered as something else: it came too late. */
export function countEaten(parts: ConfirmParts, seat: Seat, from: number, rows: Uint8Array): void {
  const { engine, inputs, delay, counts } = parts;
  const end = Math.min(from + rows.length / MAX_SEATS, inputs.next);
  for (let tick = engine.timeline.end; tick < end; tick++) {
    if (rows[(tick - from) * MAX_SEATS + seat] === inputs.at(tick)) continue;
    delay.eat();
    counts.eatenInputs += 1;
  }
}
