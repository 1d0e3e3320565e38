import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type Bundle, type BuiltFile, filesNeededBy } from './list-parts.ts';

/** Of the game; players have no use for the page of who runs the server. */
const PAGE = '/game/index.html';
/** A folder for each. */
const LANGUAGE = /\/game\/i18n\/(\w+)\//;
const BUILD = /<meta name="peerball-build" content="([0-9a-f]+)"/;

/**
 * Writes `offline.json` beside the page: the build, the SHA-256 of each file that the game may need
 * without a server, and which of them are the words of a language. `game/offline` keeps those.
 */
export function listKept(): Plugin {
  return {
    name: 'list-kept',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    async writeBundle({ dir }, bundle) {
      const folder = dir!;
      const page = await readFile(join(folder, 'index.html'), 'utf8');
      const build = BUILD.exec(page)?.[1];
      const files: Record<string, string> = {};
      for (const name of keptNames(bundle as Bundle)) {
        const bytes = await readFile(join(folder, name));
        files[`/${name}`] = createHash('sha256').update(bytes).digest('hex');
      }
      const texts = textsOf(bundle as Bundle);
      await writeFile(join(folder, 'offline.json'), JSON.stringify({ build, files, texts }));
    },
  };
}

/** Addresses of the words of each language. */
export function textsOf(bundle: Bundle): Record<string, string[]> {
  const texts: Record<string, string[]> = {};
  for (const { fileName, facadeModuleId } of Object.values(bundle)) {
    const language = LANGUAGE.exec(facadeModuleId ?? '')?.[1];
    if (language !== undefined) (texts[language] ??= []).push(`/${fileName}`);
  }
  return texts;
}

function isOurs({ facadeModuleId }: BuiltFile): boolean {
  return facadeModuleId?.endsWith(PAGE) === true;
}

/** What carries a hash of its content in its name, but for maps and what only operators see. */
export function keptNames(bundle: Bundle): string[] {
  const entries = Object.values(bundle).filter(({ isEntry }) => isEntry);
  const needs = (files: readonly BuiltFile[]): Set<string> =>
    new Set(files.flatMap((file) => filesNeededBy(bundle, file)));
  const ours = needs(entries.filter(isOurs));
  const others = needs(entries.filter((file) => !isOurs(file)));
  return Object.keys(bundle)
    .filter((name) => name.startsWith('assets/') && !name.endsWith('.map'))
    .filter((name) => ours.has(name) || !others.has(name))
    .toSorted();
}
