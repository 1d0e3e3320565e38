import * as z from 'zod/mini';
import { peerId, roomCode } from './fields.ts';

/**
 * [L165] What a person may say of another one, and nothing else: words of its own would have to be read, kept and
 * answered for.
 */
export const REPORT_REASONS = ['name', 'words', 'spoiling', 'cheating', 'other'] as const;

export type ReportReason = (typeof REPORT_REASONS)[number];

/** [L165] Of a member: this other one of its room gives reason to complain. */
export const personReport = /* @__PURE__ */ z.strictObject({
  code: roomCode,
  peer: peerId,
  why: z.enum(REPORT_REASONS),
});

export type PersonReport = Readonly<z.infer<typeof personReport>>;
