import { afterAll, beforeAll, describe, expect } from 'vitest';
import { describeBackplane } from '../../lobby-server/nodes/backplane.contract.ts';
import { RedisBackplane } from '../../lobby-server/nodes/redis-backplane.ts';
import { hasRedis, RedisProcess } from './redis-process.ts';

describe.skipIf(!hasRedis())('with a Redis of our own', () => {
  let redis: RedisProcess;
  beforeAll(async () => {
    redis = await RedisProcess.start();
  });
  afterAll(() => redis.kill());

  describeBackplane('a backplane over Redis', {
    async connect() {
      const backplane = await RedisBackplane.open(redis.url, () => {});
      expect(backplane.isConnected).toBe(true);
      return backplane;
    },
    clear: () => redis.clear(),
  });
});
