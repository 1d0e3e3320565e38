import { signal } from '@preact/signals';

/** `KeyboardEvent.code` names the place of a key after what stands there in the USA. */
const labels = signal<ReadonlyMap<string, string>>(new Map());

/** Digits are named by their digit everywhere, also where it takes Shift to write it. */
const LETTER_KEY =
  /^(Key[A-Z]|Bracket|Semicolon|Quote|Comma|Period|Slash|Backslash|Minus|Equal|Backquote|Intl)/;

/** What stands on the person's own key; undefined where that is not known. May be a signal's value. */
export function keyLabelOf(code: string): string | undefined {
  return labels.value.get(code);
}

/** Every key that is pressed says what it writes: the only source in most browsers. */
export function learnKeyLabel(event: KeyboardEvent): void {
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  takeLabels([[event.code, event.key]]);
}

/** The whole layout at once, from browsers that tell it: `navigator.keyboard`, not in the standard. */
export async function readKeyLayout(navigator: object): Promise<void> {
  type Told = { keyboard?: { getLayoutMap(): Promise<Iterable<readonly [string, string]>> } };
  try {
    const layout = await (navigator as Told).keyboard?.getLayoutMap();
    if (layout) takeLabels(layout);
  } catch {
    // Forbidden in a frame, or lost: the keys tell it one by one.
  }
}

function takeLabels(told: Iterable<readonly [string, string]>): void {
  const known = labels.peek();
  const news = new Map<string, string>();
  for (const [code, key] of told) {
    if (!LETTER_KEY.test(code) || [...key].length !== 1) continue;
    const upper = key.toLocaleUpperCase();
    const label = upper.length === key.length ? upper : key;
    if (known.get(code) !== label && label.trim() !== '') news.set(code, label);
  }
  if (news.size > 0) labels.value = new Map([...known, ...news]);
}
