import type { OverlaySource } from './debug-overlay.tsx';

/** The key that browsers use least. */
const KEY = 'F3';

/** The overlay behind a key and a menu entry; its code is fetched when it is first asked for. */
export class OverlayToggle {
  readonly #source: OverlaySource;
  #close: (() => void) | null = null;
  #isLoading = false;

  constructor(source: OverlaySource) {
    this.#source = source;
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
    try {
      const { openOverlay } = await import('./debug-overlay.tsx');
      this.#close = openOverlay(this.#source, () => void this.toggle());
    } finally {
      this.#isLoading = false;
    }
  }
}
