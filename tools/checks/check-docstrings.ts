import type { SourceFile } from '../project/source-files.ts';
import { codeOnly, lineAt } from './source-text.ts';

const EXPORTED = /^export (?:default )?(?:abstract |async )*(?:function\*?|class) (\w+)/gm;

/** Marks for the linter may stand between a docstring and what it is of. */
const MARKS = /(?:\n\s*\/\/ oxlint-[^\n]*)+$/;

/** Exported functions and classes without a docstring right above them, each with its place. */
export function checkDocstrings(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const seen = new Set<string>();
    return [...codeOnly(text).matchAll(EXPORTED)].flatMap((match) => {
      const name = match[1] ?? '';
      // The second and later signatures of one function share its docstring.
      if (seen.has(name)) return [];
      seen.add(name);
      const above = text.slice(0, match.index).trimEnd().replace(MARKS, '').trimEnd();
      const opens = above.lastIndexOf('/*');
      const hasOne = above.endsWith('*/') && above.startsWith('/**', opens);
      return hasOne ? [] : [`${path}:${lineAt(text, match.index)}: ${name} has no docstring`];
    });
  });
}
