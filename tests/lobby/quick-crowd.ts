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
  readonly skill: number;
};

/** What a crowd needs of a lobby, with or without sockets. */
export interface CrowdLobby {
  /** Presses PLAY for somebody; null when that was refused. */
  play(comer: Comer): Promise<RoomCode | null>;
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
    return { name: `P${number}`, atMs, staysMs: waitOf(meanStayMs), x, y, skill, known };
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
  const here = new Set<string>();
  for (let nowMs = 0; fates.size < crowd.length; nowMs += STEP_MS) {
    while (coming[0] !== undefined && coming[0].atMs <= nowMs) {
      const comer = coming.shift()!;
      const code = await lobby.play(comer);
      if (code === null) fates.set(comer.name, gaveUp(comer));
      else here.add(comer.name);
    }
    for (const names of await lobby.rooms()) {
      if (names.length < 2) continue;
      for (const name of names) {
        const comer = byName.get(name)!;
        if (fates.has(name)) continue;
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
  const rtts = others.map(({ x, y }) => 2 * OWN_WAY_MS + Math.hypot(x - comer.x, y - comer.y));
  return {
    comer,
    waitMs: nowMs - comer.atMs,
    gap: Math.abs(comer.skill - middle),
    worstRttMs: Math.max(...rtts),
    company: names.length,
  };
}

/** The value below which so much of them are, 0 … 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
