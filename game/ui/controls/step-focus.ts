/** Up and down go from line to line of a list, from the line `now`; -1 is before the first. True for these keys. */
export function stepFocus(
  event: KeyboardEvent,
  lines: readonly HTMLElement[],
  now: number,
): boolean {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return false;
  event.preventDefault();
  lines[Math.min(lines.length - 1, Math.max(0, now + step))]?.focus();
  return true;
}
