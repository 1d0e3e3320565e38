import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives the button it marks the focus when that appears, and once more when it is about something else. */
export function useFirstFocus(about?: unknown, options?: FocusOptions): Ref<HTMLButtonElement> {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(options), [about]);
  return button;
}
