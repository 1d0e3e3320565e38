import { REQUESTS } from '../../../shared/lobby/lobby-events.ts';

export type HostileFrame = {
  readonly event: string;
  readonly payload: readonly unknown[];
  readonly withAck: boolean;
};

export type Known = {
  /** A room, a member and a session that exist, none of them the sender's. */
  readonly code: string;
  readonly member: string;
};

const EVENTS = [...Object.keys(REQUESTS), 'relay', 'toString', '__proto__', 'message', ''];
const BIG = 'x'.repeat(9000);

/** One message that no honest game would send, or nearly. */
export function hostileFrame(random: () => number, known: Known): HostileFrame {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const junk = (): unknown =>
    pick<() => unknown>([
      () => null,
      () => true,
      () => random() * 1e12 - 5e11,
      () => BIG.slice(0, random() * BIG.length),
      () => '\u0000\u202E\uD800'.repeat(random() * 9),
      () => [],
      () => [[[[{}]]]],
      () => new Uint8Array(random() * 64),
      () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":1}}'),
      () => ({ toString: 1, toJSON: null, length: -1 }),
    ])();
  /** Looks right in most fields, so that it gets past the first checks. */
  const nearly = (event: string): unknown => ({
    ...(random() < 0.5
      ? { nonce: `nonce-${String(Math.floor(random() * 1e10)).padStart(12, '0')}` }
      : {}),
    // Joining the victims' room would be no attack.
    ...(random() < 0.5 ? { code: event === 'room:join' ? 'CCCCCC' : known.code } : {}),
    ...(random() < 0.3 ? { name: pick(['Eve', ' ', '\u200B', BIG, 5]) } : {}),
    ...(random() < 0.3 ? { max: pick([2, 16, 17, -1, 2.5, '4']) } : {}),
    ...(random() < 0.5 ? { to: known.member, toSession: 1, attempt: pick([1, -1, 1e99]) } : {}),
    ...(random() < 0.5 ? { payload: signalPayload() } : {}),
    ...(random() < 0.1 ? { from: known.member } : {}),
  });
  const signalPayload = (): unknown =>
    pick<unknown>([
      { type: 'offer', sdp: 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n' },
      { type: 'candidate', candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0 },
      { type: 'rebuild' },
      { type: 'offer', sdp: BIG },
      { type: 'bye' },
      junk(),
    ]);
  const event = pick(EVENTS);
  const payload =
    random() < 0.6 ? [nearly(event)] : [junk(), junk(), junk()].slice(0, random() * 4);
  return { event, payload, withAck: random() < 0.9 };
}
