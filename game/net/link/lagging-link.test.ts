import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { Link } from '../../../shared/netplay/link/link.ts';
import type { Timers } from '../../time/timers.ts';
import { LaggingLink } from './lagging-link.ts';

/** A link on which `arrive` puts a datagram. */
function makeLink() {
  const inbox: { bytes: Uint8Array; atMs: number }[] = [];
  const link: Link = {
    remote: 'friend' as PeerId,
    state: 'open',
    send: () => true,
    receive: (handle) => {
      for (const { bytes, atMs } of inbox.splice(0)) handle(bytes, atMs);
    },
    close: () => {},
  };
  const arrive = (byte: number, atMs: number) => inbox.push({ bytes: Uint8Array.of(byte), atMs });
  return { link, arrive };
}

/** Nothing but a clock: a lag waits for no timer. */
function timersAt(now: () => number): Timers {
  return { now, after: () => () => {} };
}

function take(link: Link): (readonly [byte: number | undefined, atMs: number])[] {
  const taken: (readonly [number | undefined, number])[] = [];
  link.receive((bytes, atMs) => taken.push([bytes[0], atMs]));
  return taken;
}

test('without a lag everything is handed over as it came', () => {
  const { link, arrive } = makeLink();
  const lagging = new LaggingLink(
    link,
    { ms: 0 },
    timersAt(() => 10),
  );
  arrive(7, 9);
  expect(take(lagging)).toEqual([[7, 9]]);
});

test('with a lag a datagram arrives that much later, and says so', () => {
  const { link, arrive } = makeLink();
  let nowMs = 0;
  const lagging = new LaggingLink(
    link,
    { ms: 50 },
    timersAt(() => nowMs),
  );
  arrive(7, 0);
  expect(take(lagging)).toEqual([]);
  nowMs = 49;
  arrive(8, 49);
  expect(take(lagging)).toEqual([]);
  nowMs = 60;
  expect(take(lagging)).toEqual([[7, 50]]);
  nowMs = 200;
  expect(take(lagging)).toEqual([[8, 99]]);
});

test('what waits is not lost when the lag is taken away', () => {
  const { link, arrive } = makeLink();
  const lag = { ms: 100 };
  let nowMs = 0;
  const lagging = new LaggingLink(
    link,
    lag,
    timersAt(() => nowMs),
  );
  arrive(7, 0);
  expect(take(lagging)).toEqual([]);
  lag.ms = 0;
  nowMs = 50;
  arrive(8, 50);
  expect(take(lagging)).toEqual([[8, 50]]);
  nowMs = 100;
  expect(take(lagging)).toEqual([[7, 100]]);
});

test('what the lag has let go is handed over in the order of its instants, however the lag changed', () => {
  const { link, arrive } = makeLink();
  const lag = { ms: 100 };
  let nowMs = 0;
  const lagging = new LaggingLink(
    link,
    lag,
    timersAt(() => nowMs),
  );
  arrive(7, 0);
  expect(take(lagging)).toEqual([]);
  lag.ms = 0;
  nowMs = 100;
  arrive(8, 50);
  expect(take(lagging)).toEqual([
    [8, 50],
    [7, 100],
  ]);
});
