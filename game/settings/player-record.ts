import type { TextStore } from './settings-store.ts';

/** [V18] What one person did in matches that came to their end. */
export type Tally = {
  readonly matches: number;
  readonly wins: number;
  readonly goals: number;
  readonly assists: number;
  readonly saves: number;
  readonly shots: number;
  /** Ticks of these matches. */
  readonly ticks: number;
  /** Matches won since the last one that was not. */
  readonly streak: number;
  readonly bestStreak: number;
};

/** [V18] Of this browser. Against people and against bots is not the same. */
export type PlayerRecord = {
  readonly people: Tally;
  readonly bots: Tally;
  /** Matches on each map. A list: what a map is called may be any word. */
  readonly maps: readonly MapCount[];
};

export type MapCount = { readonly name: string; readonly matches: number };

/** One match as it is counted. */
export type CountedMatch = Pick<Tally, 'goals' | 'assists' | 'saves' | 'shots' | 'ticks'> & {
  readonly isWon: boolean;
  /** False: all opponents were bots. */
  readonly hasPeople: boolean;
  /** '' where its name is not known. */
  readonly map: string;
};

const NOTHING: Tally = {
  matches: 0,
  wins: 0,
  goals: 0,
  assists: 0,
  saves: 0,
  shots: 0,
  ticks: 0,
  streak: 0,
  bestStreak: 0,
};
export const EMPTY_RECORD: PlayerRecord = { people: NOTHING, bots: NOTHING, maps: [] };

const KEY = 'peerball.record';
const MAPS_MAX = 50;
const MAP_CHARS_MAX = 200;

/** [V18] The record with one more match in it. */
export function countMatch(record: PlayerRecord, match: CountedMatch): PlayerRecord {
  const kind = match.hasPeople ? 'people' : 'bots';
  const maps = countMap(record.maps, match.map.slice(0, MAP_CHARS_MAX));
  return { ...record, [kind]: addTo(record[kind], match), maps };
}

/** The map that was played on most; '' before the first match. */
export function favouriteMap({ maps }: PlayerRecord): string {
  return maps.toSorted((a, b) => b.matches - a.matches)[0]?.name ?? '';
}

/** Reads what storage has: each number that makes no sense is 0. */
export function parseRecord(value: unknown): PlayerRecord {
  const { people, bots, maps } = Object(value) as Record<string, unknown>;
  const told = Array.isArray(maps) ? maps.slice(0, MAPS_MAX) : [];
  return {
    people: parseTally(people),
    bots: parseTally(bots),
    maps: told.map(parseMapCount).filter(({ matches }) => matches > 0),
  };
}

/** [V18] Keeps the record of this browser. Blocked or broken storage costs the memory of it, nothing else. */
export class RecordStore {
  readonly #store: TextStore;
  /** Read anew each time, since another tab may have played; kept here where storage refuses. */
  #unsaved: PlayerRecord | null = null;

  constructor(store: TextStore) {
    this.#store = store;
  }

  get value(): PlayerRecord {
    if (this.#unsaved) return this.#unsaved;
    try {
      return parseRecord(JSON.parse(this.#store.getItem(KEY) ?? 'null'));
    } catch {
      return EMPTY_RECORD;
    }
  }

  set value(record: PlayerRecord) {
    try {
      this.#store.setItem(KEY, JSON.stringify(record));
      this.#unsaved = null;
    } catch {
      this.#unsaved = record;
    }
  }
}

function addTo(tally: Tally, match: CountedMatch): Tally {
  const streak = match.isWon ? tally.streak + 1 : 0;
  return {
    matches: tally.matches + 1,
    wins: tally.wins + (match.isWon ? 1 : 0),
    goals: tally.goals + match.goals,
    assists: tally.assists + match.assists,
    saves: tally.saves + match.saves,
    shots: tally.shots + match.shots,
    ticks: tally.ticks + match.ticks,
    streak,
    bestStreak: Math.max(tally.bestStreak, streak),
  };
}

/** Not more than are kept: the newest one stays, and of the others those that were played on most. */
function countMap(maps: readonly MapCount[], name: string): readonly MapCount[] {
  if (name === '') return maps;
  const before = maps.find((one) => one.name === name)?.matches ?? 0;
  const others = maps.filter((one) => one.name !== name).toSorted((a, b) => b.matches - a.matches);
  return [...others.slice(0, MAPS_MAX - 1), { name, matches: before + 1 }];
}

function parseMapCount(value: unknown): MapCount {
  const { name, matches } = Object(value) as Record<string, unknown>;
  const isName = typeof name === 'string' && name !== '' && name.length <= MAP_CHARS_MAX;
  return isName ? { name, matches: countOf(matches) } : { name: '', matches: 0 };
}

function parseTally(value: unknown): Tally {
  const told = Object(value) as Record<string, unknown>;
  const numbers = Object.keys(NOTHING).map((name) => [name, countOf(told[name])]);
  return Object.fromEntries(numbers) as Tally;
}

function countOf(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;
}
