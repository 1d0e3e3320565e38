import type { openOverlay, OverlaySource } from './debug-overlay.tsx';

/** Null when the overlay is not to be had now; `retry` is for later. */
export type LoadOverlay = (
  retry: () => void,
) => Promise<{ readonly openOverlay: typeof openOverlay } | null>;

/** The key that browsers use least. */
const KEY = 'F3';

/** The overlay behind a key and a menu entry; its code is fetched when it is first asked for. */
export class OverlayToggle {
  readonly #source: OverlaySource;
  readonly #load: LoadOverlay;
  #close: (() => void) | null = null;
  #isLoading = false;

  constructor(source: OverlaySource, load: LoadOverlay) {
    this.#source = source;
    this.#load = load;
    window.addEventListener('keydown', (event) => {
      if (event.code !== KEY) return;
      event.preventDefault();
      if (!event.repeat) void this.toggle();
    });
  }

  async toggle(): Promise<void> {
    if (this.#close) {
      this.#close();
      this.#close = null;
      return;
    }
    if (this.#isLoading) return;
    this.#isLoading = true;
    const loaded = await this.#load(() => void this.toggle());
    this.#isLoading = false;
    if (loaded) this.#close = loaded.openOverlay(this.#source, () => void this.toggle());
  }
}
