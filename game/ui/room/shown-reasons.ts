import type { ReportReason } from '../../../shared/lobby/person-report.ts';

/**
 * All of them, in the order in which they are offered. Stated here once more: what the protocol is made of comes with
 * the first match, which has no use for them.
 */
export const SHOWN_REASONS = [
  'name',
  'words',
  'spoiling',
  'cheating',
  'other',
] as const satisfies readonly ReportReason[];
