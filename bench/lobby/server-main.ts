import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PeerServer } from 'peer';
import { Server } from 'socket.io';
import { readConfig } from '../../lobby-server/config.ts';
import { createLobbyServer } from '../../lobby-server/create-lobby-server.ts';
import { makeLogger } from '../../lobby-server/log.ts';
import { limitMemory } from '../../lobby-server/memory-flags.ts';

const ROOMY = { burst: 1e6, perSecond: 1e6 };
/** All clients of the bench share one address. What is counted for each socket stays as it is. */
const ONE_ADDRESS = {
  connections: ROOMY,
  creates: ROOMY,
  joins: ROOMY,
  turnPasswords: ROOMY,
  socketsOfPrefix: 1e6,
  roomsOfPrefix: 1e6,
  sockets: 20_000,
} as const;

const STARTS = { peerball: startPeerball, peerserver: startPeerServer, socketio: startSocketIo };

/** As hosts run it, memory and all. */
async function startPeerball(): Promise<number> {
  limitMemory();
  const gameFolder = mkdtempSync(join(tmpdir(), 'peerball-bench-'));
  mkdirSync(join(gameFolder, 'assets'));
  writeFileSync(join(gameFolder, 'index.html'), '<!doctype html><title>game</title>');
  const config = readConfig({ PEERBALL_PORT: '0', PEERBALL_STUN_URLS: '' });
  if (!config.ok) throw new Error(config.error.join('; '));
  const { port } = await createLobbyServer({
    config: config.value,
    secret: 'a secret for the bench only',
    gameFolder,
    log: makeLogger(
      () => {},
      () => new Date(),
    ),
    limits: ONE_ADDRESS,
    times: { openingMs: 0 },
  });
  rmSync(gameFolder, { recursive: true });
  return port;
}

/** As its documentation shows it, with room for as many clients. */
function startPeerServer(): Promise<number> {
  return new Promise((resolve) => {
    PeerServer({ port: 0, path: '/', concurrent_limit: 20_000 }, (server) => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Hands on whatever it gets: nothing is parsed, limited or looked up. */
function startSocketIo(): Promise<number> {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    socket.on('signal', (to: string, payload: unknown) => {
      io.to(to).emit('signal', socket.id, payload);
    });
  });
  return new Promise((resolve) => {
    http.listen(0, () => resolve((http.address() as AddressInfo).port));
  });
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const kind = process.argv[2] as keyof typeof STARTS;
const port = await STARTS[kind]();
process.on('message', (asked) => {
  if (asked === 'cpu') {
    process.send?.(cpuMs());
    return;
  }
  const ms = cpuMs();
  (globalThis as { gc?: () => void }).gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ cpuMs: ms, rss, heap: heapUsed });
});
process.on('disconnect', () => process.exit());
process.send?.(port);
