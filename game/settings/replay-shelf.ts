/** What the list shows of a replay without reading it. */
export type ReplayCard = {
  readonly map: string;
  /** Names of the players of each team. */
  readonly sun: readonly string[];
  readonly wave: readonly string[];
  readonly sunScore: number;
  readonly waveScore: number;
  readonly ticks: number;
};

/** A match as this browser keeps it. */
export type StoredReplay = {
  /** The same for the same match, however often it is kept. */
  readonly id: string;
  readonly savedAtMs: number;
  readonly isStarred: boolean;
  readonly card: ReplayCard;
  /** The file, as it was written then. */
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** Where replays are kept between visits. Implementations may reject: private windows do. */
export interface ReplayStore {
  all(): Promise<readonly (readonly [key: unknown, value: unknown])[]>;
  put(replay: StoredReplay): Promise<void>;
  remove(key: string): Promise<void>;
}

export const KEPT_REPLAYS = 20;
const NAMES_MAX = 32;
const TEXT_MAX = 200;

/** `blocked`: the browser keeps nothing. `full`: it has no more room. Replays last for this visit then. */
export type ShelfState = 'ok' | 'blocked' | 'full';

export type Shelf = {
  /** Newest first. */
  readonly replays: readonly StoredReplay[];
  /** Keys of what is there and is no replay. */
  readonly broken: readonly string[];
};

/**
 * [V1] The replays of this browser: the last twenty and those with a star. Never rejects: what storage
 * refuses is told by `state`, and stays here for this visit.
 */
export class ReplayShelf {
  readonly #store: ReplayStore;
  /** What storage did not take. */
  readonly #unsaved = new Map<string, StoredReplay>();
  /** Ids with a star, as they were read last; null before. */
  #starred: ReadonlySet<string> | null = null;
  state: ShelfState = 'ok';

  constructor(store: ReplayStore) {
    this.#store = store;
  }

  /** Read anew each time: another tab may have kept something. */
  async list(): Promise<Shelf> {
    const found = await this.#try(() => this.#store.all());
    if (found && this.#unsaved.size === 0) this.state = 'ok';
    const stored = found ?? [];
    const values = stored.map(([, value]) => value).filter(isStoredReplay);
    const saved = values.filter(({ id }) => !this.#unsaved.has(id));
    const broken = stored.filter(([, value]) => !isStoredReplay(value)).map(([key]) => String(key));
    const replays = [...saved, ...this.#unsaved.values()].toSorted(
      (a, b) => b.savedAtMs - a.savedAtMs,
    );
    this.#starred = new Set(replays.filter(({ isStarred }) => isStarred).map(({ id }) => id));
    return { replays, broken };
  }

  /** True for what lasts for this visit only. */
  isUnsaved(id: string): boolean {
    return this.#unsaved.has(id);
  }

  /** [V2] Keeps a replay, and then drops the oldest without a star of those that are too many. */
  async keep(replay: StoredReplay): Promise<void> {
    // Not read again: a page that goes away has no time for that.
    if (this.#starred === null) await this.list();
    const isStarred = replay.isStarred || this.#starred?.has(replay.id) === true;
    await this.#put({ ...replay, isStarred });
    await this.#drop();
  }

  async star(replay: StoredReplay, isStarred: boolean): Promise<void> {
    await this.#put({ ...replay, isStarred });
    await this.list();
  }

  /** @param key of a replay, or of something broken */
  async remove(key: string): Promise<void> {
    this.#unsaved.delete(key);
    await this.#try(() => this.#store.remove(key));
    // There may be room now.
    for (const replay of this.#unsaved.values()) await this.#put(replay);
  }

  async #drop(): Promise<void> {
    const { replays } = await this.list();
    const unstarred = replays.filter(({ id, isStarred }) => !isStarred && !this.isUnsaved(id));
    for (const { id } of unstarred.slice(KEPT_REPLAYS)) {
      await this.#try(() => this.#store.remove(id));
    }
  }

  async #put(replay: StoredReplay): Promise<void> {
    this.#unsaved.set(replay.id, replay);
    const isPut = await this.#try(() => this.#store.put(replay).then(() => true));
    if (isPut !== true) return;
    this.#unsaved.delete(replay.id);
    if (this.#unsaved.size === 0) this.state = 'ok';
  }

  async #try<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await act();
    } catch (error) {
      const isFull = error instanceof Error && error.name === 'QuotaExceededError';
      this.state = isFull ? 'full' : 'blocked';
      return undefined;
    }
  }
}

/** Another version, another tab or a hand may have written it. */
function isStoredReplay(value: unknown): value is StoredReplay {
  const { id, savedAtMs, isStarred, card, bytes } = Object(value) as Record<string, unknown>;
  return (
    isText(id) &&
    Number.isFinite(savedAtMs) &&
    typeof isStarred === 'boolean' &&
    bytes instanceof Uint8Array &&
    isCard(card)
  );
}

function isCard(value: unknown): value is ReplayCard {
  const { map, sun, wave, sunScore, waveScore, ticks } = Object(value) as Record<string, unknown>;
  return (
    isText(map) && isNames(sun) && isNames(wave) && [sunScore, waveScore, ticks].every(isCount)
  );
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.length <= NAMES_MAX && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= TEXT_MAX;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
