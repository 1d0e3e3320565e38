import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHostileFrames } from './hostile-frames-run.ts';
import { HOSTILE_SETTINGS, runHostile } from './hostile-run.ts';
import { BuiltFolder, type LobbyProcess, startLobbyProcess } from '../lobby-process.ts';
import { hasRedis, RedisProcess } from '../redis-process.ts';

/** The whole thing is `npm run attack`. */
const REQUESTS = 3000;
const FRAMES = 2000;
const SEED = Number(process.env['PEERBALL_SEED'] ?? 1);

let folder: BuiltFolder;
let lobby: LobbyProcess;

beforeAll(async () => {
  folder = await BuiltFolder.make();
  lobby = await startLobbyProcess(folder, HOSTILE_SETTINGS);
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
  `[L20] ${FRAMES} hostile messages over websockets and long polling reach nobody, beside two honest pages`,
  { timeout: 120_000 },
  async () => {
    const report = await runHostileFrames([lobby], { frames: FRAMES, seed: SEED });
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(report.expelled).toBeGreaterThan(10);
  },
);

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
