import { afterEach, expect, test } from 'vitest';
import type { GuestStore } from '../../game/net/lobby/guest-store.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { Room } from '../../shared/lobby/room.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { seededRandom } from './hostile/seeded-random.ts';
import { LobbyUnderTest, roomWhere, value } from './lobby-under-test.ts';

/** How often somebody loses the lobby, or comes as a page that was loaded anew. */
const RECONNECTS = Number(process.env['PEERBALL_RECONNECTS'] ?? 120);
const SEED = Number(process.env['PEERBALL_SEED'] ?? 1);
const ROOMS = 6;
const MEMBERS = 4;
/** ms until a pulled cable is seen, and what a busy machine adds. */
const CABLE_MS = 18_000;
const BUSY_MS = 1000;
/** A page that a busy machine loads anew is back by then: it is no newcomer. */
const BYE_MS = 30_000;

const STEP = { timeout: 30_000 };
const ALL_IN_TIME = { timeout: 120_000 + RECONNECTS * 200 };

let lobby: LobbyUnderTest;

afterEach(() => lobby.end());

/** A tab: its pages come and go, its guest stays. */
class Tab {
  readonly name: string;
  readonly guests: GuestStore;
  client!: LobbyClient;
  cable!: CutProxy;
  #watch: (room: Room) => void;

  constructor(name: string, watch: (room: Room) => void) {
    let held: string | null = null;
    this.name = name;
    this.#watch = watch;
    this.guests = { load: () => held, save: (guest) => void (held = guest) };
  }

  /** A page of this tab, on a cable of its own. */
  async load(): Promise<LobbyClient> {
    const cable = new CutProxy(() => lobby.server.port);
    const url = await cable.listen();
    lobby.alsoEnd(() => cable.close());
    const client = lobby.client({ url, guests: this.guests });
    client.watchRoom({ onRoom: (room) => this.#watch(room), onSignal: () => {}, onEnd: () => {} });
    this.cable = cable;
    this.client = client;
    return client;
  }

  async loadAnew(goodbye: (client: LobbyClient, cable: CutProxy) => void): Promise<void> {
    const { client, cable, name } = this;
    const { code } = client.joined!.room;
    goodbye(client, cable);
    value(await (await this.load()).joinRoom(code, name));
  }
}

type Mishap = (tab: Tab) => void | Promise<void>;

const MISHAPS: readonly Mishap[] = [
  ({ cable }) => cable.cut(),
  ({ client }) => client.suspend(),
  ({ client }) => client.wake(),
  (tab) => tab.loadAnew((client) => client.depart()),
  // The lobby has its connection for up to 18 s from now on.
  (tab) => tab.loadAnew((_, cable) => cable.freeze()),
  // Two pages of one guest at once: a tab that was doubled.
  (tab) => tab.loadAnew(() => {}),
  async ({ client, name }) => {
    const { code } = client.joined!.room;
    await Promise.all([client.joinRoom(code, name), client.joinRoom(code, name)]);
  },
];

function isWhole({ members }: Room): boolean {
  return members.length === MEMBERS && members.every(({ online }) => online);
}

test(
  `[L12] [L13] [L15] ${RECONNECTS} reconnects (seed ${SEED}): nobody is there twice, and ghosts go in time`,
  ALL_IN_TIME,
  async () => {
    const random = seededRandom(SEED);
    lobby = await LobbyUnderTest.start({ times: { byeGraceMs: BYE_MS } });
    const twice: string[] = [];
    const watch = ({ members }: Room): void => {
      for (const what of ['id', 'name', 'session', 'pageNumber'] as const) {
        const all = members.map((member) => member[what]);
        if (new Set(all).size < all.length) twice.push(`${what} of ${all.join(', ')}`);
      }
      if (members.length > MEMBERS) twice.push(`${members.length} members`);
    };
    const rooms: Tab[][] = [];
    for (let room = 0; room < ROOMS; room++) {
      const tabs = Array.from({ length: MEMBERS }, (_, at) => new Tab(`P${at}`, watch));
      const { code } = value(await (await tabs[0]!.load()).createRoom('P0')).room;
      for (const tab of tabs.slice(1)) value(await (await tab.load()).joinRoom(code, tab.name));
      rooms.push(tabs);
    }
    const idsOf = (tabs: readonly Tab[]) => tabs.map(({ client }) => client.joined?.self);
    const before = rooms.map(idsOf);
    const everybody = rooms.flat();

    for (let done = 0; done < RECONNECTS;) {
      const some = everybody.filter(() => random() < 0.5).slice(0, RECONNECTS - done);
      done += some.length;
      await Promise.all(some.map((tab) => MISHAPS[Math.floor(random() * MISHAPS.length)]!(tab)));
      await expect
        .poll(
          () => everybody.filter(({ client }) => client.isOnline && !client.isUnsure).length,
          STEP,
        )
        .toBe(everybody.length);
      await expect
        .poll(() => everybody.filter(({ client }) => isWhole(client.joined!.room)).length, STEP)
        .toBe(everybody.length);
    }
    expect(rooms.map(idsOf)).toEqual(before);
    expect(await lobby.server.rooms()).toBe(ROOMS);

    const pulled = rooms[0]!;
    const cableMs = after(pulled[1]!, ({ members }) => members.some(({ online }) => !online));
    pulled[0]!.cable.freeze();
    // By then the lobby has given up on every connection that was left behind.
    const ghostMs = await cableMs;
    expect(twice).toEqual([]);
    for (const tabs of rooms.slice(1)) {
      expect(idsOf(tabs)).toEqual(before[rooms.indexOf(tabs)]);
      expect(isWhole(tabs[0]!.client.joined!.room)).toBe(true);
    }
    process.stdout.write(
      `${RECONNECTS} reconnects, ${twice.length} members twice; a pulled cable was seen after ${ghostMs} ms\n`,
    );
    expect(ghostMs).toBeLessThan(CABLE_MS + BUSY_MS);
  },
);

/** ms until this tab hears of a room that fits. */
async function after({ client }: Tab, fits: (room: Room) => boolean): Promise<number> {
  const startMs = performance.now();
  await roomWhere(client, fits);
  return Math.round(performance.now() - startMs);
}
