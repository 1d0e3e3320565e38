import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import { bringLights } from './bring-lights.ts';
import type { PageLoader } from './page-parts.ts';

function makeBringer(answer: unknown) {
  const asked: string[] = [];
  const load = ((name: string) => {
    asked.push(name);
    return Promise.resolve(answer);
  }) as PageLoader['load'];
  const waits: { ms: number; run: () => void }[] = [];
  const timers = {
    after: (ms: number, run: () => void) => {
      waits.push({ ms, run });
      return () => {};
    },
  };
  const wait = async (): Promise<void> => {
    expect(waits.map(({ ms }) => ms)).toEqual([500]);
    expect(asked).toEqual([]);
    waits[0]!.run();
    await settled();
  };
  return { asked, lights: bringLights({ load }, timers), wait };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('lights are asked for once, half a second behind the first picture without them, and are there when they are here', async () => {
  const createLights = () => {};
  const { asked, lights, wait } = makeBringer(ok({ createLights }));
  expect(asked).toEqual([]);
  expect([lights(), lights()]).toEqual([null, null]);
  await wait();
  expect(lights()).toBe(createLights);
  expect(asked).toEqual(['lights']);
});

test('where they do not come it is played without them', async () => {
  const { asked, lights, wait } = makeBringer(fail('offline'));
  lights();
  await wait();
  expect([lights(), lights()]).toEqual([null, null]);
  expect(asked).toEqual(['lights']);
});
