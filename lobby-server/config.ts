import * as z from 'zod/mini';
import { fail, ok, type Result } from '../shared/base/result.ts';
import { ICE_SERVERS_MAX, ICE_TEXT_CHARS_MAX } from '../shared/lobby/limits.ts';
import { closestWord } from './closest-word.ts';
import {
  DEFAULT_LIMITS,
  DEFAULT_TIMES,
  perMinute,
  type Limits,
  type Times,
} from './limits/limits.ts';

const PREFIX = 'PEERBALL_';
const SECRET_CHARS_MIN = 16;
const PORT_MAX = 65_535;
const PROXIES_MAX = 5;
const COUNT_MAX = 1_000_000;
const MINUTE_MS = 60_000;
/** A week. */
const IDLE_MINUTES_MAX = 10_080;

/** Without one, only players in the same network find each other. */
const DEFAULT_STUN_URLS = 'stun:stun.cloudflare.com:3478,stun:stun.l.google.com:19302';

const whole = (from: number, to: number, fallback: number) =>
  z.pipe(
    z._default(z.string().check(z.regex(/^\d+$/, 'must be a whole number')), String(fallback)),
    z.pipe(
      z.transform(Number),
      z
        .number()
        .check(z.minimum(from, `must be at least ${from}`), z.maximum(to, `must be at most ${to}`)),
    ),
  );

const list = (entry: RegExp, wanted: string, fallback: string) =>
  z.pipe(
    z._default(z.string(), fallback),
    z.pipe(
      z.transform((text: string) => text.split(',').flatMap((part) => part.trim() || [])),
      z
        .array(
          z.string().check(z.regex(entry, `must be ${wanted}`), z.maxLength(ICE_TEXT_CHARS_MAX)),
        )
        .check(z.maxLength(ICE_SERVERS_MAX, `must be at most ${ICE_SERVERS_MAX} entries`)),
    ),
  );

const secret = z.optional(
  z
    .string()
    .check(z.minLength(SECRET_CHARS_MIN, `must have at least ${SECRET_CHARS_MIN} characters`)),
);

const ORIGIN = /^https?:\/\/[^/\s*]+$/;
const origin = z
  .string()
  .check(z.regex(ORIGIN, 'must be like https://play.example.org, without a path'));

const settings = {
  /** 0 takes any free port. */
  PORT: whole(0, PORT_MAX, 3000),
  /** Empty listens on all addresses. */
  HOST: z._default(z.string(), ''),
  PUBLIC_URL: z.optional(origin),
  /** Pages of other origins that may connect; the server's own always may. */
  ALLOWED_ORIGINS: list(ORIGIN, 'a list of origins like https://play.example.org', ''),
  STUN_URLS: list(/^stuns?:\S+$/, 'a list of addresses like stun:host:3478', DEFAULT_STUN_URLS),
  TURN_URLS: list(/^turns?:\S+$/, 'a list of addresses like turn:host:3478', ''),
  TURN_SECRET: secret,
  /** Frames of pairs that find no other way: traffic that a host may not want to pay for. */
  RELAY: z._default(z.enum(['on', 'off'], 'must be on or off'), 'on'),
  /** What the scripts of the page were made of; for whoever looks for a fault in them. */
  SOURCE_MAPS: z._default(z.enum(['on', 'off'], 'must be on or off'), 'off'),
  /** How many proxies stand in front, each adding to X-Forwarded-For. */
  TRUST_PROXY: whole(0, PROXIES_MAX, 0),
  MAX_ROOMS: whole(1, COUNT_MAX, DEFAULT_LIMITS.rooms),
  MAX_SOCKETS: whole(1, COUNT_MAX, DEFAULT_LIMITS.sockets),
  /** For each address: a school or a company may be one. */
  ROOMS_PER_ADDRESS: whole(1, COUNT_MAX, DEFAULT_LIMITS.roomsOfPrefix),
  SOCKETS_PER_ADDRESS: whole(1, COUNT_MAX, DEFAULT_LIMITS.socketsOfPrefix),
  CONNECTIONS_PER_MINUTE: whole(1, COUNT_MAX, DEFAULT_LIMITS.connections.burst),
  JOINS_PER_MINUTE: whole(1, COUNT_MAX, DEFAULT_LIMITS.joins.burst),
  IDLE_MINUTES: whole(1, IDLE_MINUTES_MAX, DEFAULT_TIMES.idleMs / MINUTE_MS),
  /** Opens `/operator` and `/metrics` to who shows it. */
  OPERATOR_TOKEN: z.optional(
    z
      .string()
      .check(
        z.regex(/^[!-~]{16,}$/, 'must have at least 16 letters, digits or signs and no space'),
      ),
  ),
  /** `/metrics` without a token, on 127.0.0.1 alone; 0 is none. */
  METRICS_PORT: whole(0, PORT_MAX, 0),
  /** Several processes are one lobby: they find each other here. */
  REDIS_URL: z.optional(
    z.string().check(z.regex(/^rediss?:\/\/\S+$/, 'must be like redis://127.0.0.1:6379')),
  ),
  DATA_FOLDER: z.optional(z.string().check(z.minLength(1))),
  SECRET: secret,
};

