import { expect, test } from 'vitest';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { Probes } from './probes.ts';

function underTest() {
  const timers = new ManualTimers();
  let made = 0;
  return { timers, probes: new Probes(timers, () => `probe-${made++}`) };
}

test('[L99] the host that was asked answers, once', () => {
  const { probes } = underTest();
  expect(probes.begin('stranger', 'host')).toBe('probe-0');
  expect(probes.answer('probe-0', 'somebody else')).toBeNull();
  expect(probes.answer('probe-0', 'host')).toBe('stranger');
  expect(probes.answer('probe-0', 'host')).toBeNull();
});

test('[L99] an offer that waited for too long is forgotten, and there are never too many', () => {
  const { probes, timers } = underTest();
  probes.begin('stranger', 'host');
  timers.advance(8000);
  expect(probes.answer('probe-0', 'host')).toBeNull();
  for (let i = 0; i < 3000; i++) probes.begin('stranger', 'host');
  expect(probes.size).toBe(2000);
  expect(probes.begin('stranger', 'host')).toBeNull();
  timers.advance(8000);
  expect(probes.begin('stranger', 'host')).not.toBeNull();
  expect(probes.size).toBe(1);
});
