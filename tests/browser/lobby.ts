import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';

export type RunningLobby = {
  /** `http://localhost:…`, without a slash at the end: a secure context, as https would be. */
  readonly url: string;
  /** Default: as a crash does. With SIGTERM it tells those who are there, and waits a second. */
  readonly stop: (signal?: 'SIGKILL' | 'SIGTERM') => Promise<void>;
};

/** Long enough for a machine that is busy with two browsers. */
const START_TIMEOUT_MS = 20_000;

const SETTINGS = {
  // One machine: what STUN could tell is of no use, and tests need no internet.
  PEERBALL_STUN_URLS: '',
  PEERBALL_SECRET: 'only-for-tests-on-this-machine',
  // All people of a file of tests come from one address, one behind the other.
  PEERBALL_ROOMS_PER_ADDRESS: '100',
  PEERBALL_JOINS_PER_MINUTE: '300',
  PEERBALL_CONNECTIONS_PER_MINUTE: '600',
};

export type LobbyPlace = {
  /** Holds `dist`, with the lobby and the game that it serves. */
  readonly folder?: string;
  /** Default: one that is free. */
  readonly port?: number;
};

/** Starts the built lobby server, which serves the built game, on a port of its own. */
export async function startLobby(
  settings: Readonly<Record<string, string>> = {},
  place: LobbyPlace = {},
): Promise<RunningLobby> {
  const port = place.port ?? (await freePort());
  const server = spawn(process.execPath, [join('dist', 'lobby-server', 'main.js')], {
    cwd: place.folder ?? PROJECT_ROOT,
    env: { ...withoutOurs(process.env), ...SETTINGS, ...settings, PEERBALL_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  const url = `http://localhost:${port}`;
  try {
    await untilReady(server, url);
  } catch (problem) {
    server.kill();
    throw new Error(`the lobby server did not start:\n${output.join('')}`, { cause: problem });
  }
  return { url, stop: (signal) => stop(server, signal) };
}

/** Settings of whoever runs the tests must not reach the server under test. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([key]) => !key.startsWith('PEERBALL_')));
}

/** A TCP port that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  const deadline = AbortSignal.timeout(START_TIMEOUT_MS);
  while (!deadline.aborted) {
    if (server.exitCode !== null) throw new Error(`it ended with code ${server.exitCode}`);
    const answer = await fetch(`${url}/readyz`, { signal: deadline }).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing answered within ${START_TIMEOUT_MS} ms`);
}

function stop(server: ChildProcess, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    // It keeps nothing, and asked politely it would first wait for its guests to go.
    server.kill(signal);
  });
}
