import { REQUESTS, type RequestName } from '../../../shared/lobby/lobby-events.ts';

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
  const any: Readonly<Record<string, () => unknown>> = {
    nonce: () => `nonce-${String(Math.floor(random() * 1e10)).padStart(12, '0')}`,
    // Joining the victims' room would be no attack.
    code: () => pick([known.code, 'CCCCCC']),
    name: () => pick(['Eve', 'Eve', ' ', '\u200B', BIG, 5]),
    max: () => pick([2, 16, 17, -1, 2.5, '4']),
    to: () => known.member,
    peer: () => pick([known.member, 'nobody', BIG, 5]),
    toSession: () => 1,
    attempt: () => pick([1, 2, -1, 1e99]),
    generation: () => pick([1, 2, 65_535, 65_536, '1']),
    payload: () => signalPayload(),
    term: () => pick([1, 2, 65_535, 65_536, -1, '2']),
    voters: () => peerIds(),
    electorate: () => peerIds(),
    missing: () => peerIds(),
    insists: () => pick([true, false, 1]),
    from: () => pick([null, 0, 5, -1, 1e99, known.member]),
    password: () => pick(['guess', '', BIG, null, 5]),
    key: () => pick(['A'.repeat(16), BIG, null]),
    guest: () => pick(['a.b', '', BIG, null, 7]),
    ticket: () => pick(['A'.repeat(900), 'a.b', '', BIG + BIG, null, 7]),
    access: () => access(),
    card: () => card(),
    knock: () => any['nonce']!(),
    isLetIn: () => pick([true, false, 1]),
    on: () => pick([true, false, 'on']),
    probe: () => any['nonce']!(),
    sdp: () => pick(['v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n', 'v=0', BIG]),
    hand: () => pick(['keys', 'pad', 'touch', 'foot', null]),
    skill: () => pick([1000, 0, 4000, 4001, -1, '7']),
    rttMs: () => pick([40, 5000, 5001, Number.NaN]),
  };
  const peerIds = (): unknown =>
    pick([[], [known.member], ['nobody'], [BIG], Array(17).fill(known.member), 'all', null]);
  /** Looks right in most fields, so that it gets past the first checks. */
  const nearly = (event: string): unknown => {
    const wanted = Object.hasOwn(REQUESTS, event) ? fieldsOf(event as RequestName) : [];
    const fields = Object.entries(any)
      .filter(([field]) => random() < (wanted.includes(field) ? 0.95 : 0.02))
      .map(([field, make]) => [field, make()] as const);
    const made = Object.fromEntries(fields);
    return event === 'room:join' ? { ...made, code: 'CCCCCC' } : made;
  };
  const access = (): unknown => ({
    visibility: pick(['public', 'private', 'unlisted', 'all']),
    title: pick([null, '<img src=x onerror=alert(1)>', 'a\u202Eb', BIG, '']),
    locked: pick([true, false, 'no']),
    knock: pick([true, false]),
    spectators: pick([true, false, null]),
    places: pick([2, 16, 17, -1]),
  });
  const card = (): unknown => ({
    teamPlayers: pick([1, 4, 5]),
    players: pick([0, 8, 9, -1]),
    bots: 0,
    spectators: pick([0, 1e9]),
    match: pick<unknown>([null, { sun: 1, wave: 1e9, clockS: 5, clockStep: 1 }, junk()]),
    map: pick([null, '<script>alert(1)</script>', 'Night', BIG]),
    goalLimit: 3,
    minutes: 5,
    hand: pick(['keyboard', 'foot']),
  });
  /** Mostly bytes that name a page which exists, in some room. */
  const relayed = (): readonly unknown[] => {
    const bytes = new Uint8Array(pick([0, 3, 5, 40, 1108, 1109, 5000])).fill(random() * 256);
    if (bytes.length > 3 && random() < 0.8) bytes.set([1 + random() * 2, 0, 0, 0]);
    return pick<readonly unknown[]>([[bytes], [bytes], [bytes], [bytes, bytes], [junk()], []]);
  };
  const signalPayload = (): unknown =>
    pick<unknown>([
      { type: 'offer', sdp: 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n' },
      candidates(pick([0, 1, 16, 17])),
      { type: 'candidates', candidates: junk() },
      { type: 'rebuild' },
      { type: 'offer', sdp: BIG },
      { type: 'bye' },
      junk(),
    ]);
  const event = pick(EVENTS);
  if (event === 'relay') return { event, payload: relayed(), withAck: random() < 0.1 };
  const payload =
    random() < 0.6 ? [nearly(event)] : [junk(), junk(), junk()].slice(0, random() * 4);
  return { event, payload, withAck: random() < 0.9 };
}

function fieldsOf(event: RequestName): readonly string[] {
  return Object.keys(REQUESTS[event].shape);
}

function candidates(count: number): unknown {
  const one = { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0 };
  return { type: 'candidates', candidates: Array.from({ length: count }, () => one) };
}
