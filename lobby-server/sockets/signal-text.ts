import type { PeerId } from '../../shared/base/peer-id.ts';
import {
  CANDIDATE_CHARS_MAX,
  CANDIDATES_OF_SIGNAL_MAX,
  M_LINE_INDEX_MAX,
  MID_CHARS_MAX,
  SDP_CHARS_MAX,
} from '../../shared/lobby/limits.ts';

/** A signal that was not taken apart: whom it is for, and what travels on as it came. */
export type SignalText = {
  readonly to: PeerId;
  readonly toSession: number;
  /** Attempt, generation and payload as JSON, without the braces around them. */
  readonly rest: string;
};

/** How Socket.IO writes a signal that wants no answer. */
export const SIGNAL_START = '2["signal",';

/** Printable ASCII, of what JSON writes as it is. */
const PLAIN = String.raw`[ !#-[\]-~]`;
/** Fewer digits than the schema allows: counters of honest games are small. */
const COUNTER = String.raw`(?:0|[1-9]\d{0,8})`;
const GENERATION = String.raw`(?:0|[1-9]\d{0,3})`;

const CANDIDATE =
  String.raw`\{"candidate":"${PLAIN}{0,${CANDIDATE_CHARS_MAX}}",` +
  String.raw`"sdpMid":(?:null|"${PLAIN}{0,${MID_CHARS_MAX}}"),` +
  String.raw`"sdpMLineIndex":(?:null|[0-${M_LINE_INDEX_MAX}])\}`;
const CANDIDATES =
  String.raw`"candidates","candidates":` +
  String.raw`\[${CANDIDATE}(?:,${CANDIDATE}){0,${CANDIDATES_OF_SIGNAL_MAX - 1}}\]`;

/** Its end as JSON has it. No line holds a backslash, so there is one way to read a description. */
const LINE = String.raw`${PLAIN}*\\r\\n`;
const OTHER_LINES = `(?:(?!m=)${LINE})*`;
const DESCRIPTION =
  String.raw`"(?:offer|answer)",` +
  String.raw`"sdp":"${OTHER_LINES}m=application ${LINE}${OTHER_LINES}"`;

const SIGNAL = new RegExp(
  String.raw`^2\["signal",\{"to":"([\w-]{1,24})","toSession":(${COUNTER}),` +
    String.raw`("attempt":${COUNTER},"generation":${GENERATION},` +
    String.raw`"payload":\{"type":(?:${CANDIDATES}|${DESCRIPTION})\})\}\]$`,
);

/**
 * [L170] A packet of Socket.IO, as a signal. Null for all that is not written just as our game writes it; that may be
 * a signal all the same. What is read here passes the schema (`outgoingSignal`), and all of it is ASCII.
 */
export function readSignalText(packet: string): SignalText | null {
  // So no description is longer than it may be.
  if (packet.length > SDP_CHARS_MAX) return null;
  const [, to, toSession, rest] = SIGNAL.exec(packet) ?? [];
  if (to === undefined || toSession === undefined || rest === undefined) return null;
  return { to: to as PeerId, toSession: Number(toSession), rest };
}

/** The packet that the other page gets of it. */
export function writeSignalText(from: PeerId, fromSession: number, rest: string): string {
  return `${SIGNAL_START}{"from":"${from}","fromSession":${fromSession},${rest}}]`;
}
