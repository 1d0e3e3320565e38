import { HintLog } from '../../rollback/hint-log.ts';
import { PENDING_TICKS_MAX, Timeline } from '../../rollback/timeline.ts';
import { Worlds } from '../../rollback/worlds.ts';
import { type Command, neededFor } from '../../room/command.ts';
import { isMomentArena, type PlayableMoment } from '../../room/moment-arena.ts';
import type { RoomState } from '../../room/room-state.ts';
import { EventBuffer, type MatchEvent } from '../../sim/events.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { stepWorld } from '../../room/step-world.ts';
import { type ArenaSource, type World, cloneWorld, copyWorld } from '../../room/world.ts';
import { command as commandCodec } from '../../wire/command-codec.ts';
import { HASH_EVERY_TICKS } from '../../wire/input-packet.ts';
import { encodeMessage } from '../../wire/packets.ts';
import { EventJournal } from '../../rollback/event-journal.ts';
import { HashHistory } from './hash-history.ts';

/** Is told all that becomes final, as it does: keeps it for a replay. */
export interface FinalWatcher {
  /** From here on this world goes on; it is changed in place and only to be looked at. */
  begin(world: World): void;
  /** One tick is final: its inputs (a buffer that is used again), its commands, the world behind it. */
  record(world: World, inputs: Uint8Array, commands: readonly Command[]): void;
}

const NO_COMMANDS: readonly Command[] = [];

/** A command of the `row`-th of several ticks. */
export type RowCommand = { readonly row: number; readonly command: Command };

/**
 * A room's timeline and its two worlds, without any network: what every peer runs and what a replay
 * needs.
 */
export class RoomEngine {
  readonly timeline: Timeline<Command>;
  readonly hints = new HintLog();
  readonly hashes = new HashHistory();
  /** Snapshots that were gone on from. */
  loads = 0;
  readonly #arenas: ArenaSource;
  readonly #watcher: FinalWatcher | null;
  readonly #events = new EventBuffer();
  readonly #journal = new EventJournal();
  /**
   * [N17] The stadium without which this peer does not go on: what is final beyond waits until it is
   * here. Null when nothing is missing.
   */
  missingStadium: string | null = null;
  #worlds: Worlds<World, Command>;

  /** @param world the room at the tick from which the timeline goes on */
  constructor(world: World, arenas: ArenaSource, watcher: FinalWatcher | null = null) {
    this.#arenas = arenas;
    this.#watcher = watcher;
    this.timeline = new Timeline(world.tick);
    this.#worlds = this.#createWorlds(world);
  }

  get final(): World {
    return this.#worlds.final;
  }

  /** The room behind all that is ordered: what the next command is about. */
  get room(): RoomState {
    return this.#worlds.predicted.room;
  }

  get predicted(): World {
    return this.#worlds.predicted;
  }

  get previous(): World {
    return this.#worlds.previous;
  }

  get rollbacks(): Worlds<World, Command>['stats'] {
    return this.#worlds.stats;
  }

  /** Goes on from a snapshot: at joining, and when a diverged state is repaired. */
  load(world: World): void {
    this.loads += 1;
    this.missingStadium = null;
    this.timeline.restart(world.tick);
    this.hints.clear();
    this.hashes.clear();
    this.#worlds = this.#createWorlds(world);
  }

  /** The state alone is replaced, within the timeline: one that was computed wrongly. */
  replaceWorlds(world: World): void {
    this.loads += 1;
    this.hashes.clear();
    this.#worlds = this.#createWorlds(world);
  }

  /** An input that is known but not ordered. */
  hint(tick: number, seat: number, bits: number): void {
    this.#worlds.hint(tick, seat, bits);
  }

