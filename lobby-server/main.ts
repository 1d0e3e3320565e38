import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, type Config } from './config.ts';
import { createLobbyServer, type LobbyServer } from './create-lobby-server.ts';
import { describeProblem } from './describe-problem.ts';
import type { Backplane } from './nodes/backplane.ts';
import { reachableAt } from './http/addresses.ts';
import { makeLogger } from './log.ts';
import { limitMemory } from './memory-flags.ts';
import { loadSecret } from './secret.ts';
import { settingWarnings } from './setting-warnings.ts';
import { terminalQr } from './terminal-qr.ts';

/** [L59] Time for the players to hear that the server stops, before it does. */
const DRAIN_MS = 1000;
/** What goes to the whole process group npm hands on once more: that is no second signal. */
const SAME_SIGNAL_MS = 300;
/** After a signal the process ends within this, whatever hangs on it. */
const STOP_MS = 2500;

/** A Redis that is away is told of this often, not at every try. */
const REDIS_TOLD_MS = 60_000;

limitMemory();

const log = makeLogger(
  (line) => process.stdout.write(`${line}\n`),
  () => new Date(),
);

// The reader of the log may be gone; the players are not.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const config = readConfig(process.env);
if (config.ok) await start(config.value);
else stopWith(config.error);

async function start(settings: Config): Promise<void> {
  const root = projectRoot();
  try {
    const server = await createLobbyServer({
      config: settings,
      secret: settings.secret ?? loadSecret(settings.dataFolder ?? join(root, '.data')),
      gameFolder: join(root, 'dist', 'game'),
      log,
      backplane: settings.redisUrl === null ? undefined : await openRedis(settings.redisUrl),
    });
    // [L57] The last resort: a mistake in one answer must not end the rooms of all others.
    process.on('uncaughtException', (problem: unknown) => {
      log.error('uncaught', { problem: describeProblem(problem) });
    });
    stopAtSignals(server);
    log.info('started', {
      port: server.port,
      https: settings.publicUrl?.startsWith('https:') === true,
      proxies: settings.trustedProxies,
      turn: settings.turnUrls.length > 0,
      relay: settings.relay,
      operator: settings.operatorToken !== null,
      redis: settings.redisUrl !== null,
    });
    for (const warning of settingWarnings(settings)) process.stderr.write(`${warning}\n`);
    const [first, ...others] = reachableAt(server.port, settings.publicUrl);
    process.stdout.write(`Peerball is running: ${first}\n`);
    for (const address of others) process.stdout.write(`                     ${address}\n`);
    // Phones beside the machine: by the address that is not its own name.
    const shown = settings.publicUrl ?? others.at(0);
    if (process.stdout.isTTY && shown !== undefined) {
      process.stdout.write(`\n${terminalQr(shown)}\n${shown}\n\n`);
    }
  } catch (problem) {
    stopWith([explain(problem, settings)]);
  }
}

/** [L150] Loaded here, and only here: a lobby of one process has no use for it. */
async function openRedis(url: string): Promise<Backplane> {
  const { RedisBackplane } = await import('./nodes/redis-backplane.ts');
  let toldMs = Number.NEGATIVE_INFINITY;
  return RedisBackplane.open(url, (problem) => {
    if (performance.now() - toldMs < REDIS_TOLD_MS) return;
    toldMs = performance.now();
    log.warn('redis-problem', { problem: describeProblem(problem) });
  });
}

/** Never `once`: until another listener is there, a second signal would end the process unheard. */
function stopAtSignals(server: LobbyServer): void {
  let toldMs: number | null = null;
  for (const [signal, drainMs] of [
    ['SIGTERM', DRAIN_MS],
    ['SIGINT', 0],
  ] as const) {
    process.on(signal, () => {
      if (toldMs === null) void stop(server, drainMs);
      // A second signal of either kind means: now.
      else if (performance.now() - toldMs > SAME_SIGNAL_MS) process.exit(1);
      toldMs ??= performance.now();
    });
  }
}

async function stop(server: LobbyServer, drainMs: number): Promise<void> {
  setTimeout(() => {
    log.warn('stop-forced');
    process.exit(1);
  }, STOP_MS).unref();
  server.drain();
  log.info('draining', { rooms: await server.rooms() });
  await new Promise((resolve) => setTimeout(resolve, drainMs));
  await server.close();
  log.info('stopped', server.counters.all());
  process.exit(0);
}

/** Built, this file is `dist/lobby-server/main.js`; in development `lobby-server/main.ts`. */
function projectRoot(): string {
  const above = dirname(dirname(fileURLToPath(import.meta.url)));
  return basename(above) === 'dist' ? dirname(above) : above;
}

function stopWith(problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

function explain(problem: unknown, { port }: Config): string {
  const code = problem instanceof Error && 'code' in problem ? problem.code : null;
  if (code === 'EADDRINUSE') return `PEERBALL_PORT ${port} is taken by another program`;
  if (code === 'EACCES') return `PEERBALL_PORT ${port} or PEERBALL_DATA_FOLDER may not be used`;
  return String(problem);
}
