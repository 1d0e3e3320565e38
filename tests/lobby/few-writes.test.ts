import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { RoomConnection } from '../../game/net/connect-room.ts';
import { fakeLinks } from '../links/fake-link.ts';
import { LobbyUnderTest, value } from './lobby-under-test.ts';

const ACCEPTED = 'net.server.socket';
const SDP = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';

let lobby: LobbyUnderTest;
afterEach(() => lobby.end());

type Count = { writes: number; texts: string[] };

/** Counts what a server of this process asks of the kernel, by connection, and keeps what is one string. */
function countWrites(): { readonly counts: readonly Count[]; stop(): void } {
  const counts: Count[] = [];
  const watch = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    const count: Count = { writes: 0, texts: [] };
    counts.push(count);
    for (const name of ['_write', '_writev'] as const) {
      const write = socket[name]!.bind(socket) as (...all: unknown[]) => void;
      Object.assign(socket, {
        [name]: (...all: unknown[]) => {
          count.writes += 1;
          if (typeof all[0] === 'string') count.texts.push(all[0]);
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
    expect(counts).toMatchObject([{ writes: 2 }]);
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
    expect(counts).toMatchObject([{ writes: 2 }]);
  } finally {
    stop();
  }
});

test('[L170] [L146] candidates of our game reach the other page in one write of one string', async () => {
  const { counts, stop } = countWrites();
  try {
    lobby = await LobbyUnderTest.start();
    const [ada, ben] = [lobby.client(), lobby.client()];
    const { room } = value(await ada.createRoom('Ada'));
    const joined = value(await ben.joinRoom(room.code, 'Ben'));
    const heard: unknown[] = [];
    ada.watchRoom({ onRoom: () => {}, onEnd: () => {}, onSignal: (signal) => heard.push(signal) });
    const { makeLink, made } = fakeLinks();
    const connection = new RoomConnection(ben, joined, { makeLink });
    lobby.alsoEnd(() => connection.close());
    const description = { type: 'offer', sdp: SDP } as const;
    const candidate = { type: 'candidate', candidate: 'c', sdpMid: '0', sdpMLineIndex: 0 } as const;
    await expect.poll(() => made).toHaveLength(1);
    for (const signal of [description, candidate, candidate]) made[0]!.setup.onSignal(signal);
    await expect.poll(() => JSON.stringify(heard)).toContain('candidates');
    const texts = counts.flatMap((count) => count.texts).join(' ');
    expect(texts.match(/"candidate":"c"/g)).toHaveLength(2);
    expect(texts).toContain('m=application');
  } finally {
    stop();
  }
});
