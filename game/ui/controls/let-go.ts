/**
 * Behind a click. A button that a pointer pressed gives the keys back: the next kick would press it again. Reached by Tab
 * it keeps the focus.
 */
export function letGo({ detail, currentTarget }: MouseEvent): void {
  if (detail > 0 && currentTarget instanceof HTMLElement) currentTarget.blur();
}
