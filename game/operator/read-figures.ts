const STATES = ['alone', 'together', 'deserted'] as const;
/** Why people are reported, as `shared/lobby` has it: this page shares no code with the game. */
export const REASONS = ['name', 'words', 'spoiling', 'cheating', 'other'] as const;
const WAYS = ['direct', 'turn', 'lobby', 'failed'] as const;

export type Counts<Name extends string> = Readonly<Record<Name, number>>;

/** One moment, as the server took it. */
export type FigureSample = {
  /** s since 1970. */
  readonly at: number;
  readonly sockets: number;
  readonly rooms: Counts<(typeof STATES)[number]>;
  readonly links: Counts<(typeof WAYS)[number]>;
  readonly relayedBytes: number;
  readonly loopDelayMs: number;
};

export type FigureRoom = {
  readonly code: string;
  readonly state: string;
  readonly members: number;
  readonly max: number;
  readonly kind: string;
};

/** One who was reported in a room. */
export type FigureReport = {
  readonly code: string;
  /** Null where it has left. */
  readonly member: { readonly id: string; readonly name: string } | null;
  /** How many people gave which reason. */
  readonly reasons: Counts<(typeof REASONS)[number]>;
};

export type ServerFigures = {
  readonly ready: boolean;
  readonly upS: number;
  readonly memoryMb: number;
  readonly roomsInAll: number;
  readonly samples: readonly FigureSample[];
  readonly rooms: readonly FigureRoom[];
  /** Those that were reported by most people first. */
  readonly reports: readonly FigureReport[];
};

/** What the server says of itself; null when it is anything else. */
export function readFigures(value: unknown): ServerFigures | null {
  if (!isObject(value) || typeof value['ready'] !== 'boolean') return null;
  const { ready, upS, memoryMb, roomsInAll, samples, rooms, reports } = value;
  if (!isNumber(upS) || !isNumber(memoryMb) || !isNumber(roomsInAll)) return null;
  if (!Array.isArray(samples) || !samples.every((sample) => isSample(sample))) return null;
  if (!Array.isArray(rooms) || !rooms.every((room) => isRoom(room))) return null;
  if (!Array.isArray(reports) || !reports.every((report) => isReport(report))) return null;
  return { ready, upS, memoryMb, roomsInAll, samples, rooms, reports };
}

function isSample(value: unknown): value is FigureSample {
  return (
    isObject(value) &&
    ['at', 'sockets', 'relayedBytes', 'loopDelayMs'].every((name) => isNumber(value[name])) &&
    hasCounts(value['rooms'], STATES) &&
    hasCounts(value['links'], WAYS)
  );
}

function isRoom(value: unknown): value is FigureRoom {
  return (
    isObject(value) &&
    ['code', 'state', 'kind'].every((name) => typeof value[name] === 'string') &&
    ['members', 'max'].every((name) => isNumber(value[name]))
  );
}

function isReport(value: unknown): value is FigureReport {
  if (!isObject(value) || typeof value['code'] !== 'string') return false;
  const { member, reasons } = value;
  const isNamed =
    isObject(member) && ['id', 'name'].every((key) => typeof member[key] === 'string');
  return (member === null || isNamed) && hasCounts(reasons, REASONS);
}

function hasCounts(value: unknown, names: readonly string[]): boolean {
  return isObject(value) && names.every((name) => isNumber(value[name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
