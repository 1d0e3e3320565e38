import { expect, test, vi } from 'vitest';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { makeQuietWait } from './until-quiet.ts';

async function wind(timers: ManualTimers, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 250) {
    timers.advance(250);
    await Promise.resolve();
  }
}

test('a page is quiet once nothing has happened for three seconds', async () => {
  const timers = new ManualTimers();
  const page = { isQuiet: true };
  const untilQuiet = makeQuietWait(() => page.isQuiet, timers);
  const quiet = vi.fn();
  void untilQuiet().then(quiet);
  await wind(timers, 2500);
  page.isQuiet = false;
  await wind(timers, 10_000);
  page.isQuiet = true;
  await wind(timers, 2500);
  expect(quiet).not.toHaveBeenCalled();
  await wind(timers, 1000);
  expect(quiet).toHaveBeenCalled();
});

test('a page that stayed quiet is not waited for again', async () => {
  const timers = new ManualTimers();
  const untilQuiet = makeQuietWait(() => true, timers);
  const first = untilQuiet();
  await wind(timers, 3500);
  await first;
  await untilQuiet();
  expect(timers.pending).toBe(0);
});
