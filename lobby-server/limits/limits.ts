import { ROOM_KEPT_MS, SEAT_KEPT_MS } from '../../shared/base/seat-kept.ts';
import type { Rate } from '../../shared/base/token-bucket.ts';

/** As many at once as in a whole minute. */
export function perMinute(count: number): Rate {
  return { burst: count, perSecond: count / 60 };
}

/** How often and how many. A *prefix* is one IPv4 address or one IPv6 /64. */
export const DEFAULT_LIMITS = {
  /** For each socket. */
  events: { burst: 200, perSecond: 50 },
  signals: { burst: 240, perSecond: 30 },
  /** A person that begins to talk calls up to fifteen others, with some messages for each. */
  voices: { burst: 150, perSecond: 10 },
  ice: perMinute(6),
  /** A page asks five times a second at most, where it stands for an election or decides by a tie. */
  elections: { burst: 40, perSecond: 8 },
  /** As many as a room has members; sending somebody away takes two clicks. */
  removals: { burst: 16, perSecond: 0.5 },
  failedJoinsOfSession: perMinute(5),
  /** Places taken again: a page asks once for each connection, and when it wakes. */
  resumes: { burst: 12, perSecond: 0.5 },
  /** What a host says of its room: settings, who is let in, who runs it. */
  hosting: { burst: 20, perSecond: 1 },
  /** A card every eight seconds, and one at each goal. */
  cards: { burst: 20, perSecond: 1 },
  /** A list of a thousand rooms is twenty pages. */
  lists: { burst: 30, perSecond: 1 },
  /** Ways that a page measures: those in view, and again. */
  probes: { burst: 16, perSecond: 1 },
  /** Ways that pairs of a page found; the page opens up to fifteen at once. */
  reports: { burst: 64, perSecond: 1 },
  /** [L166] What a person says of others: of some at once, and then of one in a quarter of a minute. */
  complaints: { burst: 8, perSecond: 1 / 15 },
  /** Ways that one host has measured by strangers. */
  probesOfRoom: { burst: 16, perSecond: 2 },
  /** Frames of one socket to all others together; a game of sixteen sends nearly a thousand. */
  relayed: { burst: 3000, perSecond: 1500 },
  /** Frames and bytes from one page to one other. A game sends 20 to 60; more while a map travels. */
  relayedToPage: { burst: 240, perSecond: 120 },
  relayedBytesToPage: { burst: 128 * 1024, perSecond: 32 * 1024 },

  /** Frames for each prefix: eight of one house who are all relayed to seven others each send 3400. */
  relayedOfPrefix: { burst: 8000, perSecond: 4000 },
  /** Frames of the whole server: half of a core, and 1.5 MB/s each way. */
  relayedInAll: { burst: 40_000, perSecond: 20_000 },

  /** For each prefix. */
  turnPasswords: perMinute(30),
  connections: perMinute(60),
  creates: perMinute(6),
  joins: perMinute(20),
  /** Invitations that are looked at, and seats that are asked for. */
  peeks: perMinute(30),
  /** With 1 000 rooms open, guessing hits one after some 70 hours at this pace. */
  failedJoinsOfPrefix: perMinute(10),
  /** [L166] Those who share an address complain of each other seldom. */
  complaintsOfPrefix: perMinute(12),
  /** Right ones too: what is known needs no second try. */
  passwords: perMinute(5),
  socketsOfPrefix: 40,
  roomsOfPrefix: 6,

  /** For the whole server. */
  sockets: 10_000,
  rooms: 5000,

  /** What may wait for a socket that reads too slowly. */
  waitingBytes: 256 * 1024,
  /** A tenth of that, and frames for it are dropped: they would come too late to be of use. */
  relayWaitingBytes: 16 * 1024,

  /** Malformed messages and floods within `strikeWindowMs` that end a connection. */
  strikes: 3,
  strikeWindowMs: 60_000,
} as const satisfies Readonly<Record<string, number | Rate>>;

export type Limits = {
  readonly [Name in keyof typeof DEFAULT_LIMITS]: (typeof DEFAULT_LIMITS)[Name] extends number
    ? number
    : Rate;
};

export const DEFAULT_TIMES = {
  /** A member whose connection broke keeps its place. */
  seatGraceMs: SEAT_KEPT_MS,
  /** [L66] [L67] One without whom nobody has a match keeps it this long. */
  roomKeptMs: ROOM_KEPT_MS,
  /** One that said goodbye (its page was closed or reloaded) keeps it this long. */
  byeGraceMs: 2800,
  /** [L67] The same where nobody is there to see its empty place: a slow machine may load the page for longer. */
  byeAloneMs: 10_000,
  /** ms: a page that does not answer within this is not there; less than a candidate waits for the lobby. */
  aliveMs: 400,
  /** Over long polling question and answer each wait for a request to go with. */
  alivePollingMs: 800,
  /** A repeated request is recognized. */
  nonceMs: 60_000,
  /** A room that nothing was heard from, with one member at most. */
  idleMs: 15 * 60_000,

  /** [L131] After a restart rooms come back before strangers see any. */
  openingMs: 3000,
  /** [L131] In a room that was rebuilt, its members come back before anybody new. */
  rebuildMs: 5000,
  /** [L129] */
  ticketRenewMs: 10 * 60_000,

  /** [L57] The headers of a request, and all of it, have to come within these. */
  headersMs: 10_000,
  requestMs: 20_000,
  /** A connection on which nothing moves, in the midst of a request or an answer. */
  standstillMs: 30_000,
  /** Between two requests: longer than proxies keep theirs, or they ask on one that just closes. */
  keptOpenMs: 65_000,
} as const;

export type Times = { readonly [Name in keyof typeof DEFAULT_TIMES]: number };
