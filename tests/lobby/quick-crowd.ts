import type { QueueJoin } from '../../shared/lobby/quick.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';

/** One who presses PLAY, some time after the first one did. */
export type Comer = {
  readonly name: string;
  readonly atMs: number;
  /** How long this person plays once there is company. */
  readonly staysMs: number;
  /** ms, there and back, from the lobby: where this person lives, on a plane. */
  readonly x: number;
  readonly y: number;
  readonly known: Pick<QueueJoin, 'hand' | 'skill' | 'rttMs'>;
  /** False: its page says nothing of skills and ways. */
  readonly isKnown: boolean;
  readonly skill: number;
};

/** A room that is offered, and where its host lives. */
export type Near = { readonly code: RoomCode; readonly host: string };

export type Ways = NonNullable<QueueJoin['ways']>;

/** What a crowd needs of a lobby, with or without sockets. */
export interface CrowdLobby {
  /** [L134] The rooms to measure the way to, with the name of the host of each. */
  near(comer: Comer): Promise<readonly Near[]>;
  /** Asks for a place for somebody; null when that was refused. */
  play(comer: Comer, ways: Ways): Promise<RoomCode | null>;
  leave(comer: Comer): Promise<void>;
  /** Lets time pass, and all do what they were told meanwhile. */
  pass(ms: number): Promise<void>;
  /** The members of each room that are heard, by their names. */
  rooms(): Promise<readonly (readonly string[])[]>;
}

/** How it went for one person. */
export type CrowdFate = {
  readonly comer: Comer;
  /** From the press to the first moment in company; null: gave up. */
  readonly waitMs: number | null;
  /** To the middle of those who were there then. */
  readonly gap: number;
  /** To the one of them who lives farthest away. */
  readonly worstRttMs: number;
  /** How many they were, this one included. */
  readonly company: number;
};

type CrowdOptions = {
  readonly people: number;
  readonly perMinute: number;
  /** How long they play on average; one against one of these at a time plays with each room. */
  readonly meanStayMs: number;
  /** False: pages say nothing of skills and ways. */
  readonly isKnown: boolean;
  readonly random: () => number;
};

/** People look at what is new this often. */
const STEP_MS = 100;
/** What measuring takes a page, all rooms at once; one to whom no room is offered asks at once. */
const MEASURE_MS = 600;
const GIVE_UP_MS = 60_000;
/** As in the model of the design: the middle of all pairs differs by 294 points and 117 ms. */
const SKILL_SPREAD = 308;
const PLANE_MS = 205;
const OWN_WAY_MS = 6;

/** People who come by chance, so many a minute, with skills like a bell and homes all over a plane. */
export function makeCrowd({
  people,
  perMinute,
  meanStayMs,
  isKnown,
  random,
}: CrowdOptions): readonly Comer[] {
  const waitOf = (meanMs: number): number => -Math.log(1 - random()) * meanMs;
  let atMs = 0;
  return Array.from({ length: people }, (_, number) => {
    atMs += waitOf(60_000 / perMinute);
    const [x, y] = [(random() - 0.5) * PLANE_MS, (random() - 0.5) * PLANE_MS];
    const bell = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const skill = Math.min(4000, Math.max(0, Math.round(1000 + SKILL_SPREAD * bell)));
    const rttMs = Math.round(OWN_WAY_MS + Math.hypot(x, y));
    const hand = (['keys', 'keys', 'pad', 'touch'] as const)[Math.floor(random() * 4)]!;
    const known = isKnown ? { hand, skill, rttMs } : { hand };
    return { name: `P${number}`, atMs, staysMs: waitOf(meanStayMs), x, y, skill, known, isKnown };
  });
}

/** Lets a crowd come, play and go, until the last who came is in company or gave up. */
export async function meetCrowd(
  lobby: CrowdLobby,
  crowd: readonly Comer[],
): Promise<readonly CrowdFate[]> {
  const byName = new Map(crowd.map((comer) => [comer.name, comer]));
  const fates = new Map<string, CrowdFate>();
  const leavesMs = new Map<string, number>();
  const coming = [...crowd];
  /** All measure for the same time: the first in is the first out. */
  const measuring: { readonly comer: Comer; readonly atMs: number; readonly ways: Ways }[] = [];
  const here = new Set<string>();
  const seat = async (comer: Comer, ways: Ways): Promise<void> => {
    const code = await lobby.play(comer, ways);
    if (code === null) fates.set(comer.name, gaveUp(comer));
    else here.add(comer.name);
  };
  for (let nowMs = 0; fates.size < crowd.length; nowMs += STEP_MS) {
    while (coming[0] !== undefined && coming[0].atMs <= nowMs) {
      const comer = coming.shift()!;
      const ways = await measureWays(lobby, comer, byName);
      if (ways.length === 0) await seat(comer, []);
      else measuring.push({ comer, atMs: nowMs + MEASURE_MS, ways });
    }
    while (measuring[0] !== undefined && measuring[0].atMs <= nowMs) {
      const { comer, ways } = measuring.shift()!;
      await seat(comer, ways);
    }
    for (const names of (await lobby.rooms()).filter(({ length }) => length > 1)) {
      for (const name of names.filter((one) => !fates.has(one))) {
        const comer = byName.get(name)!;
        fates.set(name, met(comer, names, byName, nowMs));
        leavesMs.set(name, nowMs + comer.staysMs);
      }
    }
    for (const name of here) {
      const comer = byName.get(name)!;
      const isTired = !fates.has(name) && nowMs - comer.atMs > GIVE_UP_MS;
      if (isTired) fates.set(name, gaveUp(comer));
      if (!isTired && (leavesMs.get(name) ?? Number.POSITIVE_INFINITY) > nowMs) continue;
      here.delete(name);
      await lobby.leave(comer);
    }
    await lobby.pass(STEP_MS);
  }
  return crowd.map(({ name }) => fates.get(name)!);
}

async function measureWays(
  lobby: CrowdLobby,
  comer: Comer,
  byName: ReadonlyMap<string, Comer>,
): Promise<Ways> {
  const near = comer.isKnown ? await lobby.near(comer) : [];
  return near.map(({ code, host }) => {
    return { code, rttMs: Math.round(rttBetween(comer, byName.get(host)!)) };
  });
}

function gaveUp(comer: Comer): CrowdFate {
  return { comer, waitMs: null, gap: 0, worstRttMs: 0, company: 1 };
}

function met(
  comer: Comer,
  names: readonly string[],
  byName: ReadonlyMap<string, Comer>,
  nowMs: number,
): CrowdFate {
  const others = names.filter((name) => name !== comer.name).map((name) => byName.get(name)!);
  const middle = others.reduce((sum, { skill }) => sum + skill, 0) / others.length;
  const rtts = others.map((other) => rttBetween(comer, other));
  return {
    comer,
    waitMs: nowMs - comer.atMs,
    gap: Math.abs(comer.skill - middle),
    worstRttMs: Math.max(...rtts),
    company: names.length,
  };
}

function rttBetween(a: Comer, b: Comer): number {
  return 2 * OWN_WAY_MS + Math.hypot(a.x - b.x, a.y - b.y);
}

/** The value below which so much of them are, 0 … 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
