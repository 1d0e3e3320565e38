type Texts = { readonly [Part: string]: object };
type File = { readonly text: string; readonly words: ReadonlySet<string> };

/**
 * Paths of texts that no file asks for: none both knows the section and names the text. A section is
 * what a component takes by name, such as `room`; that of a part without sections is the part. A text
 * may also be chosen by a value, as in `palettes[id]`: then its name stands in any file.
 *
 * @param code the text of each file that may show them
 */
export function unusedTexts(parts: Texts, code: readonly string[]): string[] {
  const files = code.map((text) => ({ text, words: new Set(text.match(/[\w-]+/g)) }));
  return Object.entries(parts).flatMap(([part, texts]) =>
    pathsOf(texts)
      .map((path) => [part, ...path])
      .filter((path) => !isUsed(path, files))
      .map((path) => path.join('.')),
  );
}

/** @param path part, sections, text */
function isUsed(path: readonly string[], files: readonly File[]): boolean {
  const [part, section] = path;
  const key = path.at(-1)!;
  const holder = path.at(-2)!;
  const isKnown = ({ words }: File) =>
    words.has(path.length > 2 ? section! : '') || isOf(part!, words);
  const named = files.filter(({ words }) => words.has(key));
  if (named.some(isKnown)) return true;
  const isChosen = ({ text, words }: File) =>
    path.length > 2
      ? text.includes(`${holder}[`)
      : isOf(part!, words) && /\b(texts|words)\[/.test(text);
  return named.length > 0 && files.some(isChosen);
}

/** A file of the part, by its hook or its type. */
function isOf(part: string, words: ReadonlySet<string>): boolean {
  const name = `${part[0]!.toUpperCase()}${part.slice(1)}Texts`;
  return words.has(`use${name}`) || words.has(name);
}

function pathsOf(value: object): string[][] {
  return Object.entries(value).flatMap(([key, child]) =>
    typeof child === 'object' && !Array.isArray(child)
      ? pathsOf(child as object).map((path) => [key, ...path])
      : [[key]],
  );
}
