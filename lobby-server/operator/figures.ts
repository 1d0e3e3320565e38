import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';

/** `alone`: one member is heard. `together`: more. `deserted`: none. */
export const ROOM_STATES = ['alone', 'together', 'deserted'] as const;
export type RoomLife = (typeof ROOM_STATES)[number];

/** How pairs reach each other, and that they do not. */
export const WAYS = ['direct', 'turn', 'lobby', 'failed'] as const;

/** What the server is at one moment. */
export type Sample = {
  /** s since 1970. */
  readonly at: number;
  readonly sockets: number;
  readonly rooms: Readonly<Record<RoomLife, number>>;
  /** Links that pages told of since the last sample, by way. */
  readonly links: Readonly<Record<(typeof WAYS)[number], number>>;
  /** Bytes that were relayed since the last sample. */
  readonly relayedBytes: number;
  /** ms that the event loop came late at worst since the last sample. */
  readonly loopDelayMs: number;
};

export type FiguresPorts = {
  readonly timers: Timers;
  readonly sockets: () => number;
  readonly rooms: () => Promise<readonly RoomRecord[]>;
  /** Of `Counters`. */
  readonly count: (name: string) => number;
};

export const SAMPLE_MS = 2000;
/** Five minutes. */
const SAMPLES_MAX = 150;
/** ms between two looks at the event loop. */
const LOOP_RESOLUTION_MS = 10;
const NS_PER_MS = 1e6;

/** Takes a sample every two seconds and keeps those of the last five minutes, for the operator's charts. */
export class Figures {
  readonly #ports: FiguresPorts;
  readonly #loop: IntervalHistogram = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
  readonly #samples: Sample[] = [];
  readonly #counted = new Map<string, number>();
  #cancel: () => void = () => {};

  constructor(ports: FiguresPorts) {
    this.#ports = ports;
    this.#loop.enable();
    this.#later();
  }

  /** Oldest first. */
  get samples(): readonly Sample[] {
    return this.#samples;
  }

  async take(): Promise<void> {
    const { timers, sockets, rooms } = this.#ports;
    const counted = countStates(await rooms());
    this.#samples.push({
      at: timers.unixSeconds(),
      sockets: sockets(),
      rooms: counted,
      links: {
        direct: this.#since('link/direct'),
        turn: this.#since('link/turn'),
        lobby: this.#since('link/lobby'),
        failed: this.#since('link/failed'),
      },
      relayedBytes: this.#since('relay/bytes'),
      loopDelayMs: Math.max(0, this.#loop.max / NS_PER_MS - LOOP_RESOLUTION_MS),
    });
    if (this.#samples.length > SAMPLES_MAX) this.#samples.shift();
    this.#loop.reset();
  }

  close(): void {
    this.#cancel();
    this.#loop.disable();
  }

  #later(): void {
    this.#cancel = this.#ports.timers.after(SAMPLE_MS, () => {
      void this.take();
      this.#later();
    });
  }

  #since(name: string): number {
    const all = this.#ports.count(name);
    const before = this.#counted.get(name) ?? 0;
    this.#counted.set(name, all);
    return all - before;
  }
}

/** In which of the three states a room is. */
export function stateOf({ seats }: RoomRecord): RoomLife {
  const online = seats.filter(({ connection }) => connection !== null).length;
  if (online === 0) return 'deserted';
  return online === 1 ? 'alone' : 'together';
}

/** How many rooms are in each state. */
export function countStates(rooms: readonly RoomRecord[]): Record<RoomLife, number> {
  const counts = { alone: 0, together: 0, deserted: 0 };
  for (const room of rooms) counts[stateOf(room)] += 1;
  return counts;
}
