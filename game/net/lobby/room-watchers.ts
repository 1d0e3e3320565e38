import type { Room } from '../../../shared/lobby/room.ts';
import type { LobbySocket } from './lobby-socket.ts';
import type { RoomEnd, RoomWatcher } from './room-channel.ts';

/** Those who hear of the room that a page is in. One may stop listening while it is told. */
export class RoomWatchers {
  readonly #watchers = new Set<RoomWatcher>();

  constructor(socket: Pick<LobbySocket, 'onNews' | 'onRelayed'>) {
    const tell = (run: (watcher: RoomWatcher) => void): void => this.#tell(run);
    socket.onNews('queue:status', (status) => tell((watcher) => watcher.onQueue?.(status)));
    socket.onNews('queue:match', (match) => tell((watcher) => watcher.onMatch?.(match)));
    socket.onNews('signal', (signal) => tell((watcher) => watcher.onSignal(signal)));
    socket.onNews('relay:refused', (refused) =>
      tell((watcher) => watcher.onRelayRefused?.(refused)),
    );
    socket.onRelayed((relayed) => {
      // Up to a thousand a second: no copy of the set for each.
      for (const watcher of this.#watchers) watcher.onRelayed?.(relayed);
    });
  }

  add(watcher: RoomWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  tellRoom(room: Room): void {
    this.#tell((watcher) => watcher.onRoom(room));
  }

  tellEnd(end: RoomEnd): void {
    this.#tell((watcher) => watcher.onEnd(end));
  }

  clear(): void {
    this.#watchers.clear();
  }

  #tell(run: (watcher: RoomWatcher) => void): void {
    for (const watcher of Array.from(this.#watchers)) run(watcher);
  }
}
