import { expect, test } from 'vitest';
import { Entry } from './entry.ts';
import type { RemotePeer } from './remote-peer.ts';

const MINUTES_MS = 10 * 60_000;

function setUp() {
  const reach = { isOut: false };
  const stadiums = { heardAtMs: 0 };
  const entry = new Entry({ name: 'Ben', stadiums, isOutOfReach: () => reach.isOut });
  /** Why it ends between these times, seen once a second. */
  const wait = (fromMs: number, toMs: number, host?: RemotePeer): string | null => {
    for (let nowMs = fromMs; nowMs <= toMs; nowMs += 1000) {
      const failure = entry.findFailure(nowMs, host);
      if (failure !== null) return `${failure.reason} at ${nowMs}`;
    }
    return null;
  };
  return { reach, entry, wait };
}

/** A host whose channel is open, heard last at that time. */
function hostHeardAt(lastHeardMs: number): RemotePeer {
  const channel = { isReady: true, meter: { lastHeardMs }, sendControl: () => {} };
  return { channel } as unknown as RemotePeer;
}

test('[L74] a way that is not found while the host is there is none', () => {
  const { wait } = setUp();
  expect(wait(0, 60_000)).toBe('link-failed at 26000');
});

test('[L74] time in which the host is away does not count, however long that is', () => {
  const { reach, wait } = setUp();
  reach.isOut = true;
  expect(wait(0, MINUTES_MS)).toBeNull();
  reach.isOut = false;
  expect(wait(MINUTES_MS, MINUTES_MS + 60_000)).toBe(`link-failed at ${MINUTES_MS + 26_000}`);
});

test('[L74] a host that goes away in the midst of it is waited for, and reached once more', () => {
  const { reach, entry, wait } = setUp();
  entry.ask(hostHeardAt(1000).channel, true, 1000);
  reach.isOut = true;
  expect(wait(2000, MINUTES_MS)).toBeNull();
  expect(entry.isReached).toBe(false);
  reach.isOut = false;
  expect(wait(MINUTES_MS, MINUTES_MS + 20_000)).toBeNull();
});

test('[L74] one that falls silent is not slow: the lobby has the time to find out that it is away', () => {
  const { entry, wait } = setUp();
  const host = hostHeardAt(1000);
  entry.ask(host.channel, true, 1000);
  expect(wait(2000, 60_000, host)).toBe('host-silent at 28000');
});

test('[L74] one that is heard and gives no world is slow', () => {
  const { entry } = setUp();
  entry.ask(hostHeardAt(0).channel, true, 0);
  expect(entry.findFailure(1000, hostHeardAt(1000))).toBeNull();
  expect(entry.findFailure(11_500, hostHeardAt(11_000))).toEqual({ reason: 'join-timeout' });
});
