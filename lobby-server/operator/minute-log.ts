import type { Facts, Logger } from '../log.ts';
import type { Timers } from '../timers.ts';

export type MinuteLogPorts = {
  readonly timers: Timers;
  readonly log: Logger;
  readonly counts: () => Readonly<Record<string, number>>;
  readonly sockets: () => number;
  readonly rooms: () => Promise<number>;
};

const MINUTE_MS = 60_000;
const REFUSALS = new Set([
  'RATE_LIMITED',
  'TRY_LATER',
  'TOO_MANY_ROOMS',
  'BAD_REQUEST',
  'INTERNAL',
]);

/** What is added up to one fact, by the name of the counter. */
const FACTS: Readonly<Record<string, (name: string) => boolean>> = {
  connected: (name) => name === 'connect/OK',
  opened: (name) => name === 'room:create/OK',
  joined: (name) => name === 'room:join/OK' || name === 'queue:join/OK',
  resumed: (name) => name === 'room:resume/OK',
  withoutWay: (name) => name === 'link/failed',
  reported: (name) => name.startsWith('report/'),
  relayedBytes: (name) => name === 'relay/bytes',
  refused: (name) => REFUSALS.has(name.split('/')[1] ?? ''),
  ended: (name) => name.startsWith('ended/'),
};

/** Logs once a minute what happened in it, in numbers; a minute in which nothing did is no line. */
export class MinuteLog {
  readonly #ports: MinuteLogPorts;
  #before: Readonly<Record<string, number>> = {};
  #cancel: () => void = () => {};

  constructor(ports: MinuteLogPorts) {
    this.#ports = ports;
    this.#later();
  }

  close(): void {
    this.#cancel();
  }

  #later(): void {
    this.#cancel = this.#ports.timers.after(MINUTE_MS, () => {
      void this.#write();
      this.#later();
    });
  }

  async #write(): Promise<void> {
    const { log, counts, sockets, rooms } = this.#ports;
    const now = counts();
    const happened: Record<string, number> = {};
    for (const [fact, belongs] of Object.entries(FACTS)) {
      let sum = 0;
      for (const [name, count] of Object.entries(now)) {
        if (belongs(name)) sum += count - (this.#before[name] ?? 0);
      }
      if (sum > 0) happened[fact] = sum;
    }
    this.#before = now;
    if (Object.keys(happened).length === 0) return;
    const facts: Facts = { sockets: sockets(), rooms: await rooms(), ...happened };
    log.info('minute', facts);
  }
}
