import type { LinkReport } from '../../../shared/netplay/session/link-report.ts';
import type { WarningView } from '../../ui/model/view-model.ts';
import { BAD_JITTER_MS, BAD_LOSS, FAIR_RTT_MS, SILENT_MS } from './network-grade.ts';
import { SteadyFlag } from './steady-flag.ts';

/** So long without a word from somebody, and one had better say that it is being worked on. */
const RECONNECTING_MS = 1500;
/** A bad moment is no bad connection, and a good one does not end it. */
const QUALITY = { appearMs: 1000, vanishMs: 3000 };
/** Silence was waited for already. */
const SILENCE = { appearMs: 0, vanishMs: 1000 };
/** One input that came too late is hardly felt; so many within a second are. */
const EATEN_INPUTS = 3;
const EATEN_WITHIN_MS = 1000;
const EATEN = { appearMs: 0, vanishMs: 3000 };
/** Smaller changes are not worth a redraw. */
const MS_STEP = 10;

/** What is bad about the links, told so that it does not flicker. */
export class NetworkWarner {
  #flags = makeFlags();
  /** The last values that were bad: what stands on a chip until it goes. */
  #badRttMs = 0;
  #badLoss = 0;
  /** Own inputs that had come too late when this second began. */
  #eatenBefore = 0;
  #eatenFromMs = Number.NEGATIVE_INFINITY;
  #shown: readonly WarningView[] = [];

  /** The same object as long as nothing changed. */
  update(reports: readonly LinkReport[], nowMs: number, eatenInputs = 0): readonly WarningView[] {
    const warnings = this.#judge(reports, nowMs, eatenInputs);
    if (!isSame(warnings, this.#shown)) this.#shown = warnings;
    return this.#shown;
  }

  #judge(
    reports: readonly LinkReport[],
    nowMs: number,
    eatenInputs: number,
  ): readonly WarningView[] {
    // Of those who left, the warnings go with them.
    if (reports.length === 0) this.#flags = makeFlags();
    const { slow, unsteady, lossy, silent, gone, eaten } = this.#flags;
    const worst = (field: 'rttMs' | 'jitterMs' | 'loss' | 'silentMs'): number =>
      Math.max(0, ...reports.map((report) => report[field]));
    const rttMs = worst('rttMs');
    const loss = worst('loss');
    const silentMs = worst('silentMs');
    if (rttMs > FAIR_RTT_MS) this.#badRttMs = Math.round(rttMs / MS_STEP) * MS_STEP;
    if (loss >= BAD_LOSS) this.#badLoss = loss;
    const isSlow = slow.update(rttMs > FAIR_RTT_MS, nowMs);
    const isUnsteady = unsteady.update(worst('jitterMs') >= BAD_JITTER_MS, nowMs);
    const isLossy = lossy.update(loss >= BAD_LOSS, nowMs);
    const isSilent = silent.update(silentMs >= SILENT_MS, nowMs);
    const isGone = gone.update(silentMs >= RECONNECTING_MS, nowMs);
    const isEaten = eaten.update(this.#isEaten(eatenInputs, nowMs), nowMs);
    if (isGone) return [{ kind: 'reconnecting' }];
    if (isSilent) return [{ kind: 'silent' }];
    const warnings: WarningView[] = [];
    if (isSlow) warnings.push({ kind: 'latency', ms: this.#badRttMs });
    if (isUnsteady) warnings.push({ kind: 'jitter' });
    if (isLossy) warnings.push({ kind: 'loss', percent: Math.round(this.#badLoss * 100) });
    if (isEaten) warnings.push({ kind: 'eaten' });
    return warnings;
  }

  #isEaten(eatenInputs: number, nowMs: number): boolean {
    // Another session counts from nothing again.
    const isOver = nowMs - this.#eatenFromMs > EATEN_WITHIN_MS || eatenInputs < this.#eatenBefore;
    const isFelt = eatenInputs - this.#eatenBefore >= EATEN_INPUTS;
    if (!isOver) return isFelt;
    this.#eatenBefore = eatenInputs;
    this.#eatenFromMs = nowMs;
    return false;
  }
}

function makeFlags() {
  return {
    slow: new SteadyFlag(QUALITY),
    unsteady: new SteadyFlag(QUALITY),
    lossy: new SteadyFlag(QUALITY),
    silent: new SteadyFlag(SILENCE),
    gone: new SteadyFlag(SILENCE),
    eaten: new SteadyFlag(EATEN),
  };
}

function isSame(a: readonly WarningView[], b: readonly WarningView[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
