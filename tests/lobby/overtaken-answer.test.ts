import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { expect, test } from 'vitest';
import { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { roomEnd, value } from './lobby-under-test.ts';

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

type Answer = (reply: object) => void;

/** A page at a lobby that says what it is told to say, in that order. */
async function meet(
  serve: (socket: Socket) => void,
  run: (client: LobbyClient) => Promise<void>,
): Promise<void> {
  const http = createServer();
  const io = new Server(http);
  io.on('connection', serve);
  await new Promise<void>((resolve) => {
    http.listen(0, resolve);
  });
  const { port } = http.address() as AddressInfo;
  const client = new LobbyClient({ url: `http://localhost:${port}` });
  try {
    await run(client);
  } finally {
    client.close();
    await io.close();
  }
}

test('[L13] a state of the room that overtakes the answer to a return is not forgotten for it', async () => {
  const serve = (socket: Socket): void => {
    socket.on('room:create', (_: unknown, answer: Answer) => answer(joinedAt(1)));
    socket.on('room:resume', (_: unknown, answer: Answer) => {
      socket.emit('room:state', roomAt(3, true));
      answer(joinedAt(2));
    });
  };
  await meet(serve, async (client) => {
    value(await client.createRoom('Ada'));
    client.wake();
    await expect.poll(() => client.isUnsure).toBe(false);
    expect(client.joined?.room).toMatchObject({ revision: 3 });
    // A new connection may be one to a lobby that knows less.
    client.suspend();
    await expect.poll(() => client.joined?.room.revision).toBe(3);
  });
});

test('[L12] a page whose place is taken before the answer to its coming is there asks, and is out', async () => {
  const serve = (socket: Socket): void => {
    socket.on('room:join', (_: unknown, answer: Answer) => {
      socket.emit('room:gone', { code: CODE, why: 'REPLACED' });
      answer(joinedAt(1));
    });
    socket.on('room:resume', (_: unknown, answer: Answer) =>
      answer({ ok: false, code: 'REPLACED' }),
    );
  };
  await meet(serve, async (client) => {
    const ended = roomEnd(client);
    value(await client.joinRoom(CODE as RoomCode, 'Ada'));
    expect(await ended).toBe('replaced');
    expect(client.joined).toBe(null);
  });
});

test('[L12] a place that was over before is no reason to leave the next one', async () => {
  let asked = 0;
  const serve = (socket: Socket): void => {
    socket.on('room:join', (_: unknown, answer: Answer) => {
      socket.emit('room:gone', { code: CODE, why: 'EXPIRED' });
      answer(joinedAt(1));
    });
    socket.on('room:resume', (_: unknown, answer: Answer) => {
      asked += 1;
      answer(joinedAt(2));
    });
  };
  await meet(serve, async (client) => {
    value(await client.joinRoom(CODE as RoomCode, 'Ada'));
    await expect.poll(() => client.joined?.room.revision).toBe(2);
    expect(asked).toBe(1);
  });
});
