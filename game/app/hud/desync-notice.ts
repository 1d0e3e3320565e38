import type { DesyncReport } from '../../../shared/netplay/desync/desync-report.ts';
import type { WarningView } from '../../ui/model/view-model.ts';

/** Long enough to be read; who only watches now has more to understand. */
const REPAIRED_MS = 4_000;
const BENCHED_MS = 12_000;

/** Says for a while that this machine had computed something else, and what became of it. */
export class DesyncNotice {
  #known: DesyncReport | undefined;
  #sinceMs = Number.NEGATIVE_INFINITY;

  update(reports: readonly DesyncReport[], nowMs: number): readonly WarningView[] {
    const newest = reports.at(-1);
    if (newest !== this.#known) {
      this.#known = newest;
      this.#sinceMs = nowMs;
    }
    if (!newest) return NONE;
    const shownMs = newest.isBenched ? BENCHED_MS : REPAIRED_MS;
    if (nowMs - this.#sinceMs >= shownMs) return NONE;
    return newest.isBenched ? BENCHED : REPAIRED;
  }
}

const NONE: readonly WarningView[] = [];
const REPAIRED: readonly WarningView[] = [{ kind: 'repaired' }];
const BENCHED: readonly WarningView[] = [{ kind: 'benched' }];
