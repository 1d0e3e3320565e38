import type { Arena } from '../sim/arena.ts';
import { BIG } from './built-in/big.ts';
import { CLASSIC } from './built-in/classic.ts';
import { HUGE } from './built-in/huge.ts';
import { RINK } from './built-in/rink.ts';
import { ROUNDED } from './built-in/rounded.ts';
import { SMALL } from './built-in/small.ts';
import { compileArena } from './compile-arena.ts';
import type { Stadium } from './stadium.ts';

/** The stadiums that everybody has, by id, in the order of the menu. */
export const BUILT_IN_STADIUMS: ReadonlyMap<string, Stadium> = new Map([
  ['small', SMALL],
  ['classic', CLASSIC],
  ['big', BIG],
  ['huge', HUGE],
  ['rounded', ROUNDED],
  ['rink', RINK],
]);

const compiled = new Map<string, Arena>();

/** Compiled when first asked for: most sessions visit one or two. */
export function builtInArena(id: string): Arena | undefined {
  const stadium = BUILT_IN_STADIUMS.get(id);
  if (stadium === undefined) return undefined;
  const arena = compiled.get(id) ?? compileArena(stadium);
  compiled.set(id, arena);
  return arena;
}
