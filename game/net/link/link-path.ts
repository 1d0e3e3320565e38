import type { LinkPath } from '../../../shared/netplay/link/link.ts';

export type PathStats = {
  /** `turn`: over a relay on at least one side. */
  readonly path: Exclude<LinkPath, 'lobby'>;
  readonly rttMs: number | null;
};

type Entry = Readonly<Record<string, unknown>>;

/** Finds the candidate pair in use: Chromium names it in `transport`, Firefox marks it itself. */
export function readPath(report: RTCStatsReport): PathStats | null {
  const entries = new Map<string, Entry>();
  report.forEach((entry: Entry, id: string) => entries.set(id, entry));

  const all = [...entries.values()];
  const transport = all.find((entry) => entry['type'] === 'transport');
  const pair =
    entries.get(String(transport?.['selectedCandidatePairId'])) ??
    all.find((entry) => entry['type'] === 'candidate-pair' && isUsed(entry));
  if (pair === undefined) return null;

  const ends = [pair['localCandidateId'], pair['remoteCandidateId']];
  const relayed = ends.some((id) => entries.get(String(id))?.['candidateType'] === 'relay');
  const rttS = pair['currentRoundTripTime'];
  return {
    path: relayed ? 'turn' : 'direct',
    rttMs: typeof rttS === 'number' ? rttS * 1000 : null,
  };
}

function isUsed(pair: Entry): boolean {
  return pair['selected'] === true || (pair['nominated'] === true && pair['state'] === 'succeeded');
}
