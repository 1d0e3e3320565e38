import { expect, test } from 'vitest';
import type { Timers } from '../../time/timers.ts';
import { Inbox, INBOX_MAX } from './inbox.ts';

/** A clock that stands where the test puts it, and timers that run when it says so. */
function makeInbox() {
  const due: (() => void)[] = [];
  const clock = { nowMs: 0, runTimers: () => due.splice(0).forEach((run) => run()) };
  const timers: Timers = {
    now: () => clock.nowMs,
    after: (_ms, run) => {
      due.push(run);
      return () => {};
    },
  };
  const inbox = new Inbox(timers);
  const put = (byte: number, atMs?: number) => inbox.put(Uint8Array.of(byte), atMs);
  const take = () => {
    const taken: (readonly [byte: number | undefined, atMs: number])[] = [];
    inbox.take((bytes, atMs) => taken.push([bytes[0], atMs]));
    return taken;
  };
  return { inbox, clock, put, take };
}

test('datagrams are handed over once, in the order in which they came, with their instant', () => {
  const { clock, put, take } = makeInbox();
  put(1);
  clock.nowMs = 5;
  put(2);
  put(3);
  expect(take()).toEqual([
    [1, 0],
    [2, 5],
    [3, 5],
  ]);
  expect(take()).toEqual([]);
});

test('what came over two ways is handed over in the order of its instants', () => {
  const { clock, put, take } = makeInbox();
  clock.nowMs = 9;
  for (const atMs of [2, 6, 8]) put(1, atMs);
  for (const atMs of [1, 6, 7]) put(2, atMs);
  expect(take()).toEqual([
    [2, 1],
    [1, 2],
    [1, 6],
    [2, 6],
    [2, 7],
    [1, 8],
  ]);
});

test('what is held back for later is not handed over before', () => {
  const { clock, put, take } = makeInbox();
  put(1, 50);
  put(2);
  expect(take()).toEqual([[2, 0]]);
  clock.nowMs = 49;
  expect(take()).toEqual([]);
  clock.nowMs = 50;
  expect(take()).toEqual([[1, 50]]);
});

test('of more than anybody needs the oldest are dropped and counted', () => {
  const { inbox, put, take } = makeInbox();
  for (let index = 0; index < INBOX_MAX + 3; index++) put(index & 0xff, 0);
  const taken = take();
  expect([taken.length, taken[0], inbox.overflowed]).toEqual([INBOX_MAX, [3, 0], 3]);
});

test('nothing is handed over while a tick runs: what comes meanwhile waits for the next', () => {
  const { inbox, put, take } = makeInbox();
  const taken: (number | undefined)[] = [];
  put(1);
  put(2);
  inbox.take((bytes) => {
    taken.push(bytes[0]);
    put(3);
  });
  expect(taken).toEqual([1, 2]);
  expect(take()).toEqual([
    [3, 0],
    [3, 0],
  ]);
});

test('what comes after the close is dropped, and so is what was not taken', () => {
  const { inbox, put, take } = makeInbox();
  put(1);
  inbox.close();
  put(2);
  expect(take()).toEqual([]);
});

test('a link that is closed for what was read hands over no more of it', () => {
  const { inbox, put } = makeInbox();
  const taken: (number | undefined)[] = [];
  put(1);
  put(2);
  inbox.take((bytes) => {
    taken.push(bytes[0]);
    inbox.close();
  });
  expect(taken).toEqual([1]);
});

test('what came before the other side closed is handed over, and the link is over behind that tick', async () => {
  const { inbox, put, take, clock } = makeInbox();
  let overs = 0;
  put(1);
  inbox.end(() => overs++);
  put(2);
  expect([overs, inbox.isEnding]).toEqual([0, true]);
  expect(take()).toEqual([[1, 0]]);
  expect(overs).toBe(0);
  await Promise.resolve();
  clock.runTimers();
  expect([overs, inbox.isEnding]).toEqual([1, false]);
});

test('a link that the other side closed is over soon, also where nobody takes what came', () => {
  const waiting = makeInbox();
  let overs = 0;
  waiting.put(1);
  waiting.inbox.end(() => overs++);
  waiting.clock.runTimers();
  expect([overs, waiting.take()]).toEqual([1, []]);
  makeInbox().inbox.end(() => overs++);
  expect(overs).toBe(2);
});

test('a link that is closed on this side does not end once more', () => {
  const { inbox, put, clock } = makeInbox();
  let overs = 0;
  put(1);
  inbox.end(() => overs++);
  inbox.close();
  clock.runTimers();
  inbox.end(() => overs++);
  expect(overs).toBe(0);
});
