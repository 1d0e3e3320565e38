import type { Result } from '../../base/result.ts';
import type { Arena } from '../../sim/physics/arena.ts';

/** The stadiums of this machine, by id: a name that everybody knows, or the hash of a text. */
export interface StadiumLibrary {
  /** Undefined while it is not here. */
  arena(id: string): Arena | undefined;

  /** What a stadium travels as; null for those that everybody has and for those that are not here. */
  text(id: string): string | null;

  /** Takes in a text that came from another peer, whoever that is: its id, or what is wrong. */
  add(text: string): Result<string, unknown>;
}
