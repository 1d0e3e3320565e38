import { beforeEach, expect, test } from 'vitest';
import { ok } from '../../shared/base/result.ts';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { DEFAULT_LIMITS } from '../limits/limits.ts';
import { makeLogger } from '../log.ts';
import type { GuestId } from '../store/room-store.ts';
import { Connection } from './connection.ts';
import { Counters } from './counters.ts';
import { Dispatch } from './dispatch.ts';
import type { Handlers } from './handlers.ts';

let lines: string[];
let counters: Counters;
let expelled: number;
let connection: Connection;
let timers: ManualTimers;

beforeEach(() => {
  lines = [];
  counters = new Counters();
  expelled = 0;
  timers = new ManualTimers();
  const versions = { sim: 1, wire: 1 };
  const guest = 'guest' as GuestId;
  const visitor = {
    guest,
    page: 'page',
    connection: 'socket',
    hidesAddress: false,
    networks: ['network'],
    versions,
  };
  connection = new Connection(visitor, DEFAULT_LIMITS, 0);
});

function dispatchTo(leave: Handlers['room:leave']['handle']): Dispatch {
  const handler = { limits: () => [], handle: leave };
  return new Dispatch({
    // Every name leads to the one handler that the tests are about.
    handlers: new Proxy({}, { get: () => handler }) as Handlers,
    timers,
    counters,
    log: makeLogger(
      (line) => lines.push(line),
      () => new Date(0),
    ),
    onHeard: () => {},
    expel: () => void expelled++,
  });
}

const request = { code: 'PVX7Q2' };

function send(dispatch: Dispatch, event: unknown, payload: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    dispatch.receive(connection, event, [payload, resolve]);
  });
}

test('[L20] a request is handled once it has passed every check', async () => {
  const dispatch = dispatchTo((_connection, { code }) => {
    expect(code).toBe('PVX7Q2');
    return Promise.resolve(ok({}));
  });
  expect(await send(dispatch, 'room:leave', request)).toEqual({ ok: true, value: {} });
  expect(counters.get('room:leave/OK')).toBe(1);
});

test('[L20] a handler that throws is answered with INTERNAL and nobody is blamed', async () => {
  const dispatch = dispatchTo(() => {
    throw new TypeError('PVX7Q2 must not be logged');
  });
  expect(await send(dispatch, 'room:leave', request)).toEqual({ ok: false, code: 'INTERNAL' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    /"request":"room:leave","problem":"TypeError .*"event":"handler-failed"/,
  );
  expect(lines[0]).not.toContain('PVX7Q2');
  expect(expelled).toBe(0);
});

test('[L20] what a socket asks is handled in order, one after the other', async () => {
  const done: string[] = [];
  const releases: (() => void)[] = [];
  const blocked = new Promise<void>((resolve) => void releases.push(resolve));
  const dispatch = dispatchTo(async (_connection, { code }) => {
    if (code === 'PVX7Q2') await blocked;
    done.push(code);
    return ok({});
  });
  const first = send(dispatch, 'room:leave', request);
  const second = send(dispatch, 'room:leave', { code: 'CCCCCC' });
  for (const release of releases) release();
  await Promise.all([first, second]);
  expect(done).toEqual(['PVX7Q2', 'CCCCCC']);
});

test('[L20] strangers cannot fill the table of counters', async () => {
  const dispatch = dispatchTo(() => Promise.resolve(ok({})));
  for (const event of ['a', 'b', 7, '__proto__', 'hasOwnProperty']) {
    expect(await send(dispatch, event, request)).toEqual({ ok: false, code: 'BAD_REQUEST' });
  }
  expect(counters.all()).toEqual({ 'unknown/BAD_REQUEST': 5, 'ended/EXPELLED': 3 });
});

test('[L33] three strikes within a minute end a connection, in longer time they do not', async () => {
  const dispatch = dispatchTo(() => Promise.resolve(ok({})));
  for (let i = 0; i < 5; i++) {
    await send(dispatch, 'room:leave', null);
    timers.advance(30_000);
  }
  expect(expelled).toBe(0);
  await send(dispatch, 'room:leave', null);
  await send(dispatch, 'room:leave', null);
  expect(expelled).toBe(1);
});
