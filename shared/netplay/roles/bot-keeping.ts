import { BotDesk, type BotInputs } from '../../bots/bot-desk.ts';
import type { RecordedSeats } from '../../room/moment-arena.ts';
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
  /** Of the match that goes on from a recording: its first tick, and what was held. */
  #recorded: { readonly from: number; readonly seats: RecordedSeats } | null = null;

  constructor(engine: RoomEngine) {
    this.#engine = engine;
    this.#inputs = {
      firstUnknown: (seat) => {
        let tick = engine.timeline.end;
        while (engine.hints.has(tick, seat)) tick += 1;
        return tick;
      },
      put: (seat, tick, bits) => engine.hint(tick, seat, bits),
      recorded: (seat, tick) => this.#recorded?.seats.bits(seat, tick) ?? null,
    };
  }

  /** Once a tick, behind the worlds; the packets of the tick leave after it. */
  advance(remotes: Remotes): void {
    this.#follow();
    const reaction = this.#desk.advance(this.#engine.predicted, this.#inputs);
    if (reaction === Number.POSITIVE_INFINITY) return;
    for (const { channel, pace } of remotes.values()) {
      // A peer that is near enough has it in time by the next packet that is due.
      if (channel.meter.oneWayP95Ms / TICK_MS + PACKET_TICKS > reaction) pace.hurry();
    }
  }

  /** [N81] A machine that came later may lack the moment: its bots think from the first tick on. */
  #follow(): void {
    const { predicted } = this.#engine;
    const { playsOn } = predicted.room;
    if (playsOn === null) this.#recorded = null;
    else if (this.#recorded?.from !== playsOn.from) {
      const moment = this.#engine.findMoment(playsOn.moment);
      this.#recorded = moment && { from: playsOn.from, seats: moment.recall(playsOn.from) };
    }
    this.#recorded?.seats.follow(predicted);
  }
}
