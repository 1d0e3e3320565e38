import { BenchServer, type ServerKind } from './bench-server.ts';
import { type BenchPage, openPage } from './bench-page.ts';
import { AS_GATHERED, type Burst, ONE_BY_ONE, SIGNALS_OF_PAIR } from './pair-script.ts';

/** Milliseconds; CPU time is that of the server alone. */
export type SignalingRound = {
  /** Of one of the first connections, while V8 compiles, and of one behind those. */
  readonly firstConnectCpuMs: number;
  readonly connectCpuMs: number;
  /** Of a thousand signals, with time between any two, and as browsers gather them. */
  readonly oneByOne: Delivery;
  readonly asGathered: Delivery;
};

export type Delivery = {
  readonly cpuMsPerThousand: number;
  /** From the page that sends to the page that gets it. */
  readonly p50Ms: number;
  readonly p99Ms: number;
};

const BEAT_MS = 10;
const CONNECT_AT_ONCE = 25;
/** Signals of all pages in a second. */
const PER_SECOND = 2500;
const WARM_UP_TURNS = 1;
/** In which a server has forgotten the pages that were closed. */
const FORGOTTEN_MS = 500;

/** A pair goes through its script, and notes when each signal left. */
class Pair {
  readonly #pages: readonly [BenchPage, BenchPage];
  readonly #leftMs: [number[], number[]] = [[], []];
  readonly delays: number[] = [];
  missing = 0;

  constructor(pages: readonly [BenchPage, BenchPage]) {
    this.#pages = pages;
    for (const side of [0, 1] as const) {
      pages[side].onSignal = (count) => {
        this.missing -= count;
        for (const leftMs of this.#leftMs[side].splice(0, count)) {
          this.delays.push(performance.now() - leftMs);
        }
      };
    }
  }

  say({ opens, payloads }: Burst): void {
    const [from, to] = opens ? ([0, 1] as const) : ([1, 0] as const);
    this.missing += payloads.length;
    const nowMs = performance.now();
    this.#leftMs[to].push(...payloads.map(() => nowMs));
    this.#pages[from].signal(payloads);
  }
}

/**
 * Starts a server, connects pages to it, and has each pair of them signal.
 *
 * @param pages an even number of them
 * @param turns how often each pair goes through its script
 */
export async function measureSignaling(
  kind: ServerKind,
  pages: number,
  turns: number,
): Promise<SignalingRound> {
  const server = await BenchServer.start(kind);
  try {
    const beforeFirst = await server.cpuMs();
    const first = await openPages(kind, server.port, pages);
    const firstConnectCpuMs = ((await server.cpuMs()) - beforeFirst) / pages;
    for (const page of first) page.close();
    await sleep(FORGOTTEN_MS);
    const before = await server.cpuMs();
    const opened = await openPages(kind, server.port, pages);
    const connectCpuMs = ((await server.cpuMs()) - before) / pages;
    const pairs: Pair[] = [];
    for (let at = 0; at + 1 < opened.length; at += 2) {
      const [one, other] = [opened[at]!, opened[at + 1]!];
      await one.meet(other);
      pairs.push(new Pair([one, other]));
    }
    await deliver(server, pairs, ONE_BY_ONE, WARM_UP_TURNS);
    const oneByOne = await deliver(server, pairs, ONE_BY_ONE, turns);
    const asGathered = await deliver(server, pairs, AS_GATHERED, turns);
    for (const page of opened) page.close();
    return { firstConnectCpuMs, connectCpuMs, oneByOne, asGathered };
  } finally {
    await server.end();
  }
}

/** Connects so many pages, some at once. */
export async function openPages(
  kind: ServerKind,
  port: number,
  count: number,
): Promise<BenchPage[]> {
  const opened: BenchPage[] = [];
  while (opened.length < count) {
    const now = Math.min(CONNECT_AT_ONCE, count - opened.length);
    opened.push(...(await Promise.all(Array.from({ length: now }, () => openPage(kind, port)))));
  }
  return opened;
}

async function deliver(
  server: BenchServer,
  pairs: readonly Pair[],
  script: readonly Burst[],
  turns: number,
): Promise<Delivery> {
  for (const pair of pairs) pair.delays.length = 0;
  const before = await server.cpuMs();
  const bursts = Array.from({ length: turns }, () => script).flat();
  const dueMs = 1000 / PER_SECOND;
  const startMs = performance.now();
  let sent = 0;
  for (const burst of bursts) {
    for (const pair of pairs) {
      const waitMs = startMs + sent * dueMs - performance.now();
      if (waitMs > 0) await sleep(Math.max(BEAT_MS, waitMs));
      pair.say(burst);
      sent += burst.payloads.length;
    }
  }
  await untilDelivered(pairs);
  const cpuMs = (await server.cpuMs()) - before;
  const delays = pairs.flatMap((pair) => pair.delays).sort((a, b) => a - b);
  const expected = pairs.length * turns * SIGNALS_OF_PAIR;
  if (delays.length !== expected) {
    throw new Error(`${delays.length} of ${expected} signals were delivered`);
  }
  const at = (share: number): number => delays[Math.ceil(share * delays.length) - 1]!;
  return { cpuMsPerThousand: (cpuMs / expected) * 1000, p50Ms: at(0.5), p99Ms: at(0.99) };
}

async function untilDelivered(pairs: readonly Pair[]): Promise<void> {
  const deadlineMs = performance.now() + 30_000;
  while (pairs.some(({ missing }) => missing > 0) && performance.now() < deadlineMs) {
    await sleep(BEAT_MS);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
