import { createStore, del, set, type UseStore, values } from 'idb-keyval';
import type { MapStore, StoredMap } from './map-gallery.ts';

/** IndexedDB: maps are too large for the storage that settings live in. */
export class BrowserMapStore implements MapStore {
  #opened: UseStore | null = null;

  async all(): Promise<readonly unknown[]> {
    return values(this.#store);
  }

  async put(map: StoredMap): Promise<void> {
    return set(map.id, map, this.#store);
  }

  async remove(id: string): Promise<void> {
    return del(id, this.#store);
  }

  /** Opened at the first use: where IndexedDB is blocked the mere attempt throws. */
  get #store(): UseStore {
    this.#opened ??= createStore('peerball-maps', 'maps');
    return this.#opened;
  }
}
