/** A map that was loaded or received, as it is kept in this browser. */
export type StoredMap = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly savedAtMs: number;
};

/** Where maps are kept between visits. Implementations may reject: private windows do. */
export interface MapStore {
  all(): Promise<readonly unknown[]>;
  put(map: StoredMap): Promise<void>;
  remove(id: string): Promise<void>;
}

export const GALLERY_MAPS_MAX = 50;
export const GALLERY_CHARS_MAX = 20 * 2 ** 20;
const NAME_MAX = 100;
const TEXT_MAX = 2 ** 20;

/** `blocked`: the browser keeps nothing, the maps last for this visit. */
export type GalleryState = 'ok' | 'blocked' | 'full';

/** The maps of this browser, newest first. Never rejects: what storage refuses is told by `state`. */
export class MapGallery {
  readonly #store: MapStore;
  #maps: readonly StoredMap[] = [];
  #read: Promise<void> | null = null;
  state: GalleryState = 'ok';

  constructor(store: MapStore) {
    this.#store = store;
  }

  async list(): Promise<readonly StoredMap[]> {
    // Read once: what is kept or removed while it is read stays so.
    await (this.#read ??= this.#load());
    return this.#maps;
  }

  /** Keeps a map; one that is here already stays as it is. */
  async save(map: StoredMap): Promise<void> {
    await this.list();
    const known = this.#maps;
    if (known.some(({ id }) => id === map.id)) return;
    const chars = known.reduce((sum, { text }) => sum + text.length, map.text.length);
    if (known.length >= GALLERY_MAPS_MAX || chars > GALLERY_CHARS_MAX) {
      this.state = 'full';
      return;
    }
    this.#maps = [map, ...known];
    await this.#try(() => this.#store.put(map));
  }

  async remove(id: string): Promise<void> {
    await this.list();
    this.#maps = this.#maps.filter((map) => map.id !== id);
    if (this.state === 'full') this.state = 'ok';
    await this.#try(() => this.#store.remove(id));
  }

  async #load(): Promise<void> {
    let stored: readonly unknown[] = [];
    await this.#try(async () => {
      stored = await this.#store.all();
    });
    const maps = stored.filter(isStoredMap).toSorted((a, b) => b.savedAtMs - a.savedAtMs);
    this.#maps = maps.slice(0, GALLERY_MAPS_MAX);
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch {
      // Blocked, or full: the maps are still here for this visit, and the person is told.
      this.state = 'blocked';
    }
  }
}

/** Another version, another tab or a hand may have written it. */
function isStoredMap(value: unknown): value is StoredMap {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, text, savedAtMs } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    name.length <= NAME_MAX &&
    typeof text === 'string' &&
    text.length <= TEXT_MAX &&
    typeof savedAtMs === 'number'
  );
}
