import type { Socket } from 'node:net';
import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { BuiltFolder, type LobbyProcess, startLobbyProcess } from './lobby-process.ts';
import { honestAuth } from './lobby-under-test.ts';
import { openRaw, requestText } from './raw-http.ts';

/** What the process has, by [L59]. */
const END_MS = 3000;
/** Starting takes part of a second; a busy machine may need more. */
const PATIENCE = { timeout: 60_000 };

let folder: BuiltFolder;
let lobby: LobbyProcess;
let hanging: Socket[];

beforeAll(async () => {
  folder = await BuiltFolder.make();
}, PATIENCE.timeout);

afterAll(() => folder.remove());

beforeEach(async () => {
  lobby = await startLobbyProcess(folder);
  hanging = [];
}, PATIENCE.timeout);

afterEach(() => {
  for (const socket of hanging) socket.destroy();
  lobby.child.kill('SIGKILL');
});

async function hang(text = '', isRead = false): Promise<Socket> {
  const socket = await openRaw(lobby.port, text);
  // The server may cut it at any time, that is the point.
  socket.on('error', () => {});
  if (!isRead) socket.pause();
  hanging.push(socket);
  return socket;
}

/** A websocket whose other end never says anything again, not even that it heard of the end. */
const VANISHED = requestText('GET /socket.io/?EIO=4&transport=websocket', {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': 13,
  'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
});
const HALF_A_BODY = requestText('POST /', { 'Content-Length': 1000 }, 'x');
const KEPT = requestText('GET /healthz', { Connection: 'keep-alive' });
const DOWNLOAD = requestText('GET /assets/main-abc.js');

async function openPoll(): Promise<void> {
  const polling = '/socket.io/?EIO=4&transport=polling';
  const opened = await (await fetch(`${lobby.url}${polling}`)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  await hang(requestText(`GET ${polling}&sid=${sid}`), true);
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '[L59] %s tells the players and ends the process within 3 s, whatever hangs on it',
  PATIENCE,
  async (signal) => {
    const player = io(lobby.url, { auth: honestAuth(), reconnection: false, forceNew: true });
    await new Promise((resolve) => player.once('connect', () => resolve(null)));
    const told: string[] = [];
    player.on('notice', ({ type }: { type: string }) => told.push(type));
    const closed = new Promise((resolve) => player.once('disconnect', resolve));
    for (const text of ['', 'GET / HT', HALF_A_BODY, DOWNLOAD, VANISHED]) await hang(text);
    await hang(KEPT, true);
    await openPoll();

    const startedMs = performance.now();
    lobby.child.kill(signal);
    expect(await lobby.exit).toEqual({ code: 0, signal: null });
    expect(performance.now() - startedMs).toBeLessThan(END_MS);
    await closed;
    expect(told).toEqual(['draining']);
    expect(lobby.output()).toContain('"event":"stopped"');
  },
);

test('[L59] somebody who insists is heard: now', PATIENCE, async () => {
  await hang(VANISHED);
  lobby.child.kill('SIGTERM');
  await lobby.printed(/"event":"draining"/);
  const insisting = setInterval(() => lobby.child.kill('SIGTERM'), 100);
  expect((await lobby.exit).code).toBe(1);
  clearInterval(insisting);
});

test(
  '[L59] a signal that comes twice at once is one, as npm hands on what its whole group got',
  PATIENCE,
  async () => {
    lobby.child.kill('SIGTERM');
    await lobby.printed(/"event":"draining"/);
    lobby.child.kill('SIGTERM');
    expect((await lobby.exit).code).toBe(0);
  },
);
