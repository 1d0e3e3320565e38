import { LobbyClient } from '../../game/net/lobby-client.ts';
import { parseRoomCode } from '../../shared/lobby/ids.ts';

/**
 * Takes places in a room with members that talk to the lobby and to nobody else. Returns how to
 * let them go.
 */
export async function takePlaces(url: string, shownCode: string, count: number) {
  const code = parseRoomCode(shownCode);
  if (code === null) throw new Error(`not a room code: ${shownCode}`);
  const guests = Array.from({ length: count }, () => new LobbyClient({ url, guests: forgetful() }));
  for (const [index, guest] of guests.entries()) {
    const answer = await guest.joinRoom(code, `Guest ${index}`);
    if (!answer.ok) throw new Error(`place ${index} was refused: ${answer.error.code}`);
  }
  return () => {
    for (const guest of guests) guest.close();
  };
}

/** Each is somebody else. */
function forgetful() {
  return { load: () => null, save: () => {} };
}
