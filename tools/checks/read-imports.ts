import { codeOnly, lineAt } from './source-text.ts';

export type ImportKind = 'static' | 'dynamic' | 're-export';

export type Import = {
  readonly kind: ImportKind;
  /** As written, without a query such as `?worker`. */
  readonly specifier: string;
  readonly line: number;
};

/** `from '…'`, `import '…'`, `import('…')` and a worker's `new URL('…'`, up to the opening quote. */
const IMPORT =
  /\b(?:(import|export)\b(?:[\w\s*{},$]*?\bfrom)?|(?:import|new\s+URL)\s*\()\s*(['"`])/g;

/** Every import that a source file states, in order; one inside a comment or string is none. */
export function readImports(source: string): Import[] {
  const code = codeOnly(source);
  return [...code.matchAll(IMPORT)].flatMap((match) => {
    const [whole, keyword, quote = "'"] = match;
    const start = match.index + whole.length;
    const written = source.slice(start, code.indexOf(quote, start));
    const specifier = written.split('?')[0] ?? written;
    // A URL is an import only when it points at source beside the file.
    if (whole.startsWith('new') && !/^\..*\.tsx?$/.test(specifier)) return [];
    const kind = keyword === undefined ? 'dynamic' : keyword === 'export' ? 're-export' : 'static';
    return [{ kind, specifier, line: lineAt(source, match.index) }];
  });
}

/** `preact/hooks` → `preact`, `@preact/signals` stays whole, `node:fs` → `node:*`. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Path of a relative import, seen from the file that states it. */
export function resolveImport(fromPath: string, specifier: string): string {
  const parts = fromPath.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
