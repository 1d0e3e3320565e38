import { HintLog } from '../rollback/hint-log.ts';
import { TIMELINE_TICKS, Timeline } from '../rollback/timeline.ts';
import { Worlds } from '../rollback/worlds.ts';
import type { Command } from '../sim/command.ts';
import { EventBuffer, type MatchEvent } from '../sim/events.ts';
import { MAX_SEATS } from '../sim/seat.ts';
import { stepWorld } from '../sim/step-world.ts';
import { type ArenaSource, type World, cloneWorld, copyWorld } from '../sim/world.ts';
import { HASH_EVERY_TICKS } from '../wire/input-packet.ts';
import { EventJournal } from './event-journal.ts';
import { HashHistory } from './hash-history.ts';

/** Is told all that becomes final, as it does: keeps it for a replay. */
export interface FinalWatcher {
  /** From here on this world goes on; it is changed in place and only to be looked at. */
  begin(world: World): void;
  /** One tick is final: its inputs (a buffer that is used again), its commands, the world behind it. */
  record(world: World, inputs: Uint8Array, commands: readonly Command[]): void;
}

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

  /** An input that is known but not final. */
  hint(tick: number, seat: number, bits: number): void {
    this.#worlds.hint(tick, seat, bits);
  }

  /** Appends final ticks from `fromTick` on; what is final already is not looked at again. */
  appendRows(
    fromTick: number,
    rows: Uint8Array,
    commands: readonly { readonly row: number; readonly command: Command }[],
  ): void {
    const count = rows.length / MAX_SEATS;
    if (fromTick > this.timeline.end) return;
    this.missingStadium = null;
    for (let row = this.timeline.end - fromTick; row < count; row++) {
      const ofRow = commands.filter((entry) => entry.row === row).map((entry) => entry.command);
      this.missingStadium = this.findMissing(ofRow);
      if (this.missingStadium !== null) break;
      this.timeline.append(rows, row * MAX_SEATS, ofRow);
    }
    // A peer whose clock does not run yet must not lose what it has not folded.
    if (this.timeline.end - this.final.tick > TIMELINE_TICKS / 2) this.advance(this.predicted.tick);
  }

  /** The first stadium that these commands change to and that is not here. */
  findMissing(commands: readonly Command[]): string | null {
    for (const command of commands) {
      if (command.type === 'stadium' && !this.#arenas(command.stadium)) return command.stadium;
    }
    return null;
  }

  /** Folds what is final and predicts up to tick `now`. */
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
