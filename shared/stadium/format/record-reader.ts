import { assert } from '../../base/assert.ts';
import { FLAG } from '../../sim/physics/arena.ts';
import { WORLD_LIMIT } from '../../sim/tuning.ts';
import type { LimitChange } from './limit-change.ts';
import type { Problem } from './problem.ts';
import type { Colour, Point } from './stadium.ts';
import { isStadiumKey } from './stadium-keys.ts';
import { MAX_INVERSE_MASS, MAX_OF_A_KIND, MAX_PROBLEMS } from './stadium-limits.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** True for a JSON object: neither null nor a list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What reading a file brings to light, beside the stadium. */
export type Findings = { readonly problems: Problem[]; readonly changes: LimitChange[] };

/**
 * Reads the keys of one object of a stadium file: what it lacks comes from its trait, then from the
 * default. Never throws; whatever cannot be read becomes a problem with its path.
 */
export class RecordReader {
  readonly #record: JsonRecord;
  readonly #trait: JsonRecord;
  readonly #path: string;
  readonly #findings: Findings;

  constructor(record: JsonRecord, trait: JsonRecord, path: string, findings: Findings) {
    this.#record = record;
    this.#trait = trait;
    this.#path = path;
    this.#findings = findings;
  }

  /** The raw value; null and undefined both mean that the key is not there. */
  value(key: string): unknown {
    assert(isStadiumKey(key), `${key} is in the list of keys`);
    const own = Object.hasOwn(this.#record, key) ? this.#record[key] : undefined;
    if (own !== undefined && own !== null) return own;
    const shared = Object.hasOwn(this.#trait, key) ? this.#trait[key] : undefined;
    return shared ?? undefined;
  }

  pathOf(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }

  refuse(key: string, message: string): void {
    const { problems } = this.#findings;
    if (problems.length < MAX_PROBLEMS) problems.push({ path: this.pathOf(key), message });
  }

  /** [F5] A number of the file that was read, within a limit; what that changes is noted. */
  within(key: string, value: number, least: number, most: number): number {
    const bounded = Math.max(least, Math.min(most, value));
    if (bounded !== value) {
      this.#findings.changes.push({ path: this.pathOf(key), from: value, to: bounded });
    }
    return bounded;
  }

  number(key: string, fallback: number): number {
    const value = this.value(key);
    if (value === undefined) return fallback;
    const read = toFinite(value);
    if (read === null) this.refuse(key, `${show(value)} is not a finite number`);
    return read ?? fallback;
  }

  /** A coordinate, a length or a speed: within the world. */
  measure(key: string, fallback: number): number {
    return this.within(key, this.number(key, fallback), -WORLD_LIMIT, WORLD_LIMIT);
  }

  requiredMeasure(key: string): number {
    if (this.value(key) === undefined) this.refuse(key, 'is missing');
    return this.measure(key, 0);
  }

  inverseMass(key: string, fallback: number): number {
    return this.within(key, this.number(key, fallback), -MAX_INVERSE_MASS, MAX_INVERSE_MASS);
  }

  /** An index into a list of `count` things called `what`. */
  index(key: string, count: number, what: string): number {
    if (this.value(key) === undefined) this.refuse(key, 'is missing');
    const value = this.number(key, 0);
    if (Number.isInteger(value) && value >= 0 && value < count) return value;
    if (this.value(key) !== undefined) this.refuse(key, `${what} ${value} does not exist`);
    return 0;
  }

  point(key: string, fallback: Point | null): Point {
    const value = this.value(key);
    if (value === undefined) {
      if (fallback === null) this.refuse(key, 'is missing');
      return fallback ?? { x: 0, y: 0 };
    }
    const read = toPoint(value);
    if (read === null) this.refuse(key, `${show(value)} is not a pair of finite numbers`);
    return read ?? { x: 0, y: 0 };
  }

  /** A place or a speed: both coordinates within the world. */
  place(key: string, fallback: Point | null): Point {
    return this.placed(key, this.point(key, fallback));
  }

  placed(key: string, { x, y }: Point): Point {
    return {
      x: this.within(`${key}[0]`, x, -WORLD_LIMIT, WORLD_LIMIT),
      y: this.within(`${key}[1]`, y, -WORLD_LIMIT, WORLD_LIMIT),
    };
  }

  /** Looks and switches never reject a file: what cannot be read is the default. */
  boolean(key: string, fallback: boolean): boolean {
    const value = this.value(key);
    if (value === true || value === 'true') return true;
    return value === false || value === 'false' ? false : fallback;
  }

  looseNumber(key: string, fallback: number): number {
    return toFinite(this.value(key)) ?? fallback;
  }

  colour(key: string, fallback: Colour): Colour {
    const value = this.value(key);
    return value === undefined ? fallback : toColour(value, fallback);
  }

  /** Names of collision flags as bits; a single name stands for a list of one. */
  flags(key: string, fallback: number): number {
    const value = this.value(key);
    if (value === undefined) return fallback;
    const names: unknown[] = Array.isArray(value) ? value : [value];
    if (names.length > MAX_OF_A_KIND) this.refuse(key, `has more than ${MAX_OF_A_KIND} entries`);
    let bits = 0;
    for (const name of names) {
      if (typeof name !== 'string') {
        this.refuse(key, `${show(name)} is not a name of a collision flag`);
      } else if (Object.hasOwn(FLAG, name)) {
        bits |= FLAG[name as keyof typeof FLAG];
      }
    }
    return bits;
  }
}

/** A finite number and not −0, also one written as a string; null when it is neither. */
export function toFinite(value: unknown): number | null {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read + 0 : null;
}

/** Reads [x, y]; null when either is no finite number. */
export function toPoint(value: unknown): Point | null {
  if (!Array.isArray(value)) return null;
  const x = toFinite(value[0]);
  const y = toFinite(value[1]);
  return x === null || y === null ? null : { x, y };
}

/** A short text for a message, whatever the value is. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}

function toColour(value: unknown, fallback: Colour): Colour {
  if (value === 'transparent') return null;
  if (Array.isArray(value)) {
    const [red, green, blue] = value.map((part) => Math.floor(toFinite(part) ?? 0) & 255);
    return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
  }
  if (typeof value !== 'string') return fallback;
  const digits = value.startsWith('#') ? value.slice(1) : value;
  // All bits set: what editors write for what is not drawn.
  if (/^f{8}$/i.test(digits)) return null;
  if (!/^[\da-f]{1,6}$/i.test(digits)) return fallback;
  // Three digits are the short form; other odd lengths are read as if zeros stood before them.
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  return Number.parseInt(full, 16);
}
