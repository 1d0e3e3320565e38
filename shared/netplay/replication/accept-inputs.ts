import { HINT_TICKS } from '../../rollback/hint-log.ts';
import { isIdleAt } from '../../room/room-state.ts';
import type { InputBits } from '../../sim/input.ts';
import type { Seat } from '../../sim/seat.ts';
import type { RemotePeer } from './remote-peer.ts';
import type { RoomEngine } from '../engine/room-engine.ts';

/**
 * [N4] The clock of a player may go back, after a cut above all: what it held for later ticks was
 * before that, and comes anew. To be called with each packet that tells inputs of its sender.
 *
 * @param newest tick of its newest input now
 * @returns whether the packet's inputs count: not when it was overtaken and is from before that
 */
export function acceptInputs(
  { hints, timeline }: RoomEngine,
  remote: RemotePeer,
  seat: Seat,
  newest: number,
): boolean {
  const { order } = remote.channel.meter;
  if (order < remote.inputOrder) return newest <= remote.newestInput;
  const end = Math.min(remote.newestInput + 1, timeline.end + HINT_TICKS);
  hints.forget(seat, Math.max(newest + 1, timeline.end), end);
  remote.newestInput = newest;
  remote.inputOrder = order;
  return true;
}

/** Plays by what a peer told of itself, where it counts: `inputs` go back from `newest` one by one. */
export function hintInputs(
  engine: RoomEngine,
  remote: RemotePeer,
  seat: Seat,
  newest: number,
  inputs: readonly InputBits[],
): void {
  if (isIdleAt(engine.room, seat) || !acceptInputs(engine, remote, seat, newest)) return;
  inputs.forEach((bits, index) => engine.hint(newest - index, seat, bits));
}
