import { DISC_TRAITS, type DiscTraits } from './disc-values.ts';
import type { ChangedDisc } from './room-state.ts';
import type { Arena } from '../sim/physics/arena.ts';
import { reshape } from '../sim/physics/reshape.ts';

/** The arena of a stadium with what commands made of its discs. */
export function withDiscs(plain: Arena, discs: readonly ChangedDisc[]): Arena {
  const changes = discs.filter(({ traits }) => isShaped(traits));
  return reshape(
    plain,
    changes.map(({ disc, traits }) => ({ disc, shape: traits })),
  );
}

function isShaped(traits: DiscTraits): boolean {
  return DISC_TRAITS.some((name) => name !== 'color' && traits[name] !== null);
}
