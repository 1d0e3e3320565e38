import { type FramesReport, runHostileFrames } from '../tests/lobby/hostile/hostile-frames-run.ts';
import { HOSTILE_SETTINGS, runHostile, showCourse } from '../tests/lobby/hostile/hostile-run.ts';
import { BuiltFolder, type LobbyProcess, startLobbyProcess } from '../tests/lobby/lobby-process.ts';
import { hasRedis, RedisProcess } from '../tests/lobby/redis-process.ts';
import { readOptions } from './project/read-options.ts';

/**
 * Attacks a lobby server of its own over HTTP and over sockets, beside two honest pages, then two that are one lobby
 * over Redis, and says how that went.
 */
const options = readOptions({
  requests: { type: 'string' },
  frames: { type: 'string' },
  seed: { type: 'string' },
});
const requests = Number(options.requests ?? 100_000);
const frames = Number(options.frames ?? 100_000);
const seed = Number(options.seed ?? 1);
if (![requests, frames, seed].every((value) => Number.isInteger(value) && value > 0)) {
  console.error('attack: --requests, --frames and --seed take whole numbers above 0');
  process.exit(2);
}

const running: LobbyProcess[] = [];
const folder = await BuiltFolder.make();
let redis: RedisProcess | null = null;
try {
  const lobby = await start({});
  const overSockets = await runHostileFrames([lobby], { frames, seed });
  showFrames('one process', overSockets);
  const overHttp = await runHostile(folder, lobby, { requests, seed });
  console.log(`${overHttp.requests} requests in ${overHttp.seconds.toFixed(1)} s`);
  console.log(`memory in MB: ${showCourse(overHttp.memoryMb)}`);
  const checks = [...overSockets.checks, ...overHttp.checks];
  if (hasRedis()) {
    redis = await RedisProcess.start();
    const settings = { PEERBALL_REDIS_URL: redis.url };
    const nodes = [await start(settings), await start(settings)] as const;
    const overNodes = await runHostileFrames(nodes, { frames, seed });
    showFrames('two processes over Redis', overNodes);
    checks.push(...overNodes.checks.map((check) => ({ ...check, name: `two: ${check.name}` })));
  }
  for (const { name, passed, detail } of checks) {
    console.log(passed ? `passed ${name}` : `FAILED ${name}: ${detail}`);
  }
  const failed = checks.filter(({ passed }) => !passed).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  for (const { child } of running) child.kill('SIGKILL');
  await redis?.kill();
  folder.remove();
}

async function start(settings: Readonly<Record<string, string>>): Promise<LobbyProcess> {
  const lobby = await startLobbyProcess(folder, { ...HOSTILE_SETTINGS, ...settings });
  running.push(lobby);
  return lobby;
}

function showFrames(where: string, report: FramesReport): void {
  const { seconds, expelled, honestMs, grownMb, grownInAllMb } = report;
  console.log(
    `${where}: ${report.frames} frames in ${seconds.toFixed(1)} s, ${expelled} connections ended`,
  );
  console.log(`honest signals, p99: ${honestMs.before} ms before, ${honestMs.during} ms meanwhile`);
  console.log(`memory since the first tenth: + ${told(grownMb)}, in all + ${told(grownInAllMb)}`);
}

function told(mb: number | null): string {
  return mb === null ? 'not told' : `${mb.toFixed(1)} MB`;
}
