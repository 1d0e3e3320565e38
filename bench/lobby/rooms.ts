import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import { QUIET_CARD } from '../../tests/lobby/listings.ts';
import { SocketIoPage } from './bench-page.ts';
import { BenchServer } from './bench-server.ts';

/** What the lobby alone can do. CPU time in ms is that of the server. */
export type RoomCosts = {
  readonly joinsPerSecond: number;
  /** Of a room that is opened, while there are as many as asked for. */
  readonly createCpuMs: number;
  readonly joinCpuMs: number;
  /** Of a page of the list, with all these rooms in it. */
  readonly listCpuMs: number;
};

const AT_ONCE = 25;
const LISTS_OF_PAGE = 20;

/** Opens so many public rooms, has as many strangers join them, and each of these read the list. */
export async function measureRooms(rooms: number): Promise<RoomCosts> {
  const server = await BenchServer.start('peerball');
  const pages: SocketIoPage[] = [];
  try {
    const open = async (): Promise<SocketIoPage> => {
      const page = new SocketIoPage('peerball', server.port);
      await page.opened;
      pages.push(page);
      return page;
    };
    const hosts = await each(rooms, open);
    const guests = await each(rooms, open);
    let before = await server.cpuMs();
    const lap = async (): Promise<number> => {
      const now = await server.cpuMs();
      const spent = now - before;
      before = now;
      return spent;
    };
    const codes = await each(rooms, async (at) => (await hosts[at]!.createRoom()).room.code);
    const createCpuMs = (await lap()) / rooms;
    await each(rooms, async (at) => {
      const code = codes[at]!;
      const access = { ...OPEN_ACCESS, visibility: 'public' };
      await hosts[at]!.ask('room:access', { code, access });
      await hosts[at]!.ask('room:card', { code, card: QUIET_CARD });
    });
    await lap();
    const startMs = performance.now();
    await each(rooms, (at) => guests[at]!.joinRoom(codes[at]!));
    const joinsPerSecond = (rooms / (performance.now() - startMs)) * 1000;
    const joinCpuMs = (await lap()) / rooms;
    await each(rooms, async (at) => {
      for (let turn = 0; turn < LISTS_OF_PAGE; turn++) {
        await guests[at]!.ask('list:get', { from: null });
      }
    });
    const listCpuMs = (await lap()) / (rooms * LISTS_OF_PAGE);
    return { joinsPerSecond, createCpuMs, joinCpuMs, listCpuMs };
  } finally {
    for (const page of pages) page.close();
    await server.end();
  }
}

/** Does it `count` times, some at once. */
async function each<Value>(count: number, act: (at: number) => Promise<Value>): Promise<Value[]> {
  const done: Value[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => act(from + at));
    done.push(...(await Promise.all(some)));
  }
  return done;
}
