import type { Random } from '../../../shared/base/seeded-random.ts';

type Timer = { readonly act: () => void; readonly everyMs: number };

/**
 * What a library finds of a browser while it runs here: a clock in virtual time, chance from a seed,
 * timers that the simulation drives, and nobody who reads the console. Everything is put back after
 * each call.
 */
export class VirtualPage {
  nowMs = 0;
  /** What the library asked to be called again and again. */
  readonly timers: Timer[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  run<T>(act: () => T): T {
    const { random } = Math;
    const host = globalThis as { setInterval: unknown };
    const { setInterval } = globalThis;
    Math.random = this.#random;
    host.setInterval = (timer: () => void, everyMs: number) =>
      this.timers.push({ act: timer, everyMs });
    Object.defineProperty(performance, 'now', { value: () => this.nowMs, configurable: true });
    try {
      return withoutConsole(act);
    } finally {
      Math.random = random;
      host.setInterval = setInterval;
      Reflect.deleteProperty(performance, 'now');
    }
  }
}

/** Keeps a library's messages off the console while `act` runs. */
export function withoutConsole<T>(act: () => T): T {
  const { log, warn } = console;
  console.log = () => {};
  console.warn = () => {};
  try {
    return act();
  } finally {
    Object.assign(console, { log, warn });
  }
}
