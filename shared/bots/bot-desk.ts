import { hashText, mixHash } from '../base/hash.ts';
import { type Member, findMemberAt, isAway, type RoomState } from '../room/room-state.ts';
import type { World } from '../room/world.ts';
import type { InputBits } from '../sim/input.ts';
import { SEATS, type Seat } from '../sim/seat.ts';
import { type BotMemory, createBotMemory, createMemoryOf } from './bot-memory.ts';
import { BotView } from './bot-view.ts';
import type { BotLevelName } from '../room/bots.ts';
import { SEAT_KEEPER } from './levels.ts';
import { think } from './think.ts';

/** Beyond its reaction: a picture and a packet are made at any moment within a tick. */
const LEAD_TICKS = 1;

/** How a seat without a person is played: on the level of its bot, or for a person that is away. */
type Plays = BotLevelName | 'keeper';

/** Where what the bots hold goes to. */
export interface BotInputs {
  /** First tick of a seat that nothing is known of: a brain that begins goes on from there. */
  firstUnknown(seat: Seat): number;
  /** A bot holds this in a tick. Ticks of a seat come in their order. */
  put(seat: Seat, tick: number, bits: InputBits): void;
  /** [N81] What was held in a seat where the room plays on from a recording; null: a brain thinks. */
  recorded?(seat: Seat, tick: number): InputBits | null;
}

type Brain = {
  readonly memory: BotMemory;
  readonly member: Member;
  readonly plays: Plays;
  /** First tick that it has not thought of. */
  next: number;
  last: InputBits | null;
};

/**
 * [N52] Which seats have a brain, and what the brains hold: of the seats of bots, and of those whose
 * people are away. Each thinks as far ahead as its reaction is long, since what it does until then
 * depends on nothing newer than now. Nothing of it is in the world: another machine begins anew.
 */
export class BotDesk {
  readonly #view = new BotView();
  readonly #brains: (Brain | null)[] = SEATS.map(() => null);
  #room: RoomState | null = null;
  #seen = -1;

  /**
   * Thinks of all that follows from the world as it is now. The same world twice is no news.
   *
   * @returns the shortest reaction of those that change their keys by it, in ticks; Infinity when none does
   */
  advance(world: World, inputs: BotInputs): number {
    if (world.room !== this.#room) this.#assign(world);
    if (world.tick !== this.#seen) this.#view.see(world.arena, world.match, world.tick);
    this.#seen = world.tick;
    let shortest = Number.POSITIVE_INFINITY;
    for (const seat of SEATS) {
      const brain = this.#brains[seat];
      if (brain && this.#thinkAhead(brain, seat, world.tick, inputs)) {
        shortest = Math.min(shortest, brain.memory.level.reaction);
      }
    }
    return shortest;
  }

  /** Has a brain this seat? */
  keeps(seat: Seat): boolean {
    return this.#brains[seat] !== null;
  }

  /** True when its keys change. */
  #thinkAhead(brain: Brain, seat: Seat, now: number, inputs: BotInputs): boolean {
    const { memory } = brain;
    const end = now + memory.level.reaction + LEAD_TICKS;
    brain.next = Math.max(brain.next, inputs.firstUnknown(seat));
    let isNews = false;
    for (; brain.next <= end; brain.next += 1) {
      const told = inputs.recorded?.(seat, brain.next) ?? null;
      const bits = told ?? think(this.#view, seat, brain.next, memory);
      isNews ||= bits !== brain.last;
      brain.last = bits;
      inputs.put(seat, brain.next, bits);
    }
    return isNews;
  }

  #assign({ room, tick }: World): void {
    this.#room = room;
    for (const seat of SEATS) {
      const member = findMemberAt(room, seat);
      const plays = member ? howPlays(member) : null;
      const brain = this.#brains[seat];
      if (!member || !plays) {
        this.#brains[seat] = null;
      } else if (brain?.member.id !== member.id || brain.plays !== plays) {
        // Chance goes by the member: it keeps its ways under the next sequencer.
        const seed = mixHash(hashText(member.name), member.id);
        const memory =
          plays === 'keeper' ? createBotMemory(seed, SEAT_KEEPER) : createMemoryOf(seed, plays);
        // Until it was found idle the keys were the person's own, and may still be on their way.
        const first = isFoundIdle(member) ? tick : 0;
        const next = Math.max(brain?.next ?? 0, first);
        this.#brains[seat] = { memory, member, plays, next, last: null };
      }
    }
  }
}

/** By what it holds, and not by a command that is ordered already. */
function isFoundIdle(member: Member): boolean {
  return member.type === 'person' && member.idle && !member.absent;
}

/** Null for a person that is there. */
function howPlays(member: Member): Plays | null {
  if (member.type === 'bot') return member.level;
  return isAway(member) ? 'keeper' : null;
}
