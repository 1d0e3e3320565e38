import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** As much of a built file as is read here: the common part of Rolldown's chunks and assets. */
export type BuiltFile = {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  /** The source files that it is built of. */
  readonly moduleIds?: readonly string[];
  /** File names of what it needs before it can run. */
  readonly imports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
};

export type Bundle = Readonly<Record<string, BuiltFile>>;

const BUILD_CHARS = 16;
/** Of the game; the operator's page has no parts. */
const PAGE = '/index.html';

/**
 * Writes into the page which build it is, and which files each part needs that comes after the
 * menu. `game/load` reads both: to fetch the next parts all at once, and to notice a newer build.
 */
export function listParts(): Plugin {
  const asked = new Set<string>();
  return {
    name: 'list-parts',
    apply: 'build',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        if ((this.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0) asked.add(id);
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, path }) =>
        bundle === undefined || path !== PAGE
          ? []
          : [
              {
                tag: 'meta',
                attrs: { name: 'peerball-build', content: buildOf(bundle as Bundle) },
                injectTo: 'head',
              },
              {
                tag: 'script',
                attrs: { type: 'application/json', id: 'parts' },
                children: JSON.stringify(partsOf(bundle as Bundle, asked)),
                injectTo: 'head',
              },
            ],
    },
  };
}

/** The same for the same files: all but the page itself carry a hash of their content in the name. */
export function buildOf(bundle: Bundle): string {
  const names = Object.keys(bundle).filter((name) => !/\.(?:html|map)$/.test(name));
  const hash = createHash('sha256').update(names.toSorted().join('\n')).digest('hex');
  return hash.slice(0, BUILD_CHARS);
}

/**
 * Addresses of the files of each part, by the name of its source file; the page's own left out. A part is
 * whatever is imported when it is asked for, also where it shares its file with what it needs.
 *
 * @param asked source files that are imported so
 */
export function partsOf(bundle: Bundle, asked: ReadonlySet<string>): Record<string, string[]> {
  const files = Object.values(bundle);
  const own = new Set(
    files.filter(({ isEntry }) => isEntry).flatMap((file) => filesNeededBy(bundle, file)),
  );
  const later = files.filter(({ fileName }) => !own.has(fileName));
  return Object.fromEntries(
    later.flatMap((file) => {
      const needs = filesNeededBy(bundle, file).filter((name) => !own.has(name));
      const sources = (file.moduleIds ?? []).filter((id) => asked.has(id));
      return sources.map((id) => [partName(id), needs.map((name) => `/${name}`)]);
    }),
  );
}

function partName(source: string): string {
  return basename(source).replace(/\.\w+$/, '');
}

/** This file and all that it imports, directly or not, styles too. */
export function filesNeededBy(bundle: Bundle, file: BuiltFile): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    // One that is gone was folded into those that import it.
    if (found.has(name) || !(name in bundle)) return;
    found.add(name);
    const { imports = [], viteMetadata } = bundle[name] ?? {};
    for (const style of viteMetadata?.importedCss ?? []) found.add(style);
    for (const imported of imports) visit(imported);
  };
  visit(file.fileName);
  return [...found];
}
