import type { Conditions } from '../../shared/netplay/link/simulated-network.ts';

/** What may happen to packets, by the name that the table gives it. */
export const LOSSES = {
  '0 %': { loss: 0 },
  '1 %': { loss: 0.01 },
  '2 %': { loss: 0.02 },
  '5 %': { loss: 0.05 },
  '10 %': { loss: 0.1 },
  '20 %': { loss: 0.2 },
  /** Two of a hundred are lost, always five in a row. */
  bursts: { loss: 0.02, burst: 5 },
  /** One player, not the sequencer, hears and says nothing for 1 s in every 10 s. */
  outage: { loss: 0.02 },
  reordered: { reorder: 0.03 },
  doubled: { duplicate: 0.02 },
} as const satisfies Readonly<Record<string, Partial<Conditions>>>;

export type Loss = keyof typeof LOSSES;

export const RTTS_MS = [0, 30, 60, 100, 150, 200, 300] as const;
export const JITTERS_MS = [0, 5, 15, 30, 60] as const;
export const PLAYERS = [2, 4, 8] as const;
export const CHANGES_PER_SECOND = [3, 6, 12] as const;

/** One square of the grid: a whole match is played on it. */
export type GridRow = {
  readonly rttMs: number;
  /** Deviation of the delay of one way. */
  readonly jitterMs: number;
  readonly loss: Loss;
  readonly players: number;
  readonly changesPerSecond: number;
  /** Round trip of the last player to everybody, when it is another one. */
  readonly slowRttMs?: number;
};

/** The simulated network of a row; ms and a share of packets. */
export function conditionsOf({ rttMs, jitterMs, loss }: GridRow): Conditions {
  const clean = { loss: 0, reorder: 0, duplicate: 0 };
  return { delayMs: rttMs / 2, jitterMs, ...clean, ...LOSSES[loss] };
}

/** A row's name in tables: players, round trip, jitter, loss and changes of keys. */
export function nameOf(row: GridRow): string {
  const { rttMs, jitterMs, loss, players, changesPerSecond, slowRttMs } = row;
  const slow = slowRttMs === undefined ? '' : ` one at ${slowRttMs}`;
  return `${players}p RTT ${rttMs} j${jitterMs} ${loss} ${changesPerSecond}/s${slow}`;
}

/** The square around which the default selection is made, and on which most targets are set. */
const MIDDLE: GridRow = { rttMs: 100, jitterMs: 10, loss: '2 %', players: 4, changesPerSecond: 6 };

/** The squares on which the targets are set. */
export const TARGET_ROWS = {
  two: { ...MIDDLE, players: 2 },
  twoFar: { ...MIDDLE, players: 2, rttMs: 167, loss: '5 %' },
  eight: { ...MIDDLE, players: 8 },
  eightOneSlow: { ...MIDDLE, players: 8, slowRttMs: 250 },
  eightOneOut: { ...MIDDLE, players: 8, loss: 'outage' },
} as const satisfies Readonly<Record<string, GridRow>>;

/** Every target, every value of every axis once around the middle, and two players in the extremes. */
export function chooseRows(): readonly GridRow[] {
  const rows: GridRow[] = [...Object.values(TARGET_ROWS), MIDDLE];
  for (const rttMs of RTTS_MS) rows.push({ ...MIDDLE, rttMs });
  for (const jitterMs of JITTERS_MS) rows.push({ ...MIDDLE, jitterMs });
  for (const loss of Object.keys(LOSSES) as Loss[]) rows.push({ ...MIDDLE, loss });
  for (const changesPerSecond of CHANGES_PER_SECOND) rows.push({ ...MIDDLE, changesPerSecond });
  const two = TARGET_ROWS.two;
  rows.push({ ...two, rttMs: 0, jitterMs: 0, loss: '0 %' }, { ...two, changesPerSecond: 12 });
  rows.push({ ...two, rttMs: 30, jitterMs: 5, loss: '1 %' }, { ...two, rttMs: 300, jitterMs: 30 });
  rows.push({ ...TARGET_ROWS.eight, rttMs: 200, jitterMs: 30, loss: '10 %' });
  return unique(rows);
}

/** The whole product. */
export function allRows(): readonly GridRow[] {
  const rows: GridRow[] = Object.values(TARGET_ROWS);
  for (const players of PLAYERS)
    for (const changesPerSecond of CHANGES_PER_SECOND)
      for (const loss of Object.keys(LOSSES) as Loss[])
        for (const jitterMs of JITTERS_MS)
          for (const rttMs of RTTS_MS)
            rows.push({ rttMs, jitterMs, loss, players, changesPerSecond });
  return unique(rows);
}

function unique(rows: readonly GridRow[]): readonly GridRow[] {
  return [...new Map(rows.map((row) => [nameOf(row), row])).values()];
}
