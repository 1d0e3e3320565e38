import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHostileFrames } from './hostile-frames-run.ts';
import { freePort } from '../../browser/lobby.ts';
import { HOSTILE_SETTINGS, runHostile } from './hostile-run.ts';
import { BuiltFolder, type LobbyProcess, startLobbyProcess } from '../lobby-process.ts';
import { hasRedis, RedisProcess } from '../redis-process.ts';

/** The whole thing is `npm run attack`. */
const REQUESTS = 3000;
const FRAMES = 2000;
const SEED = Number(process.env['PEERBALL_SEED'] ?? 1);

let folder: BuiltFolder;
let lobby: LobbyProcess;
let figuresPort: number;
let youngAtStart: number;

beforeAll(async () => {
  folder = await BuiltFolder.make();
  figuresPort = await freePort();
  const settings = { ...HOSTILE_SETTINGS, PEERBALL_METRICS_PORT: String(figuresPort) };
  lobby = await startLobbyProcess(folder, settings);
  youngAtStart = await youngBytes();
}, 60_000);

afterAll(() => {
  lobby.child.kill('SIGKILL');
  folder.remove();
});

test(
  `[L57] ${REQUESTS} hostile requests (seed ${SEED}) end nothing, and nothing of them stays`,
  { timeout: 120_000 },
  async () => {
    const report = await runHostile(folder, lobby, { requests: REQUESTS, seed: SEED });
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
    // That there was an attack at all, and that it got through to every kind of answer.
    const seen = ['101', '200', '304', '400', '403', '404', '405', '431', 'none'];
    expect(seen.filter((name) => !report.answers.has(name))).toEqual([]);
  },
);

test(
  `[L20] [L172] ${FRAMES} hostile messages over websockets and long polling reach nobody, beside two honest pages`,
  { timeout: 120_000 },
  async () => {
    const report = await runHostileFrames([lobby], { frames: FRAMES, seed: SEED });
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(report.expelled).toBeGreaterThan(10);
    expect(await youngBytes()).toBeLessThanOrEqual(youngAtStart);
  },
);

/** What V8 has for what lives no longer than a message. */
async function youngBytes(): Promise<number> {
  const figures = await (await fetch(`http://127.0.0.1:${figuresPort}/metrics`)).text();
  return Number(/^nodejs_heap_space_size_total_bytes\{space="new"\} (\d+)$/m.exec(figures)?.[1]);
}

test.skipIf(!hasRedis() || process.platform === 'win32')(
  `[L20] [L153] ${FRAMES} hostile messages to two processes over Redis reach nobody of either`,
  { timeout: 120_000 },
  async () => {
    const redis = await RedisProcess.start();
    const settings = { ...HOSTILE_SETTINGS, PEERBALL_REDIS_URL: redis.url };
    const nodes = [
      await startLobbyProcess(folder, settings),
      await startLobbyProcess(folder, settings),
    ] as const;
    try {
      const report = await runHostileFrames(nodes, { frames: FRAMES, seed: SEED });
      expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
      expect(report.expelled).toBeGreaterThan(10);
    } finally {
      for (const { child } of nodes) child.kill('SIGKILL');
      await redis.kill();
    }
  },
);
