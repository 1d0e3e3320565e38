import { BUILT_IN_STADIUMS } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import type { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';

/** The maps of the published interface by our own that are nearest to them in size and shape. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['classic', 'classic'],
  ['easy', 'classic'],
  ['small', 'small'],
  ['big', 'big'],
  ['rounded', 'rounded'],
  ['hockey', 'rink'],
  ['bighockey', 'rink'],
  ['bigeasy', 'big'],
  ['bigrounded', 'rounded'],
  ['huge', 'huge'],
]);
/** What a script calls our own maps. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['classic', 'Classic'],
  ['small', 'Small'],
  ['big', 'Big'],
  ['rounded', 'Rounded'],
  ['rink', 'Hockey'],
  ['huge', 'Huge'],
]);

/** The map that a script means by the name of a default one; null for a name that is none. */
export function defaultStadium(name: unknown): string | null {
  return DEFAULTS.get(String(name).toLowerCase().replaceAll(' ', '')) ?? null;
}

/** What a script calls a map: a default one by its published name, others as their file does. */
export function stadiumName(stadiums: StadiumCollection, id: string): string {
  const own = NAMES.get(id);
  if (own !== undefined) return own;
  return stadiums.stadium(id)?.name ?? BUILT_IN_STADIUMS.get(id)?.name ?? id;
}
