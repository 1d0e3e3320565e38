import * as z from 'zod/mini';
import { counter, nonce, peerId, roomCode } from './fields.ts';
import { QUICK_RTT_MS_MAX, QUICK_SKILL_MAX } from './limits.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { memberName } from './room.ts';

/** [L110] A person pressed PLAY. What is not known is left out. */
export const queueJoin = /* @__PURE__ */ z.strictObject({
  nonce,
  name: memberName,
  /** What the person plays with. */
  hand: z.enum(['keys', 'pad', 'touch']),
  /** Points of a rating in which 1000 is the middle. */
  skill: z.optional(z.int().check(z.minimum(0), z.maximum(QUICK_SKILL_MAX))),
  /** ms, there and back between page and lobby. */
  rttMs: z.optional(z.int().check(z.minimum(0), z.maximum(QUICK_RTT_MS_MAX))),
});

/** [L117] Of the page that sequences: nobody more shall be sent to this room. */
export const queueLeave = /* @__PURE__ */ z.strictObject({ code: roomCode });

/** [L115] How many there are in quick rooms. */
export const queueStatus = z.strictObject({
  /** People who wait for a first opponent, this page's own included. */
  searching: counter,
  /** People in company. */
  playing: counter,
});

const team = z.readonly(z.array(peerId).check(z.maxLength(MAX_SEATS)));

/**
 * [L114] [L116] People were found: they are in the room with this code. Of the own room it says the
 * balanced teams, for when no match is on; of another one, that this page is awaited there.
 */
export const queueMatch = z.strictObject({ code: roomCode, sun: team, wave: team });

export type QueueJoin = Readonly<z.infer<typeof queueJoin>>;
export type QueueStatus = Readonly<z.infer<typeof queueStatus>>;
