import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { bundleWorker } from './build-worker.ts';

test('the worker is one classic script that needs no other file, and listens from its first moment', async () => {
  const script = await bundleWorker();
  expect(script).not.toMatch(/\bimport\b|\bexport\b/);
  const heard: string[] = [];
  runInNewContext(script, {
    location: { origin: 'https://play.example' },
    registration: {},
    caches: {},
    performance,
    addEventListener: (type: string) => heard.push(type),
  });
  expect(heard).toEqual(['install', 'activate', 'fetch']);
  expect(script.length).toBeLessThan(6000);
}, 60_000);
