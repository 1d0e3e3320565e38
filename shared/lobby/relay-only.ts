import type { SignalPayload } from './signal.ts';
import type { VoicePayload } from './voice.ts';

const CANDIDATE_LINE = /^a=candidate:/;
const IS_RELAYED = / typ relay(?: |$)/;
/** Where a relayed candidate was seen from: the address behind the relay. */
const RELATED = / raddr \S+ rport \d+/;
const RELATED_TO_NOBODY = ' raddr 0.0.0.0 rport 0';
/** Lines that name an address beside the candidates: of the session, the medium, RTCP. */
const CONNECTION = /^(c=|a=rtcp:\d+ )IN IP[46] \S+/;
const ORIGIN = /^(o=\S+ \S+ \S+ )IN IP[46] \S+/;
const NOWHERE = '$1IN IP4 0.0.0.0';

/**
 * [L141] What is left of a signal of a page that hides its address: candidates of a TURN server alone, without
 * what stands behind them, and no other address. Null when nothing is left. The same in game and lobby, so that
 * a mistake of one of them shows nobody's address.
 */
export function relayedOnly<Payload extends SignalPayload | VoicePayload>(
  payload: Payload,
): Payload | null {
  if (payload.type === 'candidates') {
    const candidates = payload.candidates.flatMap((one) => {
      const candidate = relayedCandidate(one.candidate);
      return candidate === null ? [] : { ...one, candidate };
    });
    return candidates.length === 0 ? null : { ...payload, candidates };
  }
  return 'sdp' in payload ? { ...payload, sdp: relayedDescription(payload.sdp) } : payload;
}

function relayedDescription(sdp: string): string {
  return sdp
    .split(/(?<=\n)|(?<=\r)(?!\n)/)
    .flatMap((line) => {
      if (CANDIDATE_LINE.test(line)) return relayedCandidate(line) ?? [];
      return line.replace(CONNECTION, NOWHERE).replace(ORIGIN, NOWHERE);
    })
    .join('');
}

/** '' says that there are no more, and nothing else. */
function relayedCandidate(candidate: string): string | null {
  if (candidate === '') return candidate;
  return IS_RELAYED.test(candidate.trimEnd())
    ? candidate.replace(RELATED, RELATED_TO_NOBODY)
    : null;
}
