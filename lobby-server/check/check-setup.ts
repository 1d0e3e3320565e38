import type { Config } from '../config.ts';
import { makeIceConfig } from '../signaling/turn-credentials.ts';
import { askServer, readServerFacts, type ServerFacts, websocketHeaders } from './ask-server.ts';
import { askStun, askTurn, type IceAddress, readIceAddress } from './ask-turn.ts';

export type Finding = {
  /** `bad`: some players cannot play. `warn`: they play, worse than they could. */
  readonly level: 'ok' | 'warn' | 'bad';
  readonly text: string;
};

export type CheckSetup = {
  /** Where players reach the server. */
  readonly url: string;
  readonly config: Pick<Config, 'stunUrls' | 'turnUrls' | 'turnSecret'>;
  /** ms since 1970. */
  readonly nowMs: () => number;
};

const CLOCK_MS_MAX = 60_000;
/** Ten years: a password that no clock finds expired. */
const FAR_S = 315_360_000;
const SOCKET = '/socket.io/?EIO=4&transport=';
const PRIVATE =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

/** [L138] Meets a server as a player would and says what a player would meet, in order of importance. */
export async function checkSetup(setup: CheckSetup): Promise<readonly Finding[]> {
  const { url } = setup;
  const met = await askServer(url, '/check.json');
  if (typeof met === 'string') {
    return [bad(`${url} is not reached: ${met}. Players see an error of their browser.`)];
  }
  const facts = readServerFacts(met.body);
  if (facts === null) {
    return [
      bad(
        `${url} answers with something that is not Peerball (status ${met.status}): PEERBALL_PUBLIC_URL names another server, or the proxy leads elsewhere.`,
      ),
    ];
  }
  return [
    ok(`${url} is reached, and is Peerball ${facts.peerball}.`),
    ...(await checkPage(url)),
    ...checkProxies(facts),
    ...checkClock(met.dateMs, setup.nowMs()),
    ...(await checkSockets(url)),
    ...(await checkStun(setup)),
    ...(await checkTurn(setup)),
  ];
}

async function checkPage(url: string): Promise<Finding[]> {
  const page = await askServer(url, '/');
  if (typeof page !== 'string' && page.status === 421) {
    return [
      bad(
        `The server does not know that it is called ${url}: set PEERBALL_PUBLIC_URL=${new URL(url).origin}. Until then players see a line of text.`,
      ),
    ];
  }
  if (typeof page === 'string' || page.status === 503) {
    return [
      bad(
        'The game is not built: players see a line of text. Run "npm run build", then start the server again.',
      ),
    ];
  }
  return [];
}

function checkProxies({ trustedProxies, forwardedBy }: ServerFacts): Finding[] {
  if (forwardedBy > trustedProxies) {
    return [
      bad(
        `A proxy stands in front (${forwardedBy} in all) and PEERBALL_TRUST_PROXY is ${trustedProxies}: all players ` +
          `count as one address, and a full evening is refused with "too many from your network". Set PEERBALL_TRUST_PROXY=${forwardedBy}.`,
      ),
    ];
  }
  if (forwardedBy < trustedProxies) {
    return [
      warn(
        `PEERBALL_TRUST_PROXY is ${trustedProxies}, but this request came through ${forwardedBy}: who comes this way can ` +
          'pretend any address. Let the port be reached by the proxy alone, and let the proxy add X-Forwarded-For.',
      ),
    ];
  }
  return [];
}

function checkClock(dateMs: number | null, nowMs: number): Finding[] {
  const offMs = dateMs === null ? 0 : dateMs - nowMs;
  if (Math.abs(offMs) <= CLOCK_MS_MAX) return [];
  const minutes = Math.round(Math.abs(offMs) / 60_000);
  return [
    bad(
      `The server's clock is ${minutes} min ${offMs > 0 ? 'ahead of' : 'behind'} the one of this machine: one of the two is wrong. ` +
        'By a clock that is behind, TURN passwords have expired when players get them, and players behind strict networks have none. Let NTP set it.',
    ),
  ];
}

