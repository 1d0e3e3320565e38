import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, test } from 'vitest';
import { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { value } from './lobby-under-test.ts';

const CODE = 'PVX7Q2';

/** Ada's room, with as many changes behind it. */
function roomAt(revision: number, isBobOnline: boolean) {
  const member = { name: 'Ada', id: 'ada', session: 1, pageNumber: 0, online: true };
  const bob = { name: 'Bob', id: 'bob', session: 2, pageNumber: 1, online: isBobOnline };
  const members = [member, bob];
  return { code: CODE, sequencer: 'ada', max: 4, quick: false, revision, members };
}

function joinedAt(revision: number) {
  const ice = { servers: [], lifetimeS: 0 };
  return { ok: true, value: { self: 'ada', room: roomAt(revision, false), ice, relay: true } };
}

test('[L13] a state of the room that overtakes the answer to a return is not forgotten for it', async () => {
  const http = createServer();
  const io = new Server(http);
  io.on('connection', (socket) => {
    socket.on('room:create', (_: unknown, answer: (reply: object) => void) => answer(joinedAt(1)));
    socket.on('room:resume', (_: unknown, answer: (reply: object) => void) => {
      socket.emit('room:state', roomAt(3, true));
      answer(joinedAt(2));
    });
  });
  await new Promise<void>((resolve) => {
    http.listen(0, resolve);
  });
  const client = new LobbyClient({
    url: `http://localhost:${(http.address() as AddressInfo).port}`,
  });
  try {
    value(await client.createRoom('Ada'));
    client.wake();
    await expect.poll(() => client.isUnsure).toBe(false);
    expect(client.joined?.room).toMatchObject({ revision: 3 });
    // A new connection may be one to a lobby that knows less.
    client.suspend();
    await expect.poll(() => client.joined?.room.revision).toBe(3);
  } finally {
    client.close();
    await io.close();
  }
});
