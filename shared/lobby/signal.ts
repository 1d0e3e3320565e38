import * as z from 'zod/mini';
import { counter, peerId } from './fields.ts';
import {
  CANDIDATE_CHARS_MAX,
  CANDIDATES_OF_SIGNAL_MAX,
  LINK_GENERATION_MAX,
  M_LINE_INDEX_MAX,
  MID_CHARS_MAX,
  SDP_CHARS_MAX,
} from './limits.ts';

/** [L22] A game link carries one data channel and nothing else. */
const sdp = z.string().check(
  z.maxLength(SDP_CHARS_MAX),
  z.refine((text) => {
    const media = text.match(/^m=.*$/gm) ?? [];
    return media.length === 1 && media[0]!.startsWith('m=application ');
  }),
);

/** [L99] The same for a link that is only measured, with its candidates in it. */
export const probeDescription = sdp;

/** [L22] One way that a browser found, as it names it. */
const candidate = z.strictObject({
  candidate: z.string().check(z.maxLength(CANDIDATE_CHARS_MAX)),
  sdpMid: z.nullable(z.string().check(z.maxLength(MID_CHARS_MAX))),
  sdpMLineIndex: z.nullable(z.int().check(z.minimum(0), z.maximum(M_LINE_INDEX_MAX))),
});

/** Those that a browser came by within milliseconds. */
export const foundCandidates = z.strictObject({
  type: z.literal('candidates'),
  candidates: z.readonly(
    z.array(candidate).check(z.minLength(1), z.maxLength(CANDIDATES_OF_SIGNAL_MAX)),
  ),
});

const signalPayload = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('offer'), sdp }),
  z.strictObject({ type: z.literal('answer'), sdp }),
  foundCandidates,
  /** From the side that answers: its end of the link broke, the other shall start a new attempt. */
  z.strictObject({ type: z.literal('rebuild') }),
]);

/** Which try at the link between two pages this belongs to; only the opening side counts it up. */
const attempt = counter;

/** Counts the links between two pages; both sides must mean the same one. */
const generation = z.int().check(z.minimum(0), z.maximum(LINK_GENERATION_MAX));

/** Game → lobby. */
export const outgoingSignal = z.strictObject({
  to: peerId,
  /** A signal for a page that is gone must not reach the one after it. */
  toSession: counter,
  attempt,
  generation,
  payload: signalPayload,
});

/** Lobby → game. */
export const incomingSignal = z.strictObject({
  from: peerId,
  fromSession: counter,
  attempt,
  generation,
  payload: signalPayload,
});

export type SignalPayload = Readonly<z.infer<typeof signalPayload>>;
export type OutgoingSignal = Readonly<z.infer<typeof outgoingSignal>>;
export type IncomingSignal = Readonly<z.infer<typeof incomingSignal>>;
export type SignalCandidate = Readonly<z.infer<typeof candidate>>;

/** What one end of a link has to say, or hears: on the way to the lobby candidates travel together. */
export type LinkSignal =
  | Exclude<SignalPayload, { readonly type: 'candidates' }>
  | ({ readonly type: 'candidate' } & SignalCandidate);
