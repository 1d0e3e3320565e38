import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { LobbyUnderTest } from './lobby-under-test.ts';

const ACCEPTED = 'net.server.socket';

let lobby: LobbyUnderTest;
afterEach(() => lobby.end());

/** Counts what a server of this process asks of the kernel, by connection. */
function countWrites(): { readonly counts: readonly { writes: number }[]; stop(): void } {
  const counts: { writes: number }[] = [];
  const watch = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    const count = { writes: 0 };
    counts.push(count);
    for (const name of ['_write', '_writev'] as const) {
      const write = socket[name]!.bind(socket) as (...all: unknown[]) => void;
      Object.assign(socket, {
        [name]: (...all: unknown[]) => {
          count.writes += 1;
          write(...all);
        },
      });
    }
  };
  subscribe(ACCEPTED, watch);
  return { counts, stop: () => unsubscribe(ACCEPTED, watch) };
}

test('[L6] a page that connects is answered in two writes', async () => {
  const { counts, stop } = countWrites();
  try {
    lobby = await LobbyUnderTest.start();
    const page = lobby.raw();
    await new Promise((resolve) => page.once('welcome', resolve));
    expect(page.connected).toBe(true);
    expect(counts).toEqual([{ writes: 2 }]);
  } finally {
    stop();
  }
});

test('[L6] a page of another version is answered in two writes', async () => {
  const { counts, stop } = countWrites();
  try {
    lobby = await LobbyUnderTest.start();
    const page = lobby.raw({ lobbyVersion: 1 });
    await new Promise((resolve) => page.once('connect_error', resolve));
    expect(counts).toEqual([{ writes: 2 }]);
  } finally {
    stop();
  }
});
