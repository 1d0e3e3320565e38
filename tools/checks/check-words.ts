import type { SourceFile } from '../project/source-files.ts';
import { lineAt } from './source-text.ts';

/** A word that is not used, and what to say instead. */
export type UnusedWord = {
  /** In small letters, in each form in which it may occur. */
  readonly words: readonly string[];
  readonly say: string;
  /** Beginnings of paths where it may stand, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
};

/** Each word of a file that `table` says not to use, one sentence each. */
export function checkWords(
  files: readonly SourceFile[],
  table: readonly UnusedWord[],
): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const found = wordsOf(text);
    return table
      .filter(({ except = {} }) => !Object.keys(except).some((start) => path.startsWith(start)))
      .flatMap(({ words, say }) =>
        found
          .filter(({ word }) => words.includes(word))
          .map(({ word, at }) => `${path}:${lineAt(text, at)}: "${word}": say ${say}`),
      );
  });
}

/** Exceptions of a table that no file needs, so that they do not outlive their reason. */
export function unusedExceptions(
  files: readonly SourceFile[],
  table: readonly UnusedWord[],
): readonly string[] {
  return table.flatMap(({ words, except = {} }) =>
    Object.keys(except)
      .filter((start) => {
        const inside = files.filter(({ path }) => path.startsWith(start));
        return !inside.some(({ text }) => wordsOf(text).some(({ word }) => words.includes(word)));
      })
      .map((start) => `${start}: holds no "${words.join('", "')}"`),
  );
}

/** Words of names and of prose alike: `seatOf`, `SEAT_COUNT` and "a seat" have the word "seat". */
export function wordsOf(text: string): { readonly word: string; readonly at: number }[] {
  return [...text.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)].map((match) => ({
    word: match[0].toLowerCase(),
    at: match.index,
  }));
}

/** Types, classes and components that two files export under one name, but for those that `except` names. */
export function sharedNames(
  files: readonly SourceFile[],
  except: Readonly<Record<string, string>>,
): readonly string[] {
  const homes = homesOfTypes(files);
  return [...homes]
    .filter(([name, paths]) => paths.length > 1 && !(name in except))
    .map(([name, paths]) => `${name} is ${paths.join(' and ')}`);
}

/** The files that export each type, class or component, by its name. */
export function homesOfTypes(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, string[]>();
  for (const { path, text } of files) {
    for (const match of text.matchAll(
      /^export (?:abstract )?(?:class|type|interface|function) ([A-Z]\w*)/gm,
    )) {
      const name = match[1] ?? '';
      homes.set(name, [...(homes.get(name) ?? []), path]);
    }
  }
  return homes;
}

/** The first column of the table of words; `a / b` are two words. */
export function glossaryWords(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.flatMap(([words = '']) => words.split('/').map((word) => word.trim()));
}

/** True when a file has these words one behind the other, in a name or in prose. */
export function mentions(files: readonly SourceFile[], phrase: string): boolean {
  const wanted = ` ${inWords(phrase)} `;
  return files.some(({ text }) => ` ${inWords(text)} `.includes(wanted));
}

function inWords(text: string): string {
  return wordsOf(text)
    .map(({ word }) => word)
    .join(' ');
}