  /** Appends ordered ticks from `fromTick` on; what is ordered already is not looked at again. */
  appendRows(fromTick: number, rows: Uint8Array, commands: readonly RowCommand[]): void {
    const { timeline } = this;
    const count = rows.length / MAX_SEATS;
    if (fromTick > timeline.end) return;
    // What is final has to be folded before its ticks are forgotten.
    const isBehind = timeline.finalEnd - this.final.tick > PENDING_TICKS_MAX / 4;
    if (isBehind) this.advance(this.predicted.tick);
    this.missingStadium = null;
    for (let row = timeline.end - fromTick; row < count; row++) {
      const ofRow = commandsOf(commands, row);
      this.missingStadium = this.findMissing(ofRow);
      const isFull = timeline.end - timeline.finalEnd >= PENDING_TICKS_MAX;
      if (this.missingStadium !== null || isFull) break;
      timeline.append(rows, row * MAX_SEATS, ofRow);
    }
  }

  /** The first of these ticks that is ordered here in another way; null when there is none. */
  findDifference(
    fromTick: number,
    rows: Uint8Array,
    commands: readonly RowCommand[],
  ): number | null {
    const { timeline } = this;
    const end = Math.min(fromTick + rows.length / MAX_SEATS, timeline.end);
    for (let tick = Math.max(fromTick, timeline.start); tick < end; tick++) {
      const row = tick - fromTick;
      for (let seat = 0; seat < MAX_SEATS; seat++) {
        if (timeline.inputAt(tick, seat) !== rows[row * MAX_SEATS + seat]) return tick;
      }
      if (!areSameCommands(timeline.commandsAt(tick), commandsOf(commands, row))) return tick;
    }
    return null;
  }

  /** Forgets what was ordered from `end` on: another sequencer ordered something else. */
  takeBack(end: number): void {
    this.timeline.truncate(end);
    this.#worlds.takeBack(end);
  }

  /** The first stadium, or moment, that these commands change to and that is not here. */
  findMissing(commands: readonly Command[]): string | null {
    for (const command of commands) {
      const needed = neededFor(command);
      if (needed !== null && !this.#arenas(needed)) return needed;
    }
    return null;
  }

  /** The moment that travels under this hash; null while it is not here. */
  findMoment(id: string): PlayableMoment | null {
    const arena = this.#arenas(id);
    return arena && isMomentArena(arena) ? arena.moment : null;
  }

  /** Folds what is final, plays what is ordered, and predicts up to tick `now`. */
  advance(now: number): void {
    this.#worlds.advance(now);
  }

  takeEvents(): readonly MatchEvent[] {
    return this.#journal.take();
  }

  /** Whether an event that was told has not been taken back since. */
  holds(event: MatchEvent): boolean {
    return this.#journal.holds(event);
  }

  #createWorlds(world: World): Worlds<World, Command> {
    const copies = [world, cloneWorld(world), cloneWorld(world)] as const;
    this.#watcher?.begin(world);
    const step = (stepped: World, inputs: Uint8Array, commands: readonly Command[]): void => {
      this.#events.clear();
      stepWorld(stepped, inputs, commands, this.#arenas, this.#events);
      this.#journal.record(stepped.tick, this.#events);
      if (stepped !== world) return;
      this.#watcher?.record(stepped, inputs, commands);
      if (stepped.tick % HASH_EVERY_TICKS === 0) this.hashes.put(stepped);
    };
    return new Worlds({ copy: copyWorld, step }, this.timeline, this.hints, copies);
  }
}

function commandsOf(commands: readonly RowCommand[], row: number): readonly Command[] {
  if (commands.length === 0) return NO_COMMANDS;
  return commands.filter((entry) => entry.row === row).map((entry) => entry.command);
}

function areSameCommands(some: readonly Command[], others: readonly Command[]): boolean {
  if (some.length === 0 && others.length === 0) return true;
  return some.length === others.length && some.every((one, at) => isSame(one, others[at]!));
}

function isSame(a: Command, b: Command): boolean {
  return `${encodeMessage(commandCodec, a)}` === `${encodeMessage(commandCodec, b)}`;
}
