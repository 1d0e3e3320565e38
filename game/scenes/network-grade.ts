import type { LinkReport } from '../../shared/netplay/room-session.ts';
import type { PingView, WarningView } from '../ui/view-model.ts';

/** Round-trip times below these are good and fair. */
const GOOD_RTT_MS = 80;
const FAIR_RTT_MS = 130;
const BAD_JITTER_MS = 25;
const BAD_LOSS = 0.02;
const SILENT_MS = 400;

export function pingOf({ rttMs, silentMs }: LinkReport): PingView {
  const ms = Math.round(rttMs);
  if (silentMs >= SILENT_MS || rttMs > FAIR_RTT_MS) return { ms, bars: 1 };
  return { ms, bars: rttMs < GOOD_RTT_MS ? 3 : 2 };
}

/** What is bad about any of the links; nothing when all is well. */
export function warningsOf(reports: readonly LinkReport[]): readonly WarningView[] {
  if (reports.length === 0) return NONE;
  if (reports.some((report) => report.silentMs >= SILENT_MS)) return [{ kind: 'silent' }];
  const warnings: WarningView[] = [];
  const rttMs = Math.max(...reports.map((report) => report.rttMs));
  const jitterMs = Math.max(...reports.map((report) => report.jitterMs));
  const loss = Math.max(...reports.map((report) => report.loss));
  if (rttMs > FAIR_RTT_MS) warnings.push({ kind: 'latency', ms: Math.round(rttMs) });
  if (jitterMs >= BAD_JITTER_MS) warnings.push({ kind: 'jitter' });
  if (loss >= BAD_LOSS) warnings.push({ kind: 'loss', percent: Math.round(loss * 100) });
  return warnings.length === 0 ? NONE : warnings;
}

/** One object, so that "still nothing" is no change. */
const NONE: readonly WarningView[] = [];
