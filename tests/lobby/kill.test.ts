import { afterAll, beforeAll, expect, test } from 'vitest';
import { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { BuiltFolder, type LobbyProcess, startLobbyProcess } from './lobby-process.ts';
import { value } from './lobby-under-test.ts';

const ROOMS = 250;
const AT_ONCE = 25;
const PATIENCE = { timeout: 120_000 };
/** ms until 99 of 100 are back where members, cables and lobby share two cores with other tests. */
const BACK_P99_MS = Number(process.env['PEERBALL_BACK_MS'] ?? 30_000);

let folder: BuiltFolder;
let lobby: LobbyProcess;
let cable: CutProxy;
const clients: LobbyClient[] = [];

beforeAll(async () => {
  folder = await BuiltFolder.make();
  lobby = await startLobbyProcess(folder);
}, PATIENCE.timeout);

afterAll(() => {
  for (const client of clients) client.close();
  cable.close();
  lobby.child.kill('SIGKILL');
  folder.remove();
});

/** Each connection from an address of its own, as people have them. */
function addresses(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `127.${1 + Math.floor(made / 62_500)}.${Math.floor(made / 250) % 250}.${1 + (made % 250)}`;
  };
}

type Member = { readonly client: LobbyClient; readonly before: JoinedRoom; readonly host: string };

async function openRoom(url: string, number: number): Promise<readonly Member[]> {
  const [host, guest] = [new LobbyClient({ url }), new LobbyClient({ url })];
  clients.push(host, guest);
  const { code } = value(await host.createRoom(`Host ${number}`)).room;
  const joined = value(await guest.joinRoom(code, `Guest ${number}`));
  // In every other room somebody else has become the host.
  if (number % 2 === 1) host.nameHost(code, joined.self);
  const hostId = number % 2 === 1 ? joined.self : host.joined!.self;
  for (const client of [host, guest]) {
    await expect.poll(() => client.access?.host).toBe(hostId);
    await expect.poll(() => client.joined?.room.members.length).toBe(2);
  }
  return [host, guest].map((client) => ({ client, before: client.joined!, host: hostId }));
}

async function openRooms(url: string): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (let from = 0; from < ROOMS; from += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, at) => from + at);
    members.push(...(await Promise.all(numbers.map((one) => openRoom(url, one)))).flat());
  }
  return members;
}

/** ms after `sinceMs` at which the lobby gave this page its place again. */
function backAfterMs(client: LobbyClient, sinceMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const stop = client.watchRoom({
      onRoom: () => {
        stop();
        resolve(performance.now() - sinceMs);
      },
      onSignal: () => {},
      onEnd: (end) => reject(new Error(`a seat was lost: ${end}`)),
    });
  });
}

const placeOf = ({ self, room }: JoinedRoom) => room.members.find(({ id }) => id === self)!;

test(
  `[L130] [L131] kill -9: ${ROOMS} rooms, ${2 * ROOMS} seats and all hosts are back by themselves`,
  PATIENCE,
  async () => {
    let { port } = lobby;
    cable = new CutProxy(() => port, addresses());
    const url = await cable.listen();
    const members = await openRooms(url);

    const killedMs = performance.now();
    const back = Promise.all(members.map(({ client }) => backAfterMs(client, killedMs)));
    lobby.child.kill('SIGKILL');
    await lobby.exit;
    lobby = await startLobbyProcess(folder, { PEERBALL_PORT: String(port) });
    ({ port } = lobby);
    const startedMs = performance.now() - killedMs;
    const times = (await back).sort((a, b) => a - b);

    const isHostKept = ({ client, host }: Member): boolean => client.access?.host === host;
    await expect.poll(() => members.filter(isHostKept).length).toBe(2 * ROOMS);
    const seats = members.filter(({ client, before }) => {
      const now = client.joined!;
      const [was, is] = [placeOf(before), placeOf(now)];
      const isSame = was.id === is.id && was.session === is.session && was.name === is.name;
      return isSame && was.pageNumber === is.pageNumber && now.room.code === before.room.code;
    });
    const rooms = new Set(seats.map(({ client }) => client.joined!.room.code));
    const isSequencerKept = ({ client, before }: Member): boolean =>
      client.joined!.room.sequencer === before.room.sequencer;
    const at = (share: number): number => Math.round(times[Math.ceil(share * times.length) - 1]!);
    process.stdout.write(
      `kill -9: ${rooms.size} of ${ROOMS} rooms, ${seats.length} of ${2 * ROOMS} seats, all hosts; ` +
        `back p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, last ${at(1)} ms, ` +
        `of which the lobby was away ${Math.round(startedMs)} ms\n`,
    );
    expect(rooms.size).toBe(ROOMS);
    expect(seats).toHaveLength(2 * ROOMS);
    expect(members.filter(isSequencerKept)).toHaveLength(2 * ROOMS);
    expect(at(0.99)).toBeLessThan(BACK_P99_MS);

    // The codes lead to the same rooms, for new friends as well.
    const friend = new LobbyClient({ url });
    clients.push(friend);
    const { room } = value(await friend.joinRoom(members[0]!.before.room.code, 'Friend'));
    expect(room.members.map(({ name }) => name)).toEqual(['Host 0', 'Guest 0', 'Friend']);
  },
);
