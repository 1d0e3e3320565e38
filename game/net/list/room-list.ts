import type { Result } from '../../../shared/base/result.ts';
import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { Listing, ListPage } from '../../../shared/lobby/public-room.ts';
import type { Timers } from '../../time/timers.ts';
import type { PublicChannel } from '../lobby/public-channel.ts';

/** Before asking again, where the lobby does not say when. */
const PAUSE_MS = 3000;

export type RoomListPorts = {
  readonly lobby: PublicChannel;
  readonly timers: Timers;
  /** The rooms as they are now, in the order in which they came; `isWhole` once all pages are here. */
  readonly onRooms: (rooms: readonly Listing[], isWhole: boolean) => void;
  /** Why there is no list just now; it is asked for again by itself. */
  readonly onProblem: (problem: LobbyError) => void;
  /** Whether this page looks at a list, be it another one than this. */
  readonly isLookedAt: () => boolean;
};

/** [L96] The list of public rooms as the lobby tells it: all pages once, then what changes. */
export class RoomList {
  readonly #ports: RoomListPorts;
  readonly #rooms = new Map<RoomCode, Listing>();
  readonly #stops: (() => void)[];
  #isAwaited: boolean;
  /** Counts the beginnings: an older one goes on with nothing. */
  #run = 0;
  #ice: IceConfig = { servers: [], lifetimeS: 0 };
  #isWhole = false;
  #cancelPause: () => void = () => {};

  constructor(ports: RoomListPorts) {
    this.#ports = ports;
    const { lobby } = ports;
    this.#isAwaited = !lobby.isOnline;
    this.#stops = [
      lobby.hear('list:delta', ({ changed, gone }) => {
        for (const code of gone) this.#rooms.delete(code);
        for (const listing of changed) this.#rooms.set(listing.code, listing);
        this.#tell();
      }),
      // It has forgotten that this page follows the list.
      lobby.onConnected(() => {
        // The one that the first question waits for.
        if (this.#isAwaited) this.#isAwaited = false;
        else void this.#begin();
      }),
    ];
    void this.#begin();
  }

  /** For measuring ways. */
  get ice(): IceConfig {
    return this.#ice;
  }

  /** Asks for everything anew. */
  refresh(): void {
    void this.#begin();
  }

  close(): void {
    this.#run = -1;
    this.#cancelPause();
    for (const stop of this.#stops) stop();
    if (this.#ports.lobby.isOnline) this.#sayGone();
  }

  #sayGone(): void {
    void this.#ports.lobby.ask('list:sub', { on: false });
  }

  async #begin(): Promise<void> {
    if (this.#run < 0) return;
    this.#cancelPause();
    const run = ++this.#run;
    const { lobby } = this.#ports;
    const followed = await lobby.ask('list:sub', { on: true });
    // Asked for while there was no connection: the lobby has heard of it only now.
    if (this.#run < 0 && followed.ok && !this.#ports.isLookedAt()) this.#sayGone();
    if (run !== this.#run) return;
    if (!followed.ok) return this.#beginLater(followed.error);
    this.#ice = followed.value.ice;
    this.#isWhole = false;
    const seen = new Set<RoomCode>();
    for (let from: number | null = null; ;) {
      const page: Result<ListPage, LobbyError> = await lobby.ask('list:get', { from });
      if (run !== this.#run) return;
      if (!page.ok) return this.#beginLater(page.error);
      for (const listing of page.value.listings) {
        seen.add(listing.code);
        this.#rooms.set(listing.code, listing);
      }
      from = page.value.next;
      if (from === null) break;
      this.#tell();
    }
    this.#isWhole = true;
    this.#forgetOthersThan(seen);
    this.#tell();
  }

  /** What went while nobody told of it. Rooms that came by a delta meanwhile are told of again. */
  #forgetOthersThan(seen: ReadonlySet<RoomCode>): void {
    for (const code of this.#rooms.keys()) if (!seen.has(code)) this.#rooms.delete(code);
  }

  #beginLater(problem: LobbyError): void {
    this.#ports.onProblem(problem);
    const pauseMs = problem.retryMs ?? PAUSE_MS;
    this.#cancelPause = this.#ports.timers.after(pauseMs, () => void this.#begin());
  }

  #tell(): void {
    this.#ports.onRooms([...this.#rooms.values()], this.#isWhole);
  }
}
