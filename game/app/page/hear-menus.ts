import type { SoundName } from '../../audio/sound-bank.ts';

/** As much of the element with all menus as is told where the focus goes, and what is pressed. */
export type MenuHome = {
  addEventListener(type: 'focusin' | 'keydown', listener: (event: Event) => void): void;
};

/**
 * Menus that are gone through without a pointer are heard: each move of the focus, and Escape. A pointer shows
 * no focus and hears its click.
 */
export function hearMenus(home: MenuHome, play: (name: SoundName) => void): void {
  home.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) play('ui_move');
  });
  home.addEventListener('keydown', (event) => {
    if ('key' in event && event.key === 'Escape') play('ui_back');
  });
}
