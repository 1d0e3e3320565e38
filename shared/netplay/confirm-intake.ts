import type { Command, MemberId } from '../sim/command.ts';
import { findMember } from '../sim/room-state.ts';
import { MAX_SEATS, type Seat } from '../sim/seat.ts';
import { TICK_MS } from '../sim/tick.ts';
import { command } from '../wire/command-codec.ts';
import { type ConfirmPacket, PHASES_PER_TICK } from '../wire/confirm-packet.ts';
import { unwrapTick } from '../wire/fields.ts';
import { encodeMessage } from '../wire/packets.ts';
import type { RemotePeer } from './remote-peer.ts';
import type { RoleContext } from './role.ts';

/**
 * `conflict`: what is final here and what is final there are not the same. `gap`: the sequencer
 * believes that more is here than is.
 */
export type Intake = 'taken' | 'gap' | 'conflict';

/** Takes in what became final, what is known beyond, and the sequencer's clock. */
export function takeConfirm(
  context: RoleContext,
  own: MemberId | null,
  remote: RemotePeer,
  packet: ConfirmPacket,
  atMs: number,
): Intake {
  const { engine, clock, counts } = context;
  counts.deadlineTicks = packet.deadline;
  const from = unwrapTick(packet.fromTick, engine.timeline.end);
  const { meter } = remote.channel;
  if (meter.hasRtt && meter.isNewest) {
    const phase = (packet.nowPhase + 0.5) / PHASES_PER_TICK;
    clock.sample(from + packet.nowAhead + phase + meter.rttMs / 2 / TICK_MS, atMs);
  }
  if (from > engine.timeline.end) return 'gap';
  if (contradicts(context, from, packet)) return 'conflict';
  const seat = own === null ? null : (findMember(engine.final.room, own)?.seat ?? null);
  if (seat !== null) countEaten(context, seat, from, packet.rows);
  engine.appendRows(from, packet.rows, packet.commands);
  const beyond = from + packet.rows.length / MAX_SEATS;
  for (const tail of packet.tails) {
    if (tail.seat === seat) continue;
    tail.inputs.forEach((bits, index) => engine.hint(beyond + index, tail.seat, bits));
  }
  return 'taken';
}

function contradicts(context: RoleContext, from: number, packet: ConfirmPacket): boolean {
  const { timeline } = context.engine;
  const { rows } = packet;
  const end = Math.min(from + rows.length / MAX_SEATS, timeline.end);
  for (let tick = Math.max(from, timeline.start); tick < end; tick++) {
    const row = tick - from;
    for (let seat = 0; seat < MAX_SEATS; seat++) {
      if (timeline.inputAt(tick, seat) !== rows[row * MAX_SEATS + seat]) return true;
    }
    const theirs = packet.commands.filter((entry) => entry.row === row);
    const own = timeline.commandsAt(tick);
    if (own.length !== theirs.length) return true;
    if (own.some((one, index) => !isSameCommand(one, theirs[index]!.command))) return true;
  }
  return false;
}

function isSameCommand(a: Command, b: Command): boolean {
  return `${encodeMessage(command, a)}` === `${encodeMessage(command, b)}`;
}

/** My input became final as something else: it came too late. */
function countEaten(context: RoleContext, seat: Seat, from: number, rows: Uint8Array): void {
  const { engine, inputs, delay, counts } = context;
  const end = Math.min(from + rows.length / MAX_SEATS, inputs.next);
  for (let tick = engine.timeline.end; tick < end; tick++) {
    if (rows[(tick - from) * MAX_SEATS + seat] === inputs.at(tick)) continue;
    delay.eat();
    counts.eatenInputs += 1;
  }
}
