import { signal } from '@preact/signals';
import type { Hand, HandsView } from '../../ui/model/hands-model.ts';
import { takesText } from '../../ui/model/takes-text.ts';

/** As much of a window as tells of its devices. */
export type HandsWindow = Pick<Window, 'matchMedia' | 'addEventListener'> & {
  readonly navigator: { readonly maxTouchPoints?: number };
};

/**
 * No browser says whether there is a keyboard. Where a fine pointer is, one is taken for granted, and
 * anywhere from the first key on that no on-screen keyboard has.
 */
export class Hands implements HandsView {
  readonly last = signal<Hand>('keys');
  readonly hasKeyboard = signal(false);
  readonly hasTouch = signal(false);
  readonly unknownPads = signal<readonly string[]>([]);
  readonly padCatcher = signal<((button: number) => void) | null>(null);

  constructor({ matchMedia, navigator, addEventListener }: HandsWindow) {
    this.hasKeyboard.value = matchMedia('(any-pointer: fine)').matches;
    this.hasTouch.value = (navigator.maxTouchPoints ?? 0) > 0;
    if (matchMedia('(pointer: coarse)').matches) this.last.value = 'touch';
    const early = { capture: true };
    addEventListener('keydown', (event) => this.#press(event), early);
    addEventListener('pointerdown', ({ pointerType }) => this.#point(pointerType), early);
  }

  readonly takePad = (): void => {
    this.last.value = 'pad';
  };

  readonly meetUnknownPads = (names: readonly string[]): void => {
    this.unknownPads.value = names;
  };

  #press(event: KeyboardEvent): void {
    if (!isOfKeyboard(event)) return;
    this.hasKeyboard.value = true;
    this.last.value = 'keys';
  }

  #point(type: string): void {
    if (type === 'mouse') this.last.value = 'keys';
    else {
      this.last.value = 'touch';
      this.hasTouch.value = true;
    }
  }
}

/** On-screen keyboards write into texts only, and often do not know which key it was. */
export function isOfKeyboard(event: KeyboardEvent): boolean {
  if (!event.isTrusted || event.code === '' || event.key === 'Unidentified') return false;
  return !takesText(event.target) || ONLY_ON_KEYBOARDS.test(event.key);
}

const ONLY_ON_KEYBOARDS = /^(?:Arrow|Tab$|Escape$|Control$|Alt$|F\d)/;
