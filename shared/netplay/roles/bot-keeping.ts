import { BotDesk, type BotInputs } from '../../bots/bot-desk.ts';
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

  constructor(engine: RoomEngine) {
    this.#engine = engine;
    this.#inputs = {
      firstUnknown: (seat) => {
        let tick = engine.timeline.end;
        while (engine.hints.has(tick, seat)) tick += 1;
        return tick;
      },
      put: (seat, tick, bits) => engine.hint(tick, seat, bits),
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
