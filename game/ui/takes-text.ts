/** True for a place that somebody is writing in: what is pasted there is meant for it. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input,textarea,[contenteditable]') !== null;
}
