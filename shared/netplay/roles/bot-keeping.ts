import { BotDesk, type BotInputs } from '../../bots/bot-desk.ts';
import { HINT_TICKS } from '../../rollback/hint-log.ts';
import type { MemberId } from '../../room/command.ts';
import { findMember } from '../../room/room-state.ts';
import { TICK_MS } from '../../sim/tick.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { Remotes } from '../replication/remote-peer.ts';

/** What waits for a packet that is due anyway waits for so long at most, in ticks. */
const PACKET_TICKS = 4;

/**
 * [N52] The sequencer's bots: what they hold is known here before its tick, so it is ordered like any
 * input that came in, and CONFIRM carries it ahead to everybody.
 */
export class BotKeeping {
  readonly #engine: RoomEngine;
  readonly #desk = new BotDesk();
  readonly #inputs: BotInputs;

  /** @param self who this peer is in the room just now */
  constructor(engine: RoomEngine, self: () => MemberId | null) {
    this.#engine = engine;
    this.#inputs = {
      firstUnknown: (seat) => {
        let tick = engine.timeline.end;
        while (engine.hints.has(tick, seat)) tick += 1;
        return tick;
      },
      put: (seat, tick, bits) => engine.hint(tick, seat, bits),
      release: (seat) => {
        const own = self();
        // The own keys take the place of what was thought by themselves.
        if (own !== null && findMember(engine.room, own)?.seat === seat) return;
        const { end } = engine.timeline;
        engine.hints.forget(seat, end, end + HINT_TICKS);
      },
    };
  }

  /** Once a tick, behind the worlds; the packets of the tick leave after it. */
  advance(remotes: Remotes): void {
    const reaction = this.#desk.advance(this.#engine.predicted, this.#inputs);
    if (reaction === Number.POSITIVE_INFINITY) return;
    for (const { channel, pace } of remotes.values()) {
      // A peer that is near enough has it in time by the next packet that is due.
      if (channel.meter.oneWayP95Ms / TICK_MS + PACKET_TICKS > reaction) pace.hurry();
    }
  }
}
