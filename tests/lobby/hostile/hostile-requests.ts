import { requestText } from '../raw-http.ts';

/** What happens after the bytes were written. */
export type Manner =
  /** Reads to the end. */
  | 'read'
  /** Goes at the first sign of an answer. */
  | 'break-off'
  /** Lets the answer wait for a moment, and goes. */
  | 'pause'
  /** Goes at once. */
  | 'vanish';

export type HostileRequest = {
  readonly bytes: Buffer;
  readonly manner: Manner;
  /** How many requests the bytes hold, more or less well-formed. */
  readonly count: number;
  /** A browser would send it for a page of another origin: no session may come of it. */
  readonly isForeign: boolean;
};

const METHODS = ['GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'CONNECT', 'JUMP'];
const BIG = '/assets/main-abc.js';
const PATHS = [
  '/',
  '/index.html',
  BIG,
  `${BIG}.map`,
  `${BIG}.br`,
  '/assets/gone-xyz.js',
  '/j/PVX7Q2',
  '/j/no',
  '/healthz',
  '/readyz',
  '//',
  '/%',
  '/%00',
  '/..%2f..%2fpackage.json',
  '/../../package.json',
  '/__proto__',
  '/constructor/prototype',
  '*',
  'http://localhost/',
  'http://[',
  'localhost:443',
  `/${'x'.repeat(70_000)}`,
];
const RANGES = [
  'bytes=5-2',
  'bytes=0-',
  'bytes=-1',
  'bytes=0-9007199254740993',
  'bytes=99999999999999999999-',
  'bytes=0-0,5-9,2-1',
  'bytes=a-b',
  'bytes=',
  'lines=1-2',
];
const PACKETS = [
  '',
  '40',
  '40{}',
  '40/admin,{}',
  '40\u001e40\u001e40',
  '41',
  '42["room:create",null]',
  '42[null]',
  '451-["signal",{"_placeholder":true,"num":0}]',
  '2probe',
  '3',
  '5',
  '6',
  'b4AAAA',
  '9',
  'x'.repeat(20_000),
];
const FOREIGN = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: 'https://evil.example', Host: 'evil.example' },
  { Host: 'evil.example' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
];
const WEBSOCKET = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': 13,
  'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};
/** Frames: unmasked, reserved bits, a length of 2^63, a ping too long, a close in halves. */
const FRAMES = ['8105', 'f18500000000', '81ffffffffffffffffff', '89fe00ff', '888200', '00', ''];

const LETTERS = 'abc;=,"\u00e9 \t\\'.repeat(900);

type Headers = Readonly<Record<string, string | number>>;

function made(
  bytes: string | Buffer,
  manner: Manner = 'read',
  { count = 1, isForeign = false } = {},
): HostileRequest {
  return { bytes: Buffer.from(bytes as string, 'latin1'), manner, count, isForeign };
}

/** One request that no honest page would send, or nearly. `sessions`: some that exist. */
export function hostileRequest(random: () => number, sessions: readonly string[]): HostileRequest {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const chance = (share: number): boolean => random() < share;
  const text = (max: number): string => LETTERS.slice(0, random() * max);
  const headers = (): Headers => ({
    ...(chance(0.5) ? { 'Accept-Encoding': pick(['br', 'gzip', '*', 'br;q=0', ';;,=', '']) } : {}),
    ...(chance(0.4) ? { Range: pick(RANGES) } : {}),
    ...(chance(0.2) ? { 'If-None-Match': pick(['*', '"x"', 'W/', text(40)]) } : {}),
    ...(chance(0.1) ? { Expect: pick(['100-continue', 'a miracle']) } : {}),
    ...(chance(0.1) ? { [pick(['Cookie', 'X-Forwarded-For', 'Referer'])]: text(9000) } : {}),
    ...(chance(0.05) ? { Host: pick(['', 'evil.example', '[', 'a b', 'x'.repeat(300)]) } : {}),
    ...(chance(0.05) ? { 'Content-Length': pick([-1, 5, '1, 2', '99999999999999999999']) } : {}),
    ...(chance(0.05) ? { 'Transfer-Encoding': pick(['chunked', 'gzip', 'chunked, x']) } : {}),
  });
  const polling = (): string => {
    const session = pick([...sessions.slice(-20), 'nobody', '__proto__', '']);
    const parts = ['EIO=4', 'transport=polling'];
    if (chance(0.6)) parts.push(`sid=${session}`);
    if (chance(0.1)) parts.push(pick(['EIO=3', 'transport=websocket', 'b64=1', 'sid=x', text(50)]));
    return `/socket.io/?${parts.join('&').replaceAll(/[^\w=&]/g, '+')}`;
  };
  const kinds: readonly (() => HostileRequest)[] = [
    () => made(requestText(`${pick(METHODS)} ${pick(PATHS)}`, headers(), text(50))),
    () => made(requestText(`GET ${pick(PATHS)}`, headers())),
    () => made(requestText(`GET ${BIG}`, { Range: pick(RANGES), 'Accept-Encoding': 'br' })),
    () => made(requestText(`${pick(METHODS)} ${pick(PATHS)}`, headers()), 'vanish'),
    () => made(requestText(`POST ${polling()}`, { 'Content-Length': 9000 }, text(900)), 'vanish'),
    () => made(requestText(`GET ${BIG}`, headers()), 'break-off'),
    () => made(requestText(`GET ${BIG}`, headers()), 'pause'),
    () => made(requestText(`GET /`, headers()).slice(0, random() * 80), pick(['vanish', 'pause'])),
    () => made(Buffer.from(Array.from({ length: random() * 300 }, () => random() * 256))),
    () => {
      const count = 2 + Math.floor(random() * 7);
      const keep = { Connection: 'keep-alive' };
      const many = Array.from({ length: count }, () => requestText(`GET ${pick(PATHS)}`, keep));
      return made(many.join(''), pick(['pause', 'vanish', 'break-off']), { count });
    },
    () => made(requestText(`${pick(['GET', 'GET', 'PUT', 'HEAD'])} ${polling()}`), 'pause'),
    () => {
      const body = Array.from({ length: 1 + random() * 5 }, () => pick(PACKETS)).join('\u001e');
      const length = { 'Content-Length': body.length };
      return made(requestText(`POST ${polling()}`, { ...length }, body));
    },
    () => made(requestText(`GET ${polling()}&j=0`), 'read', { isForeign: true }),
    () => {
      const method = pick(['GET', 'POST', 'OPTIONS']);
      return made(requestText(`${method} ${polling()}`, pick(FOREIGN)), 'read', {
        isForeign: true,
      });
    },
    () => {
      const isForeign = chance(0.5);
      const path = polling().replace('polling', 'websocket');
      const more = { ...(isForeign ? pick(FOREIGN) : {}), ...(chance(0.1) ? headers() : {}) };
      const upgrade = { ...WEBSOCKET, ...more, ...(chance(0.1) ? { Upgrade: 'h2c' } : {}) };
      const asked = Buffer.from(requestText(`GET ${path}`, upgrade), 'latin1');
      const bytes = Buffer.concat([asked, Buffer.from(pick(FRAMES), 'hex')]);
      return made(bytes, isForeign ? 'read' : pick(['pause', 'break-off', 'vanish']), {
        isForeign,
      });
    },
  ];
  return pick(kinds)();
}
