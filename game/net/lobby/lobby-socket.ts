import { io, type Socket } from 'socket.io-client';
import { fail, type Result } from '../../../shared/base/result.ts';
import type { LobbyError, LobbyErrorCode } from '../../../shared/lobby/lobby-error.ts';
import type {
  Answer,
  News,
  NewsName,
  Request,
  RequestName,
} from '../../../shared/lobby/lobby-events.ts';
import { readRelayed, toRelayText, type Relayed } from '../../../shared/lobby/relay.ts';
import { LOBBY_VERSION, SIM_VERSION, WIRE_VERSION } from '../../../shared/version.ts';
import type { GuestStore } from './guest-store.ts';
import { readNews, readRefusal, readReply } from './lobby-reply.ts';
import { randomNonce } from './random-nonce.ts';
import { RelayOutbox } from './relay-outbox.ts';
import { markStep } from '../../time/steps.ts';
import type { Timers } from '../../time/timers.ts';

export type LobbyStatus =
  /** Nothing was asked of the lobby yet, or the client was closed. */
  | { readonly state: 'idle' }
  | { readonly state: 'connecting' }
  | { readonly state: 'online' }
  /** Lost or not reached, or it takes nobody just now (`code`); it goes on trying by itself. */
  | { readonly state: 'offline'; readonly code?: LobbyErrorCode }
  /** Trying again is of no use until somebody acts: `VERSION` with who is `behind`. */
  | ({ readonly state: 'refused' } & LobbyError);

/** As Socket.IO gives it: `data` of a refusal by the lobby, `context` of a request over long polling. */
type ConnectError = Error & {
  readonly data?: unknown;
  readonly context?: { readonly responseText?: unknown };
};

export type LobbyVersions = { readonly lobby: number; readonly sim: number; readonly wire: number };

export type LobbySocketOptions = {
  /** Default: where the page came from. */
  readonly url: string | undefined;
  readonly versions: LobbyVersions | undefined;
  readonly guests: GuestStore;
  /** [L141] Said to the lobby at each connection. */
  readonly hidesAddress: () => boolean;
  /** How long a request may take in all, connecting included. */
  readonly requestMs: number;
  /** How long to wait for one answer before asking again. */
  readonly answerMs: number;
  readonly timers: Timers;
};

/** Some networks let a websocket's request hang for ever: nobody should wait long to try without. */
const CONNECT_MS = 5000;
/** Before connecting again where Socket.IO does not do it by itself. */
const PAUSE_MS = 1000;
/** Packets of Engine.IO; a frame takes two. */
const WAITING_PACKETS_MAX = 128;
const WAITING_BYTES_MAX = 8 * 1024;
/** [L33] [L35] What the lobby answers where it has no place for a connection; a proxy before it says otherwise. */
const TURNED_AWAY: ReadonlyMap<unknown, LobbyErrorCode> = new Map([
  ['{"message":"RATE_LIMITED"}', 'ADDRESS_FULL'],
  ['{"message":"TRY_LATER"}', 'TRY_LATER'],
]);
/** Socket.IO's own word. */
const TIMED_OUT = 'timeout';
const WEBSOCKET_FIRST = ['websocket', 'polling'];
const POLLING_FIRST = ['polling', 'websocket'];
const SETTINGS = {
  autoConnect: false,
  forceNew: true,
  timeout: CONNECT_MS,
  transports: WEBSOCKET_FIRST,
  tryAllTransports: true,
  reconnectionAttempts: Number.POSITIVE_INFINITY,
  reconnectionDelay: 250,
  // A lobby that restarts is away for a second: who asks too early shall not miss it for two more.
  reconnectionDelayMax: 1000,
  randomizationFactor: 0.5,
};

/**
 * The line to the lobby: stays connected, asks and gets answers, hears news. Knows no rooms. What
 * comes in is parsed; what goes out has an answer or a deadline.
 */
export class LobbySocket {
  onStatus: (status: LobbyStatus) => void = () => {};
  /** Runs at each connection, the first and all later ones. */
  onOnline: () => void = () => {};

  readonly #socket: Socket;
  readonly #options: LobbySocketOptions;
  readonly #statusWaiters = new Set<() => void>();
  readonly #outbox: RelayOutbox;
  #isFlushDue = false;
  #status: LobbyStatus = { state: 'idle' };
  #page = randomNonce();
  #cancelRetry: () => void = () => {};