async function checkSockets(url: string): Promise<Finding[]> {
  const origin = new URL(url).origin;
  const socket = await askServer(url, `${SOCKET}websocket`, websocketHeaders(origin));
  if (typeof socket !== 'string' && socket.isUpgraded) return [ok('A websocket opens.')];
  if (typeof socket !== 'string' && socket.status === 403) {
    return [
      bad(
        `Pages of ${origin} are refused: set PEERBALL_PUBLIC_URL=${origin}, exactly as players open it. Until then they read that the lobby is not reached.`,
      ),
    ];
  }
  if (typeof socket !== 'string' && socket.status === 429) {
    return [
      warn(
        'This address has as many connections as it may: whether websockets open was not tried.',
      ),
    ];
  }
  const polling = await askServer(url, `${SOCKET}polling`, { Origin: origin });
  const isPolling =
    typeof polling !== 'string' && polling.status === 200 && polling.body.startsWith('0{');
  return [
    isPolling
      ? warn(
          'The proxy does not pass websockets on: players wait 5 s longer, and play over long polling. Caddy passes them by itself; nginx needs proxy_http_version 1.1 and the Upgrade and Connection headers.',
        )
      : bad(
          'Neither a websocket nor long polling opens at /socket.io/: the page loads, and then says that the lobby is not reached. Let the proxy pass on every path.',
        ),
  ];
}

async function checkStun({ config }: CheckSetup): Promise<Finding[]> {
  if (config.stunUrls.length === 0) {
    return [
      warn(
        'No STUN server is set (PEERBALL_STUN_URLS): players of one local network find each other, others do not.',
      ),
    ];
  }
  const asked = await Promise.all(
    config.stunUrls.map(async (url) => ({ url, ms: await ask(url, askStun) })),
  );
  const silent = asked.filter(({ ms }) => ms === null).map(({ url }) => url);
  if (silent.length === 0) return [ok('STUN answers.')];
  if (silent.length < asked.length)
    return [warn(`No answer from ${silent.join(', ')}; another STUN server answers.`)];
  return [
    warn(
      `No STUN server answers from here (${silent.join(', ')}): if players do not reach one either, few find a direct way. A firewall here may block UDP.`,
    ),
  ];
}

async function checkTurn({ config, nowMs }: CheckSetup): Promise<Finding[]> {
  const { turnUrls, turnSecret } = config;
  if (turnUrls.length === 0 || turnSecret === null) {
    return [
      warn(
        'No TURN server is set (PEERBALL_TURN_URLS): one or two pairs in ten have no direct way and play through the lobby, which stumbles at each lost packet.',
      ),
    ];
  }
  const findings = await Promise.all(
    turnUrls.map((url) => ask(url, (address) => checkOneTurn(url, address, config, nowMs()))),
  );
  return findings.filter((finding) => finding !== null);
}

async function checkOneTurn(
  url: string,
  address: IceAddress,
  config: CheckSetup['config'],
  nowMs: number,
): Promise<Finding> {
  const nowS = Math.floor(nowMs / 1000);
  const outcome = await askTurn(address, passwordOf(config, nowS));
  if (outcome.kind === 'silent') {
    return bad(
      `${url} does not answer: coturn does not run, or a firewall closes its port (${address.port}, ${address.transport.toUpperCase()}). Players without a direct way play through the lobby.`,
    );
  }
  if (outcome.kind === 'refused') {
    return bad(
      `${url} refuses with ${outcome.code}${outcome.code === 486 ? ', its quota is used up' : ''}: players without a direct way play through the lobby.`,
    );
  }
  if (outcome.kind === 'unauthorised') {
    // A password that ends in ten years is wrong by its secret alone.
    const later = await askTurn(address, passwordOf(config, nowS + FAR_S));
    return later.kind === 'ok'
      ? bad(
          `${url} takes the secret, and finds a password that ends in an hour expired: the clock here is behind the one of the TURN server by an hour or more. Let NTP set both.`,
        )
      : bad(
          `${url} refuses the password (401): PEERBALL_TURN_SECRET is not the static-auth-secret of coturn, or use-auth-secret is missing there.`,
        );
  }
  const isOutOfReach =
    outcome.relayed !== null && PRIVATE.test(outcome.relayed) && !PRIVATE.test(address.host);
  return isOutOfReach && address.host !== 'localhost'
    ? bad(
        `${url} relays from ${outcome.relayed}, which nobody outside reaches: set external-ip in turnserver.conf to the public address.`,
      )
    : ok(`${url} relays.`);
}

/** Null for an address that no browser would take; the settings refuse those before. */
async function ask<Value>(
  url: string,
  run: (address: IceAddress) => Promise<Value>,
): Promise<Value | null> {
  const address = readIceAddress(url);
  return address === null ? null : run(address);
}

function passwordOf(
  config: CheckSetup['config'],
  nowS: number,
): { username: string; credential: string } {
  const { username = '', credential = '' } =
    makeIceConfig(config, 'check', nowS).servers.at(-1) ?? {};
  return { username, credential };
}

function ok(text: string): Finding {
  return { level: 'ok', text };
}

function warn(text: string): Finding {
  return { level: 'warn', text };
}

function bad(text: string): Finding {
  return { level: 'bad', text };
}
