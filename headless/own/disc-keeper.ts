import { colorOf } from '../../shared/room/discs.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import type { ScriptRoomObject } from '../script/published-object.ts';
import { readColor } from '../script/read-values.ts';
import type { OnProblem, ScriptRoom } from '../script/script-room.ts';
import { isMatchOn } from '../script/script-view.ts';
import type { Player, Spot } from './room-interface.ts';

/** Ticks before a colour that did not come is asked for again. */
const AGAIN_TICKS = TICK_RATE;

type Paint = { readonly color: number; askAt: number };

/** What a script wants of discs for longer than a match: the place at each kick-off, and a colour. */
export class DiscKeeper {
  readonly #room: ScriptRoom;
  readonly #published: ScriptRoomObject;
  readonly #onProblem: OnProblem;
  readonly #paints = new Map<number, Paint>();
  #where: ((player: Player) => Spot | null) | null = null;

  constructor(room: ScriptRoom, published: ScriptRoomObject, onProblem: OnProblem) {
    this.#room = room;
    this.#published = published;
    this.#onProblem = onProblem;
  }

  /** @param color null, or what is none: the colour goes with the match or the team */
  paint(id: number, color: unknown): void {
    const read = readColor(color);
    if (read === null) this.#paints.delete(id);
    else this.#paints.set(id, { color: read, askAt: 0 });
  }

  spawnAt(where: ((player: Player) => Spot | null) | null): void {
    this.#where = typeof where === 'function' ? where : null;
  }

  /** A kick-off is set up, or a player comes into a match. */
  place(players: readonly Player[]): void {
    const { world } = this.#room;
    if (this.#where === null || world === null || !isMatchOn(world)) return;
    for (const player of players) {
      const spot = player.team === 'none' ? null : this.#askWhere(player);
      if (spot === null) continue;
      const { x, y } = spot;
      this.#published.setPlayerDiscProperties(player.id, { x, y, xspeed: 0, yspeed: 0 });
    }
  }

  /** Null: where it would stand anyway, and where the script throws. */
  #askWhere(player: Player): Spot | null {
    try {
      return this.#where?.(player) ?? null;
    } catch (problem) {
      this.#onProblem('spawn', problem);
      return null;
    }
  }

  /** Behind each final tick. */
  advance(): void {
    const { world } = this.#room;
    if (world === null) return;
    for (const [id, paint] of this.#paints) {
      const member = this.#room.memberOf(id);
      if (member === null) this.#paints.delete(id);
      if (member === null || member.seat === null || world.tick < paint.askAt) continue;
      if (colorOf(world.room, world.arena.firstPlayerDisc + member.seat) === paint.color) continue;
      paint.askAt = world.tick + AGAIN_TICKS;
      this.#published.setPlayerDiscProperties(id, { color: paint.color });
    }
  }
}
