import { createSocket } from 'node:dgram';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import {
  firstMessage,
  readStun,
  STUN,
  type StunAnswer,
  type StunRequest,
  writeStun,
} from './stun-message.ts';

export type IceAddress = {
  readonly scheme: 'stun' | 'stuns' | 'turn' | 'turns';
  readonly host: string;
  readonly port: number;
  readonly transport: 'udp' | 'tcp';
};

/** What came of asking a TURN server for a relay. */
export type TurnOutcome =
  | { readonly kind: 'ok'; readonly relayed: string | null }
  /** Nothing answers there. */
  | { readonly kind: 'silent' }
  /** It answers, and does not take the password. */
  | { readonly kind: 'unauthorised' }
  /** It answers with another code, such as 486 where its quota is used up. */
  | { readonly kind: 'refused'; readonly code: number };

/** A datagram may be lost: it is sent again after these times. */
const SEND_AT_MS = [0, 300, 900];
const WAIT_MS = 2500;
const PORTS = { stun: 3478, turn: 3478, stuns: 5349, turns: 5349 } as const;
const ADDRESS = /^(stuns?|turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/;

/** Reads `turn:host:3478?transport=tcp`; null when it is none. */
export function readIceAddress(url: string): IceAddress | null {
  const [, scheme, host, port, transport] = ADDRESS.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return null;
  const known = scheme as IceAddress['scheme'];
  return {
    scheme: known,
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? PORTS[known] : Number(port),
    transport: transport === 'tcp' || known.endsWith('s') ? 'tcp' : 'udp',
  };
}

/** ms that a STUN server took to answer; null when it did not. */
export async function askStun(address: IceAddress): Promise<number | null> {
  const startMs = performance.now();
  const line = openLine(address);
  try {
    const answer = await line.ask({ method: STUN.binding });
    return answer?.isSuccess === true ? performance.now() - startMs : null;
  } finally {
    line.close();
  }
}

/**
 * Asks for a relay as a browser does, and gives it back at once.
 *
 * @param peers addresses, all of one family, that a permission is asked for; those that are granted come back
 */
export async function askTurn(
  address: IceAddress,
  { username, credential }: { readonly username: string; readonly credential: string },
  peers: readonly string[] = [],
): Promise<TurnOutcome & { readonly granted: readonly string[] }> {
  const line = openLine(address);
  const granted: string[] = [];
  try {
    const family = peers.some((peer) => peer.includes(':')) ? ({ family: 'ipv6' } as const) : {};
    const challenge = await line.ask({ method: STUN.allocate, ...family });
    if (challenge === null) return { kind: 'silent', granted };
    const { realm, nonce } = challenge;
    if (realm === null || nonce === null) return { ...refusalOf(challenge), granted };
    const credentials = { username, credential, realm, nonce };
    const answer = await line.ask({ method: STUN.allocate, credentials, ...family });
    if (answer === null) return { kind: 'silent', granted };
    if (!answer.isSuccess) return { ...refusalOf(answer), granted };
    for (const peer of peers) {
      const permitted = await line.ask({ method: STUN.createPermission, credentials, peer });
      if (permitted?.isSuccess === true) granted.push(peer);
    }
    await line.ask({ method: STUN.refresh, credentials, lifetimeS: 0 });
    return { kind: 'ok', relayed: answer.relayed, granted };
  } finally {
    line.close();
  }
}

function refusalOf({ errorCode }: StunAnswer): TurnOutcome {
  return errorCode === 401 ? { kind: 'unauthorised' } : { kind: 'refused', code: errorCode ?? 0 };
}

type Line = {
  /** Null when no answer comes in time. */
  ask(request: StunRequest): Promise<StunAnswer | null>;
  close(): void;
};

function openLine(address: IceAddress): Line {
  return address.transport === 'udp' ? openUdp(address) : openStream(address);
}

function openUdp({ host, port }: IceAddress): Line {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  const waiting = new Map<string, (answer: StunAnswer | null) => void>();
  // A closed port may answer by ICMP, a name may not be found: either is silence to a player.
  socket.on('error', () => {});
  socket.on('message', (bytes) => {
    const answer = readStun(bytes);
    if (answer !== null) waiting.get(answer.transaction)?.(answer);
  });
  return {
    ask: (request) =>
      new Promise((resolve) => {
        const { bytes, transaction } = writeStun(request);
        const timers = SEND_AT_MS.map((ms) =>
          setTimeout(() => socket.send(bytes, port, host, () => {}), ms),
        );
        const settle = (answer: StunAnswer | null): void => {
          for (const timer of timers) clearTimeout(timer);
          waiting.delete(transaction);
          resolve(answer);
        };
        timers.push(setTimeout(settle, WAIT_MS, null));
        waiting.set(transaction, settle);
      }),
    close: () => socket.close(),
  };
}

function nobodyWaits(): void {}

function openStream({ scheme, host, port }: IceAddress): Line {
  const socket: Socket = scheme.endsWith('s')
    ? connectTls({ host, port, servername: host })
    : connectTcp({ host, port });
  let received = Buffer.alloc(0);
  let settle: (answer: StunAnswer | null) => void = nobodyWaits;
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let message = firstMessage(received); message !== null; message = firstMessage(received)) {
      received = received.subarray(message.length);
      const answer = readStun(message);
      if (answer !== null) settle(answer);
    }
  });
  let isOver = false;
  const end = (): void => {
    isOver = true;
    settle(null);
  };
  socket.on('error', end);
  socket.on('close', end);
  return {
    ask: (request) =>
      new Promise((resolve) => {
        if (isOver) return resolve(null);
        const timer = setTimeout(() => settle(null), WAIT_MS);
        settle = (answer) => {
          clearTimeout(timer);
          settle = nobodyWaits;
          resolve(answer);
        };
        socket.write(writeStun(request).bytes);
      }),
    close: () => socket.destroy(),
  };
}
