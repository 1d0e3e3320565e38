import { afterEach, expect, test } from 'vitest';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { AckStorm, type AckStormSetup, CHECK_EVERY_MS, TRY_AGAIN_MS } from './ack-storm.ts';
import { readPacketsIn } from './fill-way.ts';

const MTU = 1_191;
const STORM_BELOW_BYTES = 10 * MTU;
const ACK_MS = 100;

/**
 * A connection of which one end is looked at: 20 datagrams a second each way, acknowledged one by one
 * while the window is small. As dcSCTP does, the window grows when an acknowledgement finds it full.
 */
class FakeConnection {
  windowBytes = STORM_BELOW_BYTES;
  sentBytes = 0;
  /** What a piece costs the window: a way that loses never lets it grow. */
  isLossy = false;
  isOpen = true;
  datagramsPerSecond = 20;
  #waiting: number[] = [];
  #flyingBytes = 0;
  #acknowledgedBytes = 0;
  #bare = 0;
  readonly #timers: ManualTimers;

  constructor(timers: ManualTimers) {
    this.#timers = timers;
  }

  get bufferedAmount(): number {
    return this.#waiting.reduce((sum, bytes) => sum + bytes, 0);
  }

  send(bytes: Uint8Array): void {
    this.sentBytes += bytes.length;
    this.#waiting.push(bytes.length);
    this.#flush();
  }

  count = () => {
    const datagrams = (this.#timers.now() * this.datagramsPerSecond) / 1000;
    return Promise.resolve({
      packetsIn: datagrams + this.#bare,
      datagramsIn: datagrams,
      datagramsOut: datagrams,
    });
  };

  /** Every 50 ms: how many acknowledgements came without a datagram. */
  readonly tick = (): void => {
    const share = this.windowBytes < STORM_BELOW_BYTES ? 1.07 : 0.4;
    this.#bare += (share * this.datagramsPerSecond) / 20;
    this.#timers.after(50, this.tick);
  };

  #flush(): void {
    while (this.#waiting.length > 0 && this.#flyingBytes < this.windowBytes) {
      const bytes = this.#waiting.shift()!;
      this.#flyingBytes += bytes;
      this.#timers.after(ACK_MS, () => this.#acknowledge(bytes));
    }
  }

  #acknowledge(bytes: number): void {
    const isStorm = this.windowBytes < STORM_BELOW_BYTES;
    this.#bare += isStorm ? 1 : 0.5;
    this.#acknowledgedBytes += bytes;
    const isFull = this.#flyingBytes + MTU >= this.windowBytes;
    if (isFull && this.windowBytes <= 4 * MTU && !this.isLossy) this.windowBytes += bytes;
    else if (isFull && this.#acknowledgedBytes >= this.windowBytes && !this.isLossy) {
      this.#acknowledgedBytes -= this.windowBytes;
      this.windowBytes += MTU;
    }
    this.#flyingBytes -= bytes;
    this.#flush();
  }
}

const open: AckStorm[] = [];

afterEach(() => {
  for (const storm of open.splice(0)) storm.close();
});

/** @param turnEveryMs a busy page gets its turn as seldom, for timers and for counts */
function setUp(turn: AckStormSetup['turn'] = { holder: null }, turnEveryMs = 1) {
  const timers = new ManualTimers();
  const connection = new FakeConnection(timers);
  connection.tick();
  const nextTurn = (ms: number): number => {
    const nowMs = timers.now();
    return Math.ceil((nowMs + ms) / turnEveryMs) * turnEveryMs - nowMs;
  };
  const after = (ms: number, run: () => void) => timers.after(nextTurn(ms), run);
  const count = async () => {
    const counts = await connection.count();
    if (turnEveryMs > 1) {
      await new Promise<void>((resolve) => timers.after(nextTurn(turnEveryMs), resolve));
    }
    return counts;
  };
  const pageTimers = { now: () => timers.now(), after };
  const storm = new AckStorm({ timers: pageTimers, fill: connection, count, turn });
  open.push(storm);
  return { timers, connection, storm };
}