  constructor(options: LobbySocketOptions) {
    this.#options = options;
    this.#outbox = new RelayOutbox(options.timers);
    const settings = { ...SETTINGS, auth: makeAuth(options, () => this.#page) };
    this.#socket = options.url === undefined ? io(settings) : io(options.url, settings);
    this.#socket.on('connect', () => {
      markStep('lobby');
      this.#outbox.clear();
      this.#socket.io.engine.on('drain', () => this.#flushRelayed());
      this.#socket.io.engine.on('upgrade', () => {
        this.#socket.io.opts.transports = WEBSOCKET_FIRST;
      });
      this.#setStatus({ state: 'online' });
      this.onOnline();
    });
    this.#socket.on('disconnect', (reason) => {
      if (reason === 'io client disconnect') return;
      this.#setStatus({ state: 'offline' });
      if (reason === 'io server disconnect') this.#connectIn(PAUSE_MS);
    });
    this.#socket.on('alive', (answer: unknown) => {
      if (typeof answer === 'function') answer();
    });
    this.#socket.on('connect_error', (error) => this.#onConnectError(error));
  }

  get status(): LobbyStatus {
    return this.#status;
  }

  connect(): void {
    if (this.#socket.active) return;
    this.#cancelRetry();
    this.#setStatus({ state: 'connecting' });
    this.#socket.connect();
  }

  disconnect(): void {
    this.#cancelRetry();
    this.#socket.disconnect();
    this.#setStatus({ state: 'idle' });
  }

  /** Ends the connection as a broken one would, without a goodbye; it is taken up again. */
  drop(): void {
    if (this.#socket.connected) this.#socket.io.engine.close();
  }

  /** Comes to the lobby as a page that was loaded anew: what an earlier one had is not its own. */
  renewPage(): void {
    this.#page = randomNonce();
    this.drop();
  }

  /** Asks until there is an answer: the requests are such that asking twice does no harm. */
  async request<Name extends RequestName>(
    name: Name,
    request: Request<Name>,
  ): Promise<Result<Answer<Name>, LobbyError>> {
    const { timers, requestMs } = this.#options;
    const deadlineMs = timers.now() + requestMs;
    this.connect();
    for (;;) {
      const offline = await this.#untilOnline(deadlineMs);
      if (offline !== null) return fail(offline);
      const reply = await this.#ask(name, request, deadlineMs);
      if (reply !== null) {
        const answer = readReply(name, reply);
        const waitMs = askAgainInMs(answer);
        if (waitMs === null || timers.now() + waitMs >= deadlineMs) return answer;
        await new Promise<void>((resolve) => timers.after(waitMs, resolve));
      }
      if (timers.now() >= deadlineMs) return fail({ code: 'NO_ANSWER' });
    }
  }

  /** For what is of no use later: fails at once when not connected. */
  async requestOnce<Name extends RequestName>(
    name: Name,
    request: Request<Name>,
    withinMs: number,
  ): Promise<Result<Answer<Name>, LobbyError>> {
    if (!this.#socket.connected) return fail({ code: 'UNREACHABLE' });
    const reply = await this.#ask(name, request, this.#options.timers.now() + withinMs);
    return reply === null ? fail({ code: 'NO_ANSWER' }) : readReply(name, reply);
  }

  /** Says something whose answer changes nothing; dropped when not connected. */
  post<Name extends RequestName>(name: Name, request: Request<Name>): boolean {
    if (!this.#socket.connected) return false;
    // The lobby takes no message without a way to answer.
    this.#socket.emit(name, request, () => {});
    return true;
  }

  /** [L21] The lobby does not say what became of it. */
  signal(signal: Request<'signal'>): void {
    if (this.#socket.connected) this.#socket.emit('signal', signal);
  }

  /** Hands a frame to be relayed to the lobby, unless older ones still wait to leave. */
  relay(packed: Uint8Array): boolean {
    if (!this.#socket.connected || this.#isClogged()) return false;
    if (this.#socket.io.engine.transport.name === 'polling') this.#relayLater(packed);
    else this.#socket.emit('relay', packed);
    return true;
  }

  onRelayed(handle: (relayed: Relayed) => void): void {
    this.#socket.on('relay', (...messages: unknown[]) => {
      for (const message of messages) {
        const relayed = readRelayed(message);
        if (relayed !== null) handle(relayed);
      }
    });
  }

  /** With all others of this turn, or of the time that the request before it takes. */
  #relayLater(packed: Uint8Array): void {
    this.#outbox.put(packed);
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    queueMicrotask(() => {
      this.#isFlushDue = false;
      this.#flushRelayed();
    });
  }

  #flushRelayed(): void {
    const { transport, writeBuffer } = this.#socket.io.engine;
    if (!this.#socket.connected || !transport.writable || writeBuffer.length > 0) return;
    const frames = this.#outbox.take();
    if (frames.length > 0) this.#socket.emit('relay', ...frames.map(toRelayText));
  }

  /** Socket.IO's own `volatile` would drop the second of two frames that leave at once. */
  #isClogged(): boolean {
    const { writeBuffer, transport } = this.#socket.io.engine;
    const socket: unknown = 'ws' in transport ? transport.ws : null;
    const waiting =
      typeof socket === 'object' && socket !== null && 'bufferedAmount' in socket
        ? Number(socket.bufferedAmount)
        : 0;
    return writeBuffer.length > WAITING_PACKETS_MAX || waiting > WAITING_BYTES_MAX;
  }

  /** Until the returned function is called. */
  onNews<Name extends NewsName>(name: Name, handle: (news: News<Name>) => void): () => void {
    const listener = (message: unknown): void => {
      const news = readNews(name, message);
      if (news !== null) handle(news);
    };
    this.#socket.on(name as string, listener);
    return () => this.#socket.off(name as string, listener);
  }

  /** Null: no answer in time, or the connection broke before it. */
  #ask(name: RequestName, request: object, deadlineMs: number): Promise<unknown> {
    const { timers, answerMs } = this.#options;
    const waitMs = Math.max(1, Math.min(answerMs, deadlineMs - timers.now()));
    return new Promise((resolve) => {
      this.#socket.timeout(waitMs).emit(name, request, (problem: Error | null, reply: unknown) => {
        resolve(problem === null ? (reply ?? {}) : null);
      });
    });
  }

  /** Null when online, otherwise why not. */
  #untilOnline(deadlineMs: number): Promise<LobbyError | null> {
    const { timers } = this.#options;
    return new Promise((resolve) => {
      const check = (): void => {
        const { state } = this.#status;
        if (state === 'online') settle(null);
        if (state === 'idle') settle({ code: 'CANCELLED' });
        if (this.#status.state === 'refused') settle(asError(this.#status));
        if (this.#status.state === 'offline' && this.#status.code)
          settle({ code: this.#status.code });
      };
      const settle = (result: LobbyError | null): void => {
        cancelTimeout();
        this.#statusWaiters.delete(check);
        resolve(result);
      };
      const leftMs = Math.max(0, deadlineMs - timers.now());
      const cancelTimeout = timers.after(leftMs, () => settle({ code: 'UNREACHABLE' }));
      this.#statusWaiters.add(check);
      check();
    });
  }

  /** An error with data is a refusal by the lobby; without, the way to it failed. */
  #onConnectError(error: ConnectError): void {
    if (error.data === undefined) {
      // Not where nobody answers at all: a lobby that was just restarted has hands full of websockets.
      if (error.message === TIMED_OUT) this.#socket.io.opts.transports = POLLING_FIRST;
      const code = TURNED_AWAY.get(error.context?.responseText);
      this.#setStatus({ state: 'offline', ...(code && { code }) });
      return;
    }
    const refused = readRefusal(error.data);
    if (refused.code === 'VERSION' || refused.code === 'BAD_REQUEST') {
      this.#setStatus({ state: 'refused', ...refused });
      return;
    }
    this.#setStatus({ state: 'offline' });
    this.#connectIn(refused.retryMs ?? PAUSE_MS);
  }

  #connectIn(ms: number): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#options.timers.after(ms, () => this.#socket.connect());
  }

  #setStatus(status: LobbyStatus): void {
    this.#status = status;
    for (const check of Array.from(this.#statusWaiters)) check();
    this.onStatus(status);
  }
}

function makeAuth(
  options: LobbySocketOptions,
  page: () => string,
): (give: (auth: object) => void) => Promise<void> {
  const { lobby, sim, wire } = options.versions ?? {
    lobby: LOBBY_VERSION,
    sim: SIM_VERSION,
    wire: WIRE_VERSION,
  };
  const versions = { lobbyVersion: lobby, simVersion: sim, wireVersion: wire };
  const { guests, hidesAddress } = options;
  return async (give) => {
    await guests.settled;
    const guest = guests.load() ?? undefined;
    give({ ...versions, page: page(), guest, hidesAddress: hidesAddress() });
  };
}

/** [L131] A lobby that was just started says when it knows more; null where it has said all. */
function askAgainInMs(answer: Result<unknown, LobbyError>): number | null {
  const isLater = !answer.ok && answer.error.code === 'TRY_LATER';
  return isLater ? (answer.error.retryMs ?? null) : null;
}

function asError({ code, retryMs, behind }: LobbyError): LobbyError {
  return { code, retryMs, behind };
}
