import { expect, test } from 'vitest';
import { KEPT_MAX, type FromPageScript } from '../../feed/page-messages.ts';
import { WorkerStorage } from './worker-storage.ts';

test('a storage is read at once, and the page is told what changes', () => {
  const told: FromPageScript[] = [];
  const storage = new WorkerStorage([['runs', '1']], (change) => told.push(change));
  storage.setItem('runs', String(Number(storage.getItem('runs')) + 1));
  storage.removeItem('missing');
  expect([storage.getItem('runs'), storage.length, storage.key(0)]).toEqual(['2', 1, 'runs']);
  storage.clear();
  expect(told).toEqual([{ type: 'keep', name: 'runs', text: '2' }, { type: 'forget' }]);
});

test('a full storage throws as a browser does, and has room again behind a removal', () => {
  const storage = new WorkerStorage([], () => {});
  const most = 'x'.repeat(KEPT_MAX - 1);
  storage.setItem('a', most);
  storage.setItem('a', most);
  expect(() => storage.setItem('b', 'y')).toThrow('full');
  storage.removeItem('a');
  storage.setItem('b', 'y');
  expect(storage.getItem('b')).toBe('y');
});
