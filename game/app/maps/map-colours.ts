import { BUILT_IN_STADIUMS } from '../../../shared/stadium/built-in/built-in-stadiums.ts';

/**
 * [V23] A community map looks as its author drew it until the person says otherwise of that map;
 * ours are drawn for our colours.
 */
export function isInOwnColours(
  stadium: string,
  { houseMaps }: { readonly houseMaps: readonly string[] },
): boolean {
  return !BUILT_IN_STADIUMS.has(stadium) && !houseMaps.includes(stadium);
}
