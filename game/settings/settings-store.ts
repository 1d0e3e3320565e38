import { type ReadonlySignal, signal } from '@preact/signals';
import { makeNickname } from './nickname.ts';
import { parseSettings, type Settings } from './settings.ts';

/** Where settings are kept between visits. Implementations may throw: private windows do. */
export type TextStore = {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
};

const KEY = 'peerball.settings';

/** The settings of this browser. Blocked or broken storage costs the memory of them, nothing else. */
export class SettingsStore {
  readonly #store: TextStore;
  readonly #settings;

  constructor(store: TextStore) {
    this.#store = store;
    this.#settings = signal(parseSettings(this.#load()));
  }

  get settings(): ReadonlySignal<Settings> {
    return this.#settings;
  }

  get value(): Settings {
    return this.#settings.value;
  }

  /** Changes some settings; what is out of bounds is brought back into them. */
  update(change: Partial<Settings>): void {
    this.#settings.value = parseSettings({ ...this.#settings.value, ...change });
    try {
      this.#store.setItem(KEY, JSON.stringify(this.#settings.value));
    } catch {
      // Full or blocked storage: the settings still hold for this visit.
    }
  }

  #load(): unknown {
    try {
      return JSON.parse(this.#store.getItem(KEY) ?? 'null');
    } catch {
      return null;
    }
  }
}

/** The settings that are kept there. A person that never chose a name gets one; `random` gives 0 … 1. */
export function openSettings(store: TextStore, random: () => number): SettingsStore {
  const settings = new SettingsStore(store);
  if (settings.value.nick === '') settings.update({ nick: makeNickname(random) });
  return settings;
}

/** The browser's storage, looked up at each use because the mere property throws when it is blocked. */
export const BROWSER_STORE: TextStore = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
};
