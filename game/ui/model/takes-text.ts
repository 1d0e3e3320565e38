/** True for a place that somebody is writing in: what is pasted there is meant for it. */
export function takesText(target: EventTarget | null): boolean {
  if (target === null || !('closest' in target)) return false;
  return (target as Element).closest('input,textarea,[contenteditable]') !== null;
}
