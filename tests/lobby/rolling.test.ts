import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { hasRedis } from './redis-process.ts';
import { type Fault, Rolling, runRolling } from './rolling-run.ts';
import { value } from './lobby-under-test.ts';

const ROOMS = 8;
const PATIENCE = { timeout: 180_000 };
const FAULTS: readonly Fault[] = ['SIGTERM', 'SIGTERM', 'SIGKILL', 'SIGSTOP'];

/** `npm run rolling -- --restarts 50` is the long form. */
describe.skipIf(!hasRedis() || process.platform === 'win32')('two processes over Redis', () => {
  let rolling: Rolling;
  beforeAll(async () => {
    rolling = await Rolling.start();
  }, PATIENCE.timeout);
  afterAll(() => rolling.end());

  test(
    '[L151] [L152] restarted, killed or stopped, no room is lost and none is there twice',
    PATIENCE,
    async () => {
      const reports = await runRolling(rolling, { rooms: ROOMS, faults: FAULTS });
      for (const report of reports) {
        expect(report).toMatchObject({ whole: ROOMS, kept: ROOMS, seats: 2 * ROOMS });
      }
      expect(reports).toHaveLength(FAULTS.length);
    },
  );

  test(
    '[L154] without Redis what is here goes on, nothing new begins, and all is well behind it',
    PATIENCE,
    async () => {
      const url = `http://127.0.0.1:${rolling.ports[0]}`;
      const clients = [12_000, 12_000, 500].map((requestMs) => {
        const guests = { load: () => null, save: () => {} };
        return new LobbyClient({ url, guests, requestMs });
      });
      const [host, friend, late] = clients as [LobbyClient, LobbyClient, LobbyClient];
      try {
        const { room } = value(await host.createRoom('Ada'));
        expect(await rolling.isReady(0)).toBe(true);
        await rolling.redis.kill();
        expect(value(await friend.joinRoom(room.code, 'Ben')).room.members).toHaveLength(2);
        expect(await late.createRoom('Cleo')).toMatchObject({ error: { code: 'TRY_LATER' } });
        await expect.poll(() => rolling.isReady(0)).toBe(false);
        await rolling.redis.startAgain();
        await expect.poll(() => rolling.isReady(0)).toBe(true);
        value(await late.joinRoom(room.code, 'Cleo'));
        expect(host.joined?.room.code).toBe(room.code);
      } finally {
        for (const client of clients) client.close();
      }
    },
  );
});
