import type { RoomCode } from '../../shared/lobby/ids.ts';
import { PrefixCounts } from '../limits/prefix-counts.ts';
import type { Visitor } from './visitor.ts';

type Networks = Visitor['networks'];

/** [L33] [L133] Which networks the rooms that there are were opened from. */
export class OpenedRooms {
  readonly #openedBy = new Map<RoomCode, Networks>();
  readonly #counts = new PrefixCounts();

  isFull(networks: Networks, max: number): boolean {
    return this.#counts.isFull(networks, max);
  }

  add(code: RoomCode, networks: Networks): void {
    this.#openedBy.set(code, networks);
    this.#counts.add(networks);
  }

  remove(code: RoomCode): void {
    this.#counts.remove(this.#openedBy.get(code) ?? []);
    this.#openedBy.delete(code);
  }
}
