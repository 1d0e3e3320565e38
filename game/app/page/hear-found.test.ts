import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { hearFound } from './hear-found.ts';

test('[V65] a chime says that somebody was found to one who waits alone, and to nobody else', () => {
  const quick = signal<{ isAlone: boolean } | null>(null);
  const due: (() => void)[] = [];
  const runAll = () => due.splice(0).forEach((run) => run());
  const timers = {
    after: (_ms: number, run: () => void) => {
      due.push(run);
      return () => {};
    },
  };
  const heard: string[] = [];
  hearFound(quick, timers, (name) => heard.push(name));
  // Into a room with others, and out of one.
  for (const isAlone of [false, true]) quick.value = { isAlone };
  runAll();
  expect(heard).toEqual([]);
  quick.value = { isAlone: false };
  runAll();
  expect(heard).toEqual(['tick_go']);
  quick.value = { isAlone: true };
  quick.value = null;
  runAll();
  expect(heard).toEqual(['tick_go']);
});
