import type { Visitor } from '../../lobby-server/rooms/visitor.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Comer, CrowdLobby, Near, Ways } from './quick-crowd.ts';
import { RoomsUnderTest, visitor } from './rooms-under-test.ts';

/** The server's rooms and queue without sockets: everybody does at once what it is told. */
export class CrowdInMemory implements CrowdLobby {
  readonly #lobby = new RoomsUnderTest();
  readonly #places = new Map<string, RoomCode>();
  #moved = 0;

  async near({ name, known }: Comer): Promise<readonly Near[]> {
    const { quick, rooms } = this.#lobby;
    const codes = quick.near(this.#visitor(name), known);
    const found = await Promise.all(codes.map((code) => rooms.find(code)));
    return found.flatMap((room) =>
      (room?.seats ?? [])
        .filter(({ id }) => id === room?.host)
        .map(({ guest }) => ({ code: room!.code, host: guest as string })),
    );
  }

  async play({ name, known }: Comer, ways: Ways): Promise<RoomCode | null> {
    const code = await this.#lobby.play(this.#visitor(name), { ...known, ways });
    const room = await this.#lobby.rooms.find(code as RoomCode);
    if (room === null) return null;
    this.#places.set(name, room.code);
    return room.code;
  }

  async leave({ name }: Comer): Promise<void> {
    const code = this.#places.get(name);
    this.#places.delete(name);
    if (code !== undefined) await this.#lobby.rooms.leave(this.#visitor(name), code);
  }

  async pass(ms: number): Promise<void> {
    this.#lobby.timers.advance(ms);
    for (const { guest, from, to } of this.#lobby.moves.splice(0)) {
      const who = this.#visitor(guest);
      const request = { nonce: `move ${this.#moved++}`, name: guest, code: to };
      const joined = await this.#lobby.rooms.join(who, request);
      if (!joined.ok) continue;
      this.#places.set(guest, to);
      await this.#lobby.rooms.leave(who, from);
    }
  }

  async rooms(): Promise<readonly (readonly string[])[]> {
    const codes = [...new Set(this.#places.values())];
    const found = await Promise.all(codes.map((code) => this.#lobby.rooms.find(code)));
    return found.map((room) => (room?.seats ?? []).map(({ guest }) => guest as string));
  }

  #visitor(name: string): Visitor {
    return visitor(name);
  }
}
