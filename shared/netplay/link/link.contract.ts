import { type Link, MAX_DATAGRAM_BYTES } from './link.ts';

/** Two ends of one open link, and what an adapter needs to be tried out. */
export type LinkPair = {
  readonly near: Link;
  readonly far: Link;
  /** Time on the clock that stamps arrivals. */
  nowMs(): number;
  /** Lets so much of that time go by. */
  pass(ms: number): Promise<void>;
};

/** Checks one promise of `Link`; says what is wrong, or null. The pair is fresh and loses nothing. */
export type LinkRule = {
  readonly name: string;
  readonly check: (pair: LinkPair) => Promise<string | null>;
};

const PATIENCE_MS = 3_000;
const BURST = 100;

/** The contract of `Link`. Plain checks, so that they run in a page as well as in a test runner. */
export const LINK_RULES: readonly LinkRule[] = [
  {
    name: 'a datagram arrives as it was sent, even if its buffer is used again at once',
    check: async (pair) => {
      const buffer = Uint8Array.of(1, 2, 3, 4);
      if (!pair.near.send(buffer.subarray(1, 3))) return 'send refused';
      buffer.fill(0);
      const [first] = await collect(pair, 1);
      return first && `${first.bytes}` === '2,3' ? null : `got ${first?.bytes}`;
    },
  },
  {
    name: 'the largest datagram arrives whole, and one byte arrives too',
    check: async (pair) => {
      for (const size of [MAX_DATAGRAM_BYTES, 1]) {
        const sent = Uint8Array.from({ length: size }, (_, index) => index % 251);
        if (!pair.near.send(sent)) return `${size} bytes refused`;
        const [got] = await collect(pair, 1);
        if (!got || `${got.bytes}` !== `${sent}`)
          return `${size} bytes came as ${got?.bytes.length}`;
      }
      return null;
    },
  },
  {
    name: 'both directions work at once and do not mix',
    check: async (pair) => {
      pair.near.send(Uint8Array.of(7));
      pair.far.send(Uint8Array.of(9));
      const [there] = await collect(pair, 1);
      const [back] = await collect({ ...pair, far: pair.near }, 1);
      return there?.bytes[0] === 7 && back?.bytes[0] === 9 ? null : 'mixed up';
    },
  },
  {
    name: 'each datagram is handed over once, none is altered and none invented',
    check: async (pair) => {
      for (let index = 0; index < BURST; index++) {
        while (!pair.near.send(Uint8Array.of(index, 255 - index))) await pair.pass(1);
      }
      const got = await collect(pair, BURST);
      const kinds = new Set(got.map(({ bytes }) => `${bytes}`));
      const areReal = got.every(({ bytes: [first, second, ...more] }) => {
        return more.length === 0 && (first ?? 0) + (second ?? 0) === 255;
      });
      if (!areReal) return 'altered or invented';
      if (kinds.size !== got.length) return 'handed over twice';
      return got.length === BURST ? null : `${got.length} of ${BURST} came`;
    },
  },
  {
    name: 'arrivals carry their instant: in order, not before sending and not in the future',
    check: async (pair) => {
      const sentMs = pair.nowMs();
      pair.near.send(Uint8Array.of(1));
      await pair.pass(30);
      pair.near.send(Uint8Array.of(2));
      const got = await collect(pair, 2);
      const times = got.map(({ atMs }) => atMs);
      if (got.length !== 2) return `${got.length} came`;
      if (times.some((atMs) => atMs < sentMs || atMs > pair.nowMs())) return `${sentMs}: ${times}`;
      return times[1]! >= times[0]! ? null : 'out of order';
    },
  },
  {
    name: 'closing reaches the other side, refuses to send and may be done twice',
    check: async (pair) => {
      pair.near.close();
      pair.near.close();
      for (let ms = 0; ms < PATIENCE_MS && pair.far.state !== 'closed'; ms += 20)
        await pair.pass(20);
      if (pair.near.state !== 'closed' || pair.far.state !== 'closed') return 'still open';
      if (pair.near.send(Uint8Array.of(1)) || pair.far.send(Uint8Array.of(1))) return 'sent';
      return null;
    },
  },
  {
    name: 'nothing that is too large is sent',
    check: (pair) => {
      const isSent = pair.near.send(new Uint8Array(MAX_DATAGRAM_BYTES + 1));
      return Promise.resolve(isSent ? 'sent' : null);
    },
  },
];

async function collect(
  pair: Pick<LinkPair, 'far' | 'pass'>,
  count: number,
): Promise<{ bytes: Uint8Array; atMs: number }[]> {
  const got: { bytes: Uint8Array; atMs: number }[] = [];
  for (let ms = 0; ms < PATIENCE_MS && got.length < count; ms += 5) {
    await pair.pass(5);
    pair.far.receive((bytes, atMs) => got.push({ bytes: bytes.slice(), atMs }));
  }
  return got;
}
