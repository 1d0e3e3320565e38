import { contentHash } from '../base/content-hash.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Arena } from '../sim/physics/arena.ts';
import { BUILT_IN_STADIUMS, builtInArena } from './built-in/built-in-stadiums.ts';
import { compileArena } from './compile/compile-arena.ts';
import { formatStadium } from './format/format-stadium.ts';
import { parseStadium } from './format/parse-stadium.ts';
import { isMomentText, mapOfMoment } from './moment-text.ts';
import type { Problem } from './format/problem.ts';
import type { Stadium } from './format/stadium.ts';

/** Stadiums of others that are kept in memory: whoever has the say could send one after another. */
const MAX_KEPT = 16;

type Kept =
  | { readonly text: string; readonly stadium: Stadium; readonly arena: Arena }
  | { readonly text: string; readonly stadium: null; arena: Arena | null };

/** Makes what a room plays on from of a moment. A text that is none gives one that changes nothing. */
export type ReadMoment = (text: string, arenas: StadiumCollection['arena']) => Arena;

/**
 * The stadiums of this machine by id: the built-in ones by name, those that were loaded or received
 * by the hash of their text. What was asked for longest ago goes when there are too many.
 */
export class StadiumCollection {
  readonly #kept = new Map<string, Kept>();

  /** [R44] A page brings it with the first moment that comes in; null until then. */
  readMoment: ReadMoment | null;
  /** A moment came in, and nothing reads it. */
  onMoment: (() => void) | null = null;

  constructor(readMoment: ReadMoment | null = null) {
    this.readMoment = readMoment;
  }

  readonly arena = (id: string): Arena | undefined => {
    const own = builtInArena(id);
    const kept = own ? undefined : this.#touch(id);
    if (kept?.stadium === null) kept.arena ??= this.readMoment?.(kept.text, this.arena) ?? null;
    return own ?? kept?.arena ?? undefined;
  };

  stadium(id: string): Stadium | undefined {
    return BUILT_IN_STADIUMS.get(id) ?? this.#touch(id)?.stadium ?? undefined;
  }

  /** What a stadium travels as; null for the built-in ones and for those that are not here. */
  text(id: string): string | null {
    return this.#kept.get(id)?.text ?? null;
  }

  /**
   * Takes in a text that is to travel, or that came so, as it is. Everybody makes the stadium from
   * this very text, so that it is the same for all to the last bit.
   */
  add(text: string): Result<string, readonly Problem[]> {
    const id = contentHash(text);
    if (this.#kept.has(id)) return ok(id);
    if (isMomentText(text)) return this.#addMoment(id, text);
    const parsed = parseStadium(text);
    if (!parsed.ok) return parsed;
    this.#keep(id, { text, stadium: parsed.value, arena: compileArena(parsed.value) });
    return ok(id);
  }

  /** [R44] Its map is here from now on like any other. */
  #addMoment(id: string, text: string): Result<string, readonly Problem[]> {
    const map = mapOfMoment(text);
    if (map === null) return fail([{ path: '', message: 'no moment' }]);
    const added = map === '' ? ok('') : this.add(map);
    if (!added.ok) return added;
    this.#keep(id, { text, stadium: null, arena: null });
    if (!this.readMoment) this.onMoment?.();
    return ok(id);
  }

  #keep(id: string, kept: Kept): void {
    this.#kept.set(id, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** Takes in a file as somebody wrote it. */
  addFile(text: string): Result<string, readonly Problem[]> {
    const parsed = parseStadium(text);
    return parsed.ok ? this.add(formatStadium(parsed.value)) : parsed;
  }

  #touch(id: string): Kept | undefined {
    const kept = this.#kept.get(id);
    if (!kept) return undefined;
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    return kept;
  }
}
