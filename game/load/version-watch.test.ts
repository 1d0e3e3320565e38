import { expect, test } from 'vitest';
import type { BuildAnswer } from './served-build.ts';
import { VersionWatch } from './version-watch.ts';

/** A tab, its clock wound by hand. */
class FakeTab {
  asked = 0;
  isIdle = true;
  isAway = false;
  answer: BuildAnswer = 'same';
  #nowMs = 0;
  #waits: { atMs: number; run: () => void }[] = [];
  readonly watch = new VersionWatch({
    askBuild: async () => {
      this.asked++;
      return this.answer;
    },
    isIdle: () => this.isIdle,
    isAway: () => this.isAway,
    timers: {
      now: () => this.#nowMs,
      after: (ms, run) => {
        this.#waits.push({ atMs: this.#nowMs + ms, run });
        return () => {};
      },
    },
  });

  async pass(ms: number): Promise<void> {
    this.#nowMs += ms;
    const due = this.#waits.filter(({ atMs }) => atMs <= this.#nowMs);
    this.#waits = this.#waits.filter(({ atMs }) => atMs > this.#nowMs);
    for (const { run } of due) run();
    await Promise.resolve();
    await Promise.resolve();
  }
}

test('an idle tab asks every half minute', async () => {
  const tab = new FakeTab();
  for (let count = 1; count <= 3; count++) {
    await tab.pass(30_000);
    expect(tab.asked).toBe(count);
  }
});

test('a server that does not answer is asked every five seconds', async () => {
  const tab = new FakeTab();
  tab.isAway = true;
  for (let count = 1; count <= 3; count++) {
    await tab.pass(5000);
    expect(tab.asked).toBe(count);
  }
  tab.isAway = false;
  await tab.pass(5000);
  expect(tab.asked).toBe(3);
});

test('in a match nothing is asked by the clock, but at its end at once', async () => {
  const tab = new FakeTab();
  tab.isIdle = false;
  for (let minute = 0; minute < 5; minute++) await tab.pass(30_000);
  expect(tab.asked).toBe(0);
  tab.watch.check();
  expect(tab.asked).toBe(1);
});

test('several occasions at once are one question', async () => {
  const tab = new FakeTab();
  for (let count = 0; count < 5; count++) tab.watch.check();
  expect(tab.asked).toBe(1);
  await tab.pass(2000);
  tab.watch.check();
  expect(tab.asked).toBe(2);
});

test('once there is a newer build nobody asks any more', async () => {
  const tab = new FakeTab();
  tab.answer = 'other';
  await tab.pass(30_000);
  await tab.pass(30_000);
  tab.watch.check();
  expect(tab.asked).toBe(1);
});
