import type { Arena } from '../../sim/physics/arena.ts';
import { BIG } from './big.ts';
import { CLASSIC } from './classic.ts';
import { HUGE } from './huge.ts';
import { RINK } from './rink.ts';
import { ROUNDED } from './rounded.ts';
import { SMALL } from './small.ts';
import { compileArena } from '../compile/compile-arena.ts';
import type { Stadium } from '../format/stadium.ts';

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
