import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import { PartsDesk } from './parts-desk.ts';

test('what is here is handed on, and nothing is said of it', async () => {
  const desk = new PartsDesk();
  expect(await desk.need('pitch', Promise.resolve(ok('canvas')), () => {})).toBe('canvas');
  expect(desk.missing.value).toBeNull();
});

test('of several missing parts the most needed is shown', async () => {
  const desk = new PartsDesk();
  expect(await desk.need('sounds', Promise.resolve(fail('offline')), () => {})).toBeNull();
  expect(desk.missing.value).toEqual({ part: 'sounds', problem: 'offline' });
  desk.report('pitch', 'no-webgl', () => {});
  expect(desk.missing.value).toEqual({ part: 'pitch', problem: 'no-webgl' });
  desk.dismiss();
  expect(desk.missing.value).toEqual({ part: 'sounds', problem: 'offline' });
});

test('another try asks for all that is missing, and what is found is missing no more', async () => {
  const desk = new PartsDesk();
  const tried: string[] = [];
  for (const part of ['sounds', 'pitch'] as const) {
    desk.report(part, 'offline', () => tried.push(part));
  }
  desk.retry();
  expect(tried).toEqual(['sounds', 'pitch']);
  expect(desk.missing.value).toBeNull();
  desk.report('pitch', 'offline', () => {});
  desk.found('pitch');
  expect(desk.missing.value).toBeNull();
});

test('of several that are told of as one each is asked for again, and one that comes leaves the others missing', async () => {
  const desk = new PartsDesk();
  const tried: string[] = [];
  const lose = (name: string) =>
    desk.need('beside', Promise.resolve(fail('offline')), () => tried.push(name), name);
  for (const name of ['beside', 'second']) await lose(name);
  await desk.need('beside', Promise.resolve(ok('here')), () => {}, 'third');
  expect(desk.missing.value).toEqual({ part: 'beside', problem: 'offline' });
  desk.retry();
  expect(tried).toEqual(['beside', 'second']);
  for (const name of ['beside', 'second']) await lose(name);
  await desk.need('beside', Promise.resolve(ok('here')), () => {}, 'second');
  expect(desk.missing.value).toEqual({ part: 'beside', problem: 'offline' });
  desk.dismiss();
  expect(desk.missing.value).toBeNull();
});
