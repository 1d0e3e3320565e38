import type { SourceFile } from '../project/source-files.ts';
import { stringsOnly } from './source-text.ts';

/**
 * [S] simulation, [F] stadium files, [W] wire, [P] replay files, [N] netplay, [L] lobby, [R] room,
 * [V] picture and replays on the page, [C] consensus.
 */
const RULE_ID = /\[([SFWPNLRVC]\d+)\]/g;

export type SpecCoverage = {
  /** Rules of the specification that no test quotes. */
  readonly uncovered: readonly string[];
  /** Ids that a test quotes and no specification states, with the file. */
  readonly unknown: readonly string[];
};

/** Compares the rules in the specification with the ids that the names of tests quote. */
export function checkSpecCoverage(
  specs: readonly SourceFile[],
  tests: readonly SourceFile[],
): SpecCoverage {
  const stated = new Set(specs.flatMap(({ text }) => ruleIds(text)));
  const quotes = tests.flatMap(({ path, text }) =>
    ruleIds(stringsOnly(text)).map((id) => ({ path, id })),
  );
  const quoted = new Set(quotes.map(({ id }) => id));
  const unknown = quotes
    .filter(({ id }) => !stated.has(id))
    .map(({ path, id }) => `${path}: [${id}]`);
  return {
    uncovered: [...stated].filter((id) => !quoted.has(id)).toSorted(byLetterAndNumber),
    unknown: [...new Set(unknown)],
  };
}

function ruleIds(text: string): string[] {
  return [...text.matchAll(RULE_ID)].map((match) => match[1] ?? '');
}

function byLetterAndNumber(a: string, b: string): number {
  return a.charCodeAt(0) - b.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1));
}
