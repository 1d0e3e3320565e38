import { HINT_TICKS } from '../../rollback/hint-log.ts';
import { type RoomState, findMemberAt, isPlayedByBot } from '../../room/room-state.ts';
import { SEATS, type Seat } from '../../sim/seat.ts';
import type { RoomEngine } from './room-engine.ts';

/**
 * [N56] What a bot thought of for a seat is known ahead of its ticks. It is void once the person is back,
 * and where the absence was taken back: nobody shall order it in the place of the person's own keys.
 */
export class ThoughtInputs {
  readonly #isThought = SEATS.map(() => false);
  #room: RoomState | null = null;

  /**
   * Once a tick, behind the worlds.
   *
   * @param own this peer's seat, whose keys are known here
   */
  advance({ room, timeline, hints }: RoomEngine, own: Seat | null): void {
    if (room === this.#room) return;
    this.#room = room;
    for (const seat of SEATS) {
      const member = findMemberAt(room, seat);
      const isThought = member !== undefined && isPlayedByBot(member);
      const { end } = timeline;
      if (this.#isThought[seat] && !isThought && seat !== own)
        hints.forget(seat, end, end + HINT_TICKS);
      this.#isThought[seat] = isThought;
    }
  }
}
