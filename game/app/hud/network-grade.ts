import type { LinkReport } from '../../../shared/netplay/session/link-report.ts';
import type { PingView } from '../../ui/model/view-model.ts';

/** Round-trip times below these are good and fair. */
const GOOD_RTT_MS = 80;
export const FAIR_RTT_MS = 130;
export const BAD_JITTER_MS = 25;
/** 0 … 1 */
export const BAD_LOSS = 0.02;
export const SILENT_MS = 400;

/** How a peer is heard, with 1 … 3 bars; a silent peer has one. */
export function pingOf({ rttMs, silentMs, path }: LinkReport): PingView {
  const ms = Math.round(rttMs);
  return { ms, path, bars: silentMs >= SILENT_MS ? 1 : barsOf(rttMs) };
}

/** 1 … 3 bars for a round trip. */
export function barsOf(rttMs: number): number {
  if (rttMs > FAIR_RTT_MS) return 1;
  return rttMs < GOOD_RTT_MS ? 3 : 2;
}
