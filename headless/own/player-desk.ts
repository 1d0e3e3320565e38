import type { Player } from './room-interface.ts';
import { OwnPlayer, type OwnPlayerPorts } from './own-player.ts';

/** One object for each player, so that a script may keep it and compare it. */
export class PlayerDesk {
  readonly #ports: OwnPlayerPorts;
  readonly #players = new Map<number, OwnPlayer>();

  constructor(ports: OwnPlayerPorts) {
    this.#ports = ports;
  }

  /** By its number; null for one that was never here. */
  of(id: number): Player | null {
    const known = this.#players.get(id);
    if (known) return known;
    const member = this.#ports.room.memberOf(id);
    if (member === null || this.#ports.room.view.isHidden(member)) return null;
    const player = new OwnPlayer(this.#ports, member);
    this.#players.set(id, player);
    return player;
  }

  /** On this seat; null when it is free. */
  at(seat: number): Player | null {
    return this.all().find((player) => this.#ports.room.memberOf(player.id)?.seat === seat) ?? null;
  }

  all(): readonly Player[] {
    const { world, view } = this.#ports.room;
    if (world === null) return [];
    return view.listed(world).flatMap(({ id }) => this.of(view.numbers.of(id)) ?? []);
  }

  /** It has left: its script may keep the object, this desk does not. */
  forget(id: number): void {
    this.#players.delete(id);
  }
}
