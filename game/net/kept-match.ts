import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { SIM_VERSION, WIRE_VERSION } from '../../shared/version.ts';
import type { KeepsTexts } from './lobby/left-seat.ts';

/** A match of this page, as of some moment. */
export type KeptMatch = {
  /** Ticks of the room that had gone by. */
  readonly tick: number;
  /** An encoded world; null when it is too old, or of another version of the game. */
  readonly world: Uint8Array | null;
  /** The text of its stadium, where not everybody has that. */
  readonly stadium: string | null;
};

const KEY = 'peerball.match';
/** ms: a person that comes back later has forgotten what was going on. */
export const KEPT_FOR_MS = 5 * 60_000;
/** A world has 48 000 bytes at most; with a stadium it fits any browser's store. */
const WORLD_CHARS_MAX = 64_000;
const STADIUM_CHARS_MAX = 400_000;
const ID_CHARS_MAX = 64;
const TICK_MAX = 0xffff_ffff;
/** Of a record. */
const FIELDS = 8;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

type Stored = {
  readonly sim: number;
  readonly wire: number;
  readonly code: string;
  readonly self: string;
  readonly savedMs: number;
  readonly tick: number;
  /** Base64. */
  readonly world: string;
  readonly stadium: string | null;
};

/**
 * [N31] Keeps this tab's match across a reload of its page. Storage can be forbidden or full: then
 * nothing is kept, and play goes on.
 */
export class KeptMatchStore {
  readonly #storage: () => KeepsTexts;
  readonly #wallClockMs: () => number;

  /** @param storage may throw, as a browser's does where it is forbidden */
  constructor(storage: () => KeepsTexts, wallClockMs: () => number) {
    this.#storage = storage;
    this.#wallClockMs = wallClockMs;
  }

  save(code: RoomCode, self: PeerId, kept: KeptMatch & { readonly world: Uint8Array }): void {
    const { tick, world, stadium } = kept;
    const text = JSON.stringify({
      sim: SIM_VERSION,
      wire: WIRE_VERSION,
      code,
      self,
      savedMs: this.#wallClockMs(),
      tick,
      world: toBase64(world),
      stadium,
    } satisfies Stored);
    this.#try((storage) => storage.setItem(KEY, text));
  }

  /** No match is on. */
  clear(): void {
    this.#try((storage) => storage.removeItem(KEY));
  }

  /** Null when this tab kept no match of this place in this room. */
  load(code: RoomCode, self: PeerId): KeptMatch | null {
    const text = this.#try((storage) => storage.getItem(KEY)) ?? null;
    const stored = parseStored(text);
    if (stored?.code !== code || stored.self !== self) return null;
    const { sim, wire, savedMs, tick, world, stadium } = stored;
    const ageMs = this.#wallClockMs() - savedMs;
    const isFresh = ageMs >= 0 && ageMs <= KEPT_FOR_MS;
    const isUsable = isFresh && sim === SIM_VERSION && wire === WIRE_VERSION;
    return { tick, world: isUsable ? fromBase64(world) : null, stadium };
  }

  #try<Value>(use: (storage: KeepsTexts) => Value): Value | undefined {
    try {
      return use(this.#storage());
    } catch {
      // Forbidden, or full: a match that cannot be kept is played all the same.
      return undefined;
    }
  }
}

/** The store of this tab: `sessionStorage` and the time of day. */
export function tabKeptMatches(): KeptMatchStore {
  return new KeptMatchStore(
    () => sessionStorage,
    () => Date.now(),
  );
}

/** Null for whatever this version of the game would not have written. */
function parseStored(text: string | null): Stored | null {
  if (text === null || text.length > WORLD_CHARS_MAX + 2 * STADIUM_CHARS_MAX) return null;
  try {
    const read: unknown = JSON.parse(text);
    return isStored(read) ? read : null;
  } catch {
    return null;
  }
}

function isStored(read: unknown): read is Stored {
  if (typeof read !== 'object' || read === null) return false;
  const fields = new Map<string, unknown>(Object.entries(read));
  const text = (name: string, max: number): boolean => {
    const field = fields.get(name);
    return typeof field === 'string' && field.length <= max;
  };
  const tick = fields.get('tick');
  return (
    fields.size === FIELDS &&
    ['sim', 'wire', 'savedMs'].every((name) => Number.isFinite(fields.get(name))) &&
    text('code', ID_CHARS_MAX) &&
    text('self', ID_CHARS_MAX) &&
    text('world', WORLD_CHARS_MAX) &&
    BASE64.test(String(fields.get('world'))) &&
    Number.isInteger(tick) &&
    Number(tick) >= 0 &&
    Number(tick) <= TICK_MAX &&
    (fields.get('stadium') === null || text('stadium', STADIUM_CHARS_MAX))
  );
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
