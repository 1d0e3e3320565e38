import { createStore, del, entries, promisifyRequest, type UseStore } from 'idb-keyval';
import type { ReplayStore, StoredReplay } from './replay-shelf.ts';

/** IndexedDB, one record for each replay: whole, or not there. */
export class BrowserReplayStore implements ReplayStore {
  #opened: UseStore | null = null;

  async all(): Promise<readonly (readonly [unknown, unknown])[]> {
    return entries(this.#store);
  }

  /** Sent off at once, so that it is kept also by a page that is going away. */
  async put(replay: StoredReplay): Promise<void> {
    return this.#store('readwrite', (store) => {
      store.put(replay, replay.id);
      store.transaction.commit();
      return promisifyRequest(store.transaction);
    });
  }

  async remove(key: string): Promise<void> {
    return del(key, this.#store);
  }

  /** Opened at the first use: where IndexedDB is blocked the mere attempt throws. */
  get #store(): UseStore {
    this.#opened ??= createStore('peerball-replays', 'replays');
    return this.#opened;
  }
}
