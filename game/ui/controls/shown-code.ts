import { formatRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';
import { useUi } from '../model/ui-context.ts';

/** What stands for a code that those who watch the screen may not read. */
export const HIDDEN_CODE = '•••-•••';

/** How a code of a room is written here: not at all while others watch the screen. */
export function useShownCode(): (code: RoomCode) => string {
  const { streamer } = useUi().settings.value;
  return streamer ? () => HIDDEN_CODE : formatRoomCode;
}
