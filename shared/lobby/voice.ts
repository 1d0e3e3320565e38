import * as z from 'zod/mini';
import { counter, peerId } from './fields.ts';
import { SDP_CHARS_MAX } from './limits.ts';
import { foundCandidates } from './signal.ts';

/** [L158] A call carries one voice each way, and nothing else: no picture, no data. */
const sdp = z.string().check(
  z.maxLength(SDP_CHARS_MAX),
  z.refine((text) => {
    const media = text.match(/^m=.*$/gm) ?? [];
    return media.length === 1 && media[0]!.startsWith('m=audio ');
  }),
);

const voicePayload = z.discriminatedUnion('type', [
  /** This person's voice is on: whoever has voice on too may call, or is called. */
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('offer'), sdp }),
  z.strictObject({ type: z.literal('answer'), sdp }),
  foundCandidates,
  /** It is off, or off for the other one. */
  z.strictObject({ type: z.literal('over') }),
]);

/** Which call between two pages this belongs to; only the side that calls counts it up. */
const attempt = counter;

/** Game → lobby. */
export const outgoingVoice = z.strictObject({
  to: peerId,
  toSession: counter,
  attempt,
  payload: voicePayload,
});

/** Lobby → game. */
export const incomingVoice = z.strictObject({
  from: peerId,
  fromSession: counter,
  attempt,
  payload: voicePayload,
});

export type VoicePayload = Readonly<z.infer<typeof voicePayload>>;
export type OutgoingVoice = Readonly<z.infer<typeof outgoingVoice>>;
export type IncomingVoice = Readonly<z.infer<typeof incomingVoice>>;
