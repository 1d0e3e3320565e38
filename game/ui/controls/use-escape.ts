import { useLayoutEffect } from 'preact/hooks';

/**
 * Hears the Escape key on a screen, and so the gamepad's button for it, unless a dialog or something else
 * on the page takes it. Calls what was given when the screen came.
 */
export function useEscape(onPress: () => void): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      onPress();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
