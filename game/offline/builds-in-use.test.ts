import { expect, test } from 'vitest';
import { buildsInUse, useBuild } from './builds-in-use.ts';

/** The locks of one browser. */
class FakeLocks {
  readonly held: { name: string }[] = [];

  request = (name: string, _options: unknown, run: () => Promise<void>): Promise<void> => {
    this.held.push({ name });
    return run();
  };

  query = async () => ({ held: [...this.held], pending: [] });
}

test('a build is in use for as long as a page of it is open', async () => {
  const locks = new FakeLocks();
  useBuild('aaaaaaaa', locks as unknown as LockManager);
  locks.held.push({ name: 'of-a-neighbour' });
  expect(await buildsInUse(locks as unknown as LockManager)).toEqual(new Set(['aaaaaaaa']));
});

test('a browser that gives no locks costs nothing', async () => {
  useBuild('aaaaaaaa', undefined);
  const denied = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
  useBuild('aaaaaaaa', denied as unknown as LockManager);
  await Promise.resolve();
});
