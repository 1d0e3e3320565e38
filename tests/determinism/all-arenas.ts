import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Arena } from '../../shared/sim/physics/arena.ts';
import { BUILT_IN_STADIUMS } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../../shared/stadium/compile/compile-arena.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';

const FIXTURES = fileURLToPath(new URL('../golden/stadiums/', import.meta.url));

export type NamedArena = { readonly name: string; readonly arena: Arena };

/** The texts of the project's own fixtures, by file name. */
export function fixtureTexts(): readonly { readonly name: string; readonly text: string }[] {
  return readTexts(FIXTURES, '.stadium');
}

/**
 * The fixtures, and every .hbs file of the folder that PEERBALL_STADIUMS names: for a check against
 * maps that are not ours to ship.
 */
export function stadiumTexts(): readonly { readonly name: string; readonly text: string }[] {
  const folder = process.env['PEERBALL_STADIUMS'];
  return [...fixtureTexts(), ...(folder === undefined ? [] : readTexts(folder, '.hbs'))];
}

/** The arenas of all built-in stadiums and of all `stadiumTexts`. */
export function allArenas(): readonly NamedArena[] {
  const builtIn = [...BUILT_IN_STADIUMS].map(([name, stadium]) => ({
    name,
    arena: compileArena(stadium),
  }));
  return [
    ...builtIn,
    ...stadiumTexts().map(({ name, text }) => ({ name, arena: arenaOfText(text) })),
  ];
}

/** The arena of a text that must be right. */
export function arenaOfText(text: string): Arena {
  const parsed = parseStadium(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return compileArena(parsed.value);
}

function readTexts(
  folder: string,
  extension: string,
): readonly { readonly name: string; readonly text: string }[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(extension));
  return files.toSorted().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
