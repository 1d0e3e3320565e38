import { MAX_SEATS } from '../base/room-limits.ts';
import type { RecordedSeats } from '../room/moment-arena.ts';
import { type ArenaSource, cloneWorld, type World } from '../room/world.ts';
import { EventBuffer } from '../sim/events.ts';
import { type InputBits, NEUTRAL_INPUT, toInputBits } from '../sim/input.ts';
import type { Seat } from '../sim/seat.ts';
import type { Tick } from '../sim/tick.ts';
import { type Moment, momentTicks } from '../wire/moment.ts';
import { momentSegment } from './moment-replay.ts';
import { SegmentPlayer } from './play-replay.ts';
import { RecordedHands } from './recorded-hands.ts';

/**
 * [N81] What was held in the seats of a moment, for whoever decides what the bots of a room hold: it looks at now and
 * asks for ticks to come. Nothing of it is in a world, so the next sequencer begins anew and catches up.
 */
export class MomentHands implements RecordedSeats {
  readonly #hands: RecordedHands;
  readonly #player: SegmentPlayer;
  readonly #events = new EventBuffer();
  readonly #rows: Uint8Array;
  readonly #ticks: number;
  readonly #from: Tick;

  /** @param start the moment's first world */
  constructor(moment: Moment, start: World, arenas: ArenaSource, from: Tick) {
    this.#player = new SegmentPlayer(momentSegment(moment), cloneWorld(start), arenas);
    this.#rows = moment.rows;
    this.#ticks = momentTicks(moment);
    this.#from = from;
    const player = this.#player;
    this.#hands = new RecordedHands({
      world: player.world,
      get inputs() {
        return player.inputs;
      },
      get isAtEnd() {
        return player.isAtEnd;
      },
      step: () => this.#step(),
    });
  }

  follow(world: World): void {
    const row = world.tick - this.#from;
    // Before the first tick all stand, and what is taken back a little was looked at already.
    if (row < this.#player.played) return;
    while (this.#player.played < row && !this.#player.isAtEnd) this.#step();
    this.#hands.follow(world);
  }

  bits(seat: Seat, tick: number): InputBits | null {
    const row = tick - this.#from;
    // [R45] Before the first tick it does not count.
    if (row < 0) return NEUTRAL_INPUT;
    if (row >= this.#ticks || this.#hands.bits(seat) === null) return null;
    return toInputBits(this.#rows[row * MAX_SEATS + seat]!);
  }

  #step(): void {
    if (!this.#player.isAtEnd) this.#player.step(this.#events);
  }
}
