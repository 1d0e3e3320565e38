import * as z from 'zod/mini';
import { counter, nonce, peerId, roomCode } from './fields.ts';
import { iceConfig } from './ice-config.ts';
import { QUICK_NEAR_MAX, QUICK_RTT_MS_MAX, QUICK_SKILL_MAX } from './limits.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { memberName } from './room.ts';

/** What the person plays with. */
const hand = /* @__PURE__ */ z.enum(['keys', 'pad', 'touch']);
/** Points of a rating in which 1000 is the middle. */
const skill = /* @__PURE__ */ z.optional(z.int().check(z.minimum(0), z.maximum(QUICK_SKILL_MAX)));
/** ms, there and back. */
const rttMs = /* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(QUICK_RTT_MS_MAX));

/** [L134] A person pressed PLAY: to which rooms shall its page measure the way? */
export const queueNear = /* @__PURE__ */ z.strictObject({ hand, skill });

/** [L134] Those that suit best by skill, and what links need; the way to a room is that to its host. */
export const queueNearAnswer = /* @__PURE__ */ z.strictObject({
  codes: z.readonly(z.array(roomCode).check(z.maxLength(QUICK_NEAR_MAX))),
  ice: iceConfig,
});

/** [L110] A place for a person that pressed PLAY. What is not known is left out. */
export const queueJoin = /* @__PURE__ */ z.strictObject({
  nonce,
  name: memberName,
  hand,
  skill,
  /** Between page and lobby. */
  rttMs: z.optional(rttMs),
  /** [L134] What was measured. */
  ways: z.optional(
    z
      .readonly(z.array(z.strictObject({ code: roomCode, rttMs })))
      .check(z.maxLength(QUICK_NEAR_MAX)),
  ),
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

export type QueueNear = Readonly<z.infer<typeof queueNear>>;
export type QueueJoin = Readonly<z.infer<typeof queueJoin>>;
export type QueueStatus = Readonly<z.infer<typeof queueStatus>>;
