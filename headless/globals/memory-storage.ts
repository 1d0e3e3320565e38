import type { KeptTexts } from '../feed/kept-texts.ts';

/** Texts by name that end with the script, as a tab's `sessionStorage` does. */
export function makeMemory(): KeptTexts {
  const texts = new Map<string, string>();
  return {
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, String(text)),
    removeItem: (name) => void texts.delete(name),
    clear: () => texts.clear(),
    key: (index) => [...texts.keys()][index] ?? null,
    get length() {
      return texts.size;
    },
  };
}
