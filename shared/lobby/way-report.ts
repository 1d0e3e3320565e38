import * as z from 'zod/mini';
import { counter } from './fields.ts';

/** [L136] What a page tells of a pair: names neither of the two. */
export const wayReport = /* @__PURE__ */ z.strictObject({
  path: z.enum(['direct', 'turn', 'lobby', 'failed', 'turn-refused']),
  /** ms from the moment in which both were heard to the first way; missing for all later ones. */
  upMs: z.optional(counter),
});

export type WayReport = Readonly<z.infer<typeof wayReport>>;
