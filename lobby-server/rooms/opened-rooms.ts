import type { RoomCode } from '../../shared/lobby/ids.ts';
import { PrefixCounts } from '../limits/prefix-counts.ts';
import type { Homes } from './rooms-ports.ts';
import type { Visitor } from './visitor.ts';

type Networks = Visitor['networks'];

/** [L33] [L133] Which networks the rooms that there are were opened from. */
export class OpenedRooms {
  readonly #homes: Pick<Homes, 'opened' | 'gone'> | undefined;
  readonly #openedBy = new Map<RoomCode, Networks>();
  readonly #counts = new PrefixCounts();

  /** @param homes [L156] hears of it, where several processes count together */
  constructor(homes?: Pick<Homes, 'opened' | 'gone'>) {
    this.#homes = homes;
  }

  /** Each room that counts, and the networks that it counts for. */
  get all(): Iterable<readonly [RoomCode, Networks]> {
    return this.#openedBy;
  }

  isFull(networks: Networks, max: number): boolean {
    return this.#counts.isFull(networks, max);
  }

  add(code: RoomCode, networks: Networks): void {
    this.note(code, networks);
    this.#homes?.opened(code, networks);
  }

  remove(code: RoomCode): void {
    this.forget(code);
    this.#homes?.gone(code);
  }

  /** Counts a room, whoever keeps it. */
  note(code: RoomCode, networks: Networks): void {
    this.forget(code);
    this.#openedBy.set(code, networks);
    this.#counts.add(networks);
  }

  forget(code: RoomCode): void {
    this.#counts.remove(this.#openedBy.get(code) ?? []);
    this.#openedBy.delete(code);
  }
}
