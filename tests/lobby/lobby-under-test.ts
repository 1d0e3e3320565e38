import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { LobbyClient, type LobbyClientOptions } from '../../game/net/lobby/lobby-client.ts';
import { readConfig, type Config } from '../../lobby-server/config.ts';
import {
  createLobbyServer,
  type LobbyServer,
  type LobbyServerOptions,
} from '../../lobby-server/create-lobby-server.ts';
import { makeLogger } from '../../lobby-server/log.ts';
import type { Result } from '../../shared/base/result.ts';
import type { JoinedRoom, Room } from '../../shared/lobby/room.ts';
import { LOBBY_VERSION, SIM_VERSION, WIRE_VERSION } from '../../shared/version.ts';

export type UnderTest = Partial<
  Pick<LobbyServerOptions, 'limits' | 'times' | 'timers' | 'backplane'>
> & {
  readonly environment?: Readonly<Record<string, string>>;
  /** Adds to the built game before the server reads it. */
  readonly build?: (gameFolder: string) => void;
};

/** Many tests share one address; what is not about limits must not meet them. */
const ROOMY = { rate: { burst: 1e6, perSecond: 1e6 }, count: 1e6 };
const NO_LIMITS = {
  connections: ROOMY.rate,
  creates: ROOMY.rate,
  joins: ROOMY.rate,
  failedJoinsOfPrefix: ROOMY.rate,
  socketsOfPrefix: ROOMY.count,
  roomsOfPrefix: ROOMY.count,
} as const;

/** A real server and real clients in this process; `end` closes all of them. */
export class LobbyUnderTest {
  readonly lines: string[] = [];
  server!: LobbyServer;
  readonly gameFolder = mkdtempSync(join(tmpdir(), 'peerball-lobby-'));
  readonly #ends: (() => unknown)[] = [];

  static async start(options: UnderTest = {}): Promise<LobbyUnderTest> {
    const lobby = new LobbyUnderTest();
    lobby.server = await lobby.startServer(options);
    return lobby;
  }

  async startServer(options: UnderTest = {}): Promise<LobbyServer> {
    mkdirSync(join(this.gameFolder, 'assets'), { recursive: true });
    writeFileSync(join(this.gameFolder, 'index.html'), '<!doctype html><title>game</title>');
    writeFileSync(join(this.gameFolder, 'assets', 'main-abc.js'), 'export {};');
    options.build?.(this.gameFolder);
    const server = await createLobbyServer({
      config: testConfig({ PEERBALL_PORT: '0', ...options.environment }),
      secret: 'a secret for tests only',
      gameFolder: this.gameFolder,
      log: makeLogger(
        (line) => this.lines.push(line),
        () => new Date(0),
      ),
      limits: { ...NO_LIMITS, ...options.limits },
      // No server ran here before: nobody has to come back first.
      times: { openingMs: 0, ...options.times },
      backplane: options.backplane,
      ...(options.timers === undefined ? {} : { timers: options.timers }),
    });
    this.#ends.push(() => server.close());
    return server;
  }

  client(options: LobbyClientOptions = {}): LobbyClient {
    const client = new LobbyClient({ url: this.server.url, ...options });
    this.#ends.unshift(() => client.close());
    return client;
  }

  /** A socket without our client: it says what it likes. */
  raw(auth: object = honestAuth(), headers: Record<string, string> = {}): Socket {
    const socket = io(this.server.url, {
      auth,
      extraHeaders: headers,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    this.#ends.unshift(() => socket.disconnect());
    return socket;
  }

  alsoEnd(end: () => unknown): void {
    this.#ends.unshift(end);
  }

  async end(): Promise<void> {
    for (const end of this.#ends.splice(0)) await end();
    rmSync(this.gameFolder, { recursive: true, force: true });
  }
}

let pages = 0;

/** What an honest page would say when it connects. */
export function honestAuth(): Record<string, unknown> {
  return {
    lobbyVersion: LOBBY_VERSION,
    simVersion: SIM_VERSION,
    wireVersion: WIRE_VERSION,
    page: `page-of-a-test-${String(pages++).padStart(6, '0')}`,
  };
}

/** The configuration of a lobby under test; throws where it is refused. */
export function testConfig(environment: Readonly<Record<string, string>>): Config {
  const config = readConfig({ PEERBALL_STUN_URLS: 'stun:stun.example:3478', ...environment });
  if (!config.ok) throw new Error(config.error.join('; '));
  return config.value;
}

/** The value of a result; throws when it is a failure. */
export function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Waits until the client is told of a room that fits. */
export function roomWhere(client: LobbyClient, fits: (room: Room) => boolean): Promise<Room> {
  return new Promise((resolve) => {
    const look = (room: Room): void => {
      if (!fits(room)) return;
      stop();
      resolve(room);
    };
    const stop = client.watchRoom({ onRoom: look, onSignal: () => {}, onEnd: () => {} });
    const joined = client.joined;
    if (joined !== null) look(joined.room);
  });
}

/** Waits until the room of this client ends and says why. */
export function roomEnd(client: LobbyClient): Promise<string> {
  return new Promise((resolve) => {
    client.watchRoom({ onRoom: () => {}, onSignal: () => {}, onEnd: resolve });
  });
}

/** Asks with a bare socket and gives whatever comes back. */
export function ask(socket: Socket, event: string, payload: unknown): Promise<unknown> {
  return socket.timeout(3000).emitWithAck(event, payload);
}

/** The own name in a room just joined. */
export function nameOf(joined: JoinedRoom): string | undefined {
  return joined.room.members.find(({ id }) => id === joined.self)?.name;
}