const schema = z.object(settings);

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  readonly turnSecret: string | null;
  readonly relay: boolean;
  readonly sourceMaps: boolean;
  readonly trustedProxies: number;
  readonly operatorToken: string | null;
  readonly metricsPort: number;
  readonly redisUrl: string | null;
  readonly dataFolder: string | null;
  readonly secret: string | null;
  readonly limits: Partial<Limits>;
  readonly times: Partial<Times>;
};

/** [L40] Reads the `PEERBALL_*` variables, or says in one sentence each what is wrong with them. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) =>
      key.startsWith(PREFIX) && value !== undefined
        ? [[key.slice(PREFIX.length), value.trim()] as const]
        : [],
    ),
  );
  const unknown = Object.keys(given)
    .filter((key) => !Object.hasOwn(settings, key))
    .map((key) => nameUnknown(key));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    return fail([
      ...unknown,
      ...parsed.error.issues.map(({ path, message }) => `${PREFIX}${String(path[0])} ${message}`),
    ]);
  }
  const config = toConfig(parsed.data);
  const problems = [...unknown, ...unsafeCombinations(config)];
  return problems.length > 0 ? fail(problems) : ok(config);
}

function toConfig(read: z.infer<typeof schema>): Config {
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL ?? null,
    allowedOrigins: read.ALLOWED_ORIGINS,
    stunUrls: read.STUN_URLS,
    turnUrls: read.TURN_URLS,
    turnSecret: read.TURN_SECRET ?? null,
    relay: read.RELAY === 'on',
    sourceMaps: read.SOURCE_MAPS === 'on',
    trustedProxies: read.TRUST_PROXY,
    operatorToken: read.OPERATOR_TOKEN ?? null,
    metricsPort: read.METRICS_PORT,
    redisUrl: read.REDIS_URL ?? null,
    dataFolder: read.DATA_FOLDER ?? null,
    secret: read.SECRET ?? null,
    limits: {
      rooms: read.MAX_ROOMS,
      sockets: read.MAX_SOCKETS,
      roomsOfPrefix: read.ROOMS_PER_ADDRESS,
      // Behind that address are so many scripts, or people: they may all come at once.
      creates: perMinute(read.ROOMS_PER_ADDRESS),
      socketsOfPrefix: read.SOCKETS_PER_ADDRESS,
      connections: perMinute(read.CONNECTIONS_PER_MINUTE),
      joins: perMinute(read.JOINS_PER_MINUTE),
    },
    times: { idleMs: read.IDLE_MINUTES * MINUTE_MS },
  };
}

/** What would start and then be wrong in a way that nobody notices. */
function unsafeCombinations(config: Config): string[] {
  const problems: string[] = [];
  if (config.publicUrl?.startsWith('https:') === true && config.trustedProxies === 0) {
    problems.push(
      'PEERBALL_TRUST_PROXY must be set when PEERBALL_PUBLIC_URL is https: the proxy that does the ' +
        'https hides the addresses of the players, and limits would hit all of them together',
    );
  }
  if (config.trustedProxies > 0 && config.publicUrl === null) {
    problems.push(
      'PEERBALL_PUBLIC_URL must be set when PEERBALL_TRUST_PROXY is: only it says by which name ' +
        'players come through the proxy, and pages of any other name are kept out',
    );
  }
  if (config.turnUrls.length > 0 && config.turnSecret === null) {
    problems.push('PEERBALL_TURN_SECRET must be set when PEERBALL_TURN_URLS is');
  }
  if (config.turnSecret !== null && config.turnUrls.length === 0) {
    problems.push('PEERBALL_TURN_URLS must be set when PEERBALL_TURN_SECRET is');
  }
  if (config.redisUrl !== null && config.secret === null) {
    problems.push(
      'PEERBALL_SECRET must be set when PEERBALL_REDIS_URL is: what one process of the lobby signs, ' +
        'all others have to believe',
    );
  }
  return problems;
}

function nameUnknown(key: string): string {
  const meant = closestWord(key, Object.keys(settings));
  const hint = meant === null ? '' : `: did you mean ${PREFIX}${meant}?`;
  return `${PREFIX}${key} is no setting${hint}`;
}
