/** Letters as other languages write them, with marks above and below; vowels make words longer. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'åâ',
  e: 'éê',
  i: 'ïî',
  o: 'öô',
  u: 'ůü',
  c: 'č',
  g: 'ğ',
  l: 'ł',
  n: 'ñ',
  s: 'š',
  z: 'ž',
  A: 'ÅÂ',
  E: 'ÉÊ',
  I: 'ÏÎ',
  O: 'ÖÔ',
  U: 'ŮÜ',
  C: 'Č',
  S: 'Š',
};

/**
 * The same texts in a language that nobody speaks: a third longer, with accents, and otherwise to be
 * read as English. Names and numbers that a text is given stay what they are.
 */
export function pseudoTexts<Texts>(texts: Texts): Texts {
  return pseudo(texts) as Texts;
}

function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value, []);
  if (typeof value === 'function') {
    return (...given: unknown[]) => pseudoText(String(value(...given)), given.map(String));
  }
  if (Array.isArray(value)) return value.map(pseudo);
  return Object.fromEntries(
    Object.entries(value as object).map(([key, child]) => [key, pseudo(child)]),
  );
}

function pseudoText(text: string, given: readonly string[]): string {
  const [first, ...rest] = given;
  if (first === undefined || first === '') {
    return first === ''
      ? pseudoText(text, rest)
      : Array.from(text, (letter) => LETTERS[letter] ?? letter).join('');
  }
  return text
    .split(first)
    .map((part) => pseudoText(part, rest))
    .join(first);
}
