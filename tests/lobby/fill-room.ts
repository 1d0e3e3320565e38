import { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { parseRoomCode } from '../../shared/lobby/ids.ts';
import { ROOM_MEMBERS_MAX } from '../../shared/base/room-limits.ts';

/**
 * Takes every free place in a room with members that talk to the lobby and to nobody else. Returns
 * how to let them go.
 */
export async function fillRoom(url: string, shownCode: string): Promise<() => void> {
  const code = parseRoomCode(shownCode);
  if (code === null) throw new Error(`not a room code: ${shownCode}`);
  const guests: LobbyClient[] = [];
  while (guests.length < ROOM_MEMBERS_MAX) {
    const guest = new LobbyClient({ url, guests: { load: () => null, save: () => {} } });
    guests.push(guest);
    const answer = await guest.joinRoom(code, `Guest ${guests.length}`);
    if (answer.ok) continue;
    if (answer.error.code !== 'FULL') throw new Error(`a place was refused: ${answer.error.code}`);
    return () => {
      for (const each of guests) each.close();
    };
  }
  throw new Error('the room took more members than a room may have');
}
