import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { LobbyUnderTest } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';
import type { Comer, CrowdLobby, Near, Ways } from './quick-crowd.ts';

/** A real server and a real client for each person, on a clock that is wound by hand. */
export class CrowdOverSockets implements CrowdLobby {
  readonly #lobby: LobbyUnderTest;
  readonly #timers: ManualTimers;
  readonly #clients = new Map<string, LobbyClient>();
  readonly #moves: (() => Promise<unknown>)[] = [];

  static async start(): Promise<CrowdOverSockets> {
    const timers = new ManualTimers();
    return new CrowdOverSockets(await LobbyUnderTest.start({ timers }), timers);
  }

  private constructor(lobby: LobbyUnderTest, timers: ManualTimers) {
    this.#lobby = lobby;
    this.#timers = timers;
  }

  async near({ name, known: { hand, skill } }: Comer): Promise<readonly Near[]> {
    const client = this.#lobby.client({ guests: { load: () => null, save: () => {} } });
    this.#clients.set(name, client);
    const answer = await client.line.ask('queue:near', { hand, skill });
    const codes = answer.ok ? answer.value.codes : [];
    return codes.flatMap((code) => {
      const host = [...this.#clients].find(([, { joined }]) => isHostOf(joined, code));
      return host === undefined ? [] : [{ code, host: host[0] }];
    });
  }

  async play({ name, known }: Comer, ways: Ways): Promise<RoomCode | null> {
    const client =
      this.#clients.get(name) ??
      this.#lobby.client({ guests: { load: () => null, save: () => {} } });
    client.watchRoom({
      onRoom: () => {},
      onSignal: () => {},
      onEnd: () => {},
      onMatch: ({ code }) => {
        if (code !== client.joined?.room.code) this.#moves.push(() => client.joinRoom(code, name));
      },
    });
    const joined = await client.joinQuick({ name, ...known, ways });
    if (!joined.ok) return null;
    this.#clients.set(name, client);
    return joined.value.room.code;
  }

  async leave({ name }: Comer): Promise<void> {
    this.#clients.get(name)?.close();
    this.#clients.delete(name);
  }

  async pass(ms: number): Promise<void> {
    this.#timers.advance(ms);
    await this.#hear();
    for (const move of this.#moves.splice(0)) await move();
    await this.#hear();
  }

  async rooms(): Promise<readonly (readonly string[])[]> {
    const rooms = new Map<RoomCode, readonly string[]>();
    for (const { joined } of this.#clients.values()) {
      if (joined !== null)
        rooms.set(
          joined.room.code,
          joined.room.members.map(({ name }) => name),
        );
    }
    return [...rooms.values()];
  }

  end(): Promise<void> {
    return this.#lobby.end();
  }

  /** Whatever was on its way to those who are alone has come when something newer is answered. */
  async #hear(): Promise<void> {
    const alone = [...this.#clients.values()].filter(
      ({ joined }) => joined === null || joined.room.members.length === 1,
    );
    const wrong = { code: '222222' as RoomCode };
    await Promise.all(alone.map((client) => client.closeToQueue(wrong.code)));
  }
}

/** The first member is the host of a quick room, until it goes and the next one is. */
function isHostOf(joined: JoinedRoom | null, code: RoomCode): boolean {
  return joined?.room.code === code && joined.room.members[0]?.id === joined.self;
}
