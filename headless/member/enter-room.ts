import { parseRoomCode, type RoomCode } from '../../shared/lobby/ids.ts';
import type { LobbyError, LobbyErrorCode } from '../../shared/lobby/lobby-error.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { KeptTexts } from '../feed/kept-texts.ts';
import type { RoomWish } from '../feed/room-feed.ts';

const CODE_KEY = 'room.code';
/** ms: between two attempts at a lobby that does not answer. */
const AGAIN_MS = 1_000;
/** The room of an earlier process is gone: another one is made. */
const GONE: ReadonlySet<LobbyErrorCode> = new Set(['NO_ROOM', 'REMOVED', 'FULL', 'LOCKED']);

export type EnterPorts = {
  readonly lobby: Pick<LobbyClient, 'createRoom' | 'rejoinRoom'>;
  readonly storage: KeptTexts;
  readonly log: (line: string) => void;
  readonly wait: (ms: number) => Promise<void>;
  /** True once the script wants no room any more. */
  readonly isOver: () => boolean;
};

/**
 * Comes back to the room that an earlier process had, by what that one kept, or makes a new one. Goes on
 * until the lobby answers or it is over; null when the lobby says that this program cannot play there.
 */
export async function enterRoom(ports: EnterPorts, wish: RoomWish): Promise<JoinedRoom | null> {
  const { storage, log, wait, isOver } = ports;
  while (!isOver()) {
    const code = parseRoomCode(storage.getItem(CODE_KEY));
    const answer = await (code ? rejoin(ports, code, wish) : create(ports, wish));
    if (answer.ok) {
      storage.setItem(CODE_KEY, answer.value.room.code);
      return answer.value;
    }
    const { error } = answer;
    if (code && GONE.has(error.code)) {
      log(`room ${code} is over (${error.code}), a new one is made`);
      storage.removeItem(CODE_KEY);
    } else if (error.code === 'VERSION') {
      log(`the lobby has another version of the game (${error.behind ?? 'one of them'} is behind)`);
      return null;
    } else {
      log(`the lobby says ${describe(error)}, asked again`);
      await wait(error.retryMs ?? AGAIN_MS);
    }
  }
  return null;
}

/** The next process makes a new room. */
export function forgetRoom(storage: KeptTexts): void {
  storage.removeItem(CODE_KEY);
}

function create({ lobby }: EnterPorts, { name, maxPlayers }: RoomWish) {
  return lobby.createRoom(name, maxPlayers + 1);
}

function rejoin({ lobby }: EnterPorts, code: RoomCode, { name, password }: RoomWish) {
  return lobby.rejoinRoom(code, name, password === null ? {} : { password });
}

function describe({ code }: LobbyError): string {
  return code === 'UNREACHABLE' || code === 'NO_ANSWER' ? `nothing (${code})` : code;
}
