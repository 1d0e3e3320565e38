import { ok } from '../../shared/base/result.ts';
import type { ReportReason } from '../../shared/lobby/person-report.ts';
import type { Limits } from '../limits/limits.ts';
import type { SharedBuckets } from '../limits/shared-buckets.ts';
import type { Reports } from '../rooms/reports.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Handlers } from './handlers.ts';

export type ReportHandlersPorts = {
  readonly rooms: Rooms;
  readonly reports: Reports;
  readonly limits: Limits;
  readonly shared: SharedBuckets;
  /** [L140] A report counted. */
  readonly onReport: (why: ReportReason) => void;
};

/** [L165] Handles what members say of each other to the person who runs the server. */
export function makeReportHandlers({
  rooms,
  reports,
  limits,
  shared,
  onReport,
}: ReportHandlersPorts): Pick<Handlers, 'room:report'> {
  const ofPrefix = shared.of('complaints', limits.complaintsOfPrefix);
  return {
    'room:report': {
      limits: (connection) => [
        connection.bucket('complaints'),
        ofPrefix.asOne(connection.visitor.networks),
      ],
      async handle({ visitor }, { code, ...report }) {
        const added = reports.add(await rooms.find(code), visitor, report);
        if (!added.ok) return added;
        if (added.value) onReport(report.why);
        // The same answer where it counted before: who it was is nothing to ask about.
        return ok({});
      },
    },
  };
}
