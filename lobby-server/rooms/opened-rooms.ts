import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Limits } from '../limits/limits.ts';
import { PrefixCounts } from '../limits/prefix-counts.ts';
import type { Homes } from './rooms-ports.ts';
import type { Visitor } from './visitor.ts';

type Networks = Visitor['networks'];

/** How a room came to be on this server. */
export type RoomSource = 'opened' | 'brought-back';

/** [L33] [L133] Which networks the rooms that there are were opened from. */
export class OpenedRooms {
  /** [L187] Rooms of others, too, come back by who is first: as many as pages may be here, of which each is in one. */
  readonly #max: Readonly<Record<RoomSource, number>>;
  readonly #homes: Pick<Homes, 'opened' | 'gone'> | undefined;
  readonly #openedBy = new Map<RoomCode, Networks>();
  readonly #counts = new PrefixCounts();

  /** @param homes [L156] hears of it, where several processes count together */
  constructor(
    { roomsOfPrefix, socketsOfPrefix }: Pick<Limits, 'roomsOfPrefix' | 'socketsOfPrefix'>,
    homes?: Pick<Homes, 'opened' | 'gone'>,
  ) {
    const back = Math.max(roomsOfPrefix, socketsOfPrefix);
    this.#max = { opened: roomsOfPrefix, 'brought-back': back };
    this.#homes = homes;
  }

  /** Each room that counts, and the networks that it counts for. */
  get all(): Iterable<readonly [RoomCode, Networks]> {
    return this.#openedBy;
  }

  /** True where no further room may be opened from there, or be brought back. */
  isFull(networks: Networks, how: RoomSource): boolean {
    return this.#counts.isFull(networks, this.#max[how]);
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