/** Counts are promises: between two steps of the clock they come true. */
async function pass(timers: ManualTimers, ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += 4) {
    timers.advance(4);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

test('[W12] nothing is sent while acknowledgements ride on datagrams', async () => {
  const { timers, connection, storm } = setUp();
  await pass(timers, 60_000);
  expect(storm.tries).toBe(0);
  expect(connection.sentBytes).toBe(0);
});

test.each([1, 30, 50])(
  '[W12] a window that an outage closed is filled until the storm ends, with a turn each %i ms',
  async (turnEveryMs) => {
    const { timers, connection, storm } = setUp({ holder: null }, turnEveryMs);
    await pass(timers, 2 * CHECK_EVERY_MS);
    connection.windowBytes = MTU;
    await pass(timers, 4 * CHECK_EVERY_MS);
    expect(storm.tries).toBe(1);
    expect(connection.windowBytes).toBeGreaterThanOrEqual(STORM_BELOW_BYTES);
    expect(connection.sentBytes).toBeLessThan(71_000);
    await pass(timers, 5 * TRY_AGAIN_MS);
    expect(storm.tries).toBe(1);
  },
);

test('[W12] in vain it is tried less and less often', async () => {
  const { timers, connection, storm } = setUp();
  connection.isLossy = true;
  connection.windowBytes = 4 * MTU;
  await pass(timers, 2 * CHECK_EVERY_MS + 2_000);
  expect(storm.tries).toBe(1);
  expect(connection.sentBytes).toBeLessThan(71_000);
  await pass(timers, 16 * TRY_AGAIN_MS);
  expect(storm.tries).toBeGreaterThan(2);
  expect(storm.tries).toBeLessThanOrEqual(5);
});

test('[W12] a link over which nobody plays is left alone', async () => {
  const { timers, connection, storm } = setUp();
  connection.windowBytes = MTU;
  connection.datagramsPerSecond = 5;
  await pass(timers, 60_000);
  expect(storm.tries).toBe(0);
});

test('[W12] one link of a page at a time; a closed one gives its turn back', async () => {
  const turn: AckStormSetup['turn'] = { holder: {} };
  const { timers, connection, storm } = setUp(turn);
  connection.windowBytes = MTU;
  await pass(timers, 3 * CHECK_EVERY_MS);
  expect(storm.tries).toBe(0);
  turn.holder = null;
  await pass(timers, CHECK_EVERY_MS + 100);
  expect(storm.tries).toBe(1);
  expect(turn.holder).toBe(storm);
  storm.close();
  expect(turn.holder).toBeNull();
});

test('[W12] a browser that counts no packets sends nothing of this', async () => {
  const timers = new ManualTimers();
  const connection = new FakeConnection(timers);
  connection.tick();
  connection.windowBytes = MTU;
  const count = () => Promise.resolve(null);
  const turn = { holder: null };
  const storm = new AckStorm({ timers, fill: connection, count, turn });
  open.push(storm);
  await pass(timers, 60_000);
  expect(storm.tries).toBe(0);
});

test('packets are counted as the browser does, or follow from the bytes', () => {
  const report = (entries: readonly object[]) =>
    ({ forEach: (take: (entry: object) => void) => entries.forEach(take) }) as RTCStatsReport;
  expect(readPacketsIn(report([{ type: 'transport', packetsReceived: 7 }]), 4, 80)).toBe(7);
  const pairs = [
    { type: 'candidate-pair', packetsReceived: 0 },
    { type: 'candidate-pair', packetsReceived: 12 },
  ];
  expect(readPacketsIn(report(pairs), 4, 80)).toBe(12);
  expect(readPacketsIn(report([{ type: 'inbound-rtp', packetsReceived: 7 }]), 4, 80)).toBeNull();
  // Four datagrams of 18 bytes, and three acknowledgements.
  const bytesReceived = 4 * (50 + 20) + 3 * 50;
  expect(readPacketsIn(report([{ type: 'candidate-pair', bytesReceived }]), 4, 72)).toBe(7);
});
