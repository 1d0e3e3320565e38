import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { InputBits } from '../../../shared/sim/input.ts';
import { isScriptHosted } from '../../../shared/room/room-state.ts';

/** Runs every tick. `session`: null outside of rooms with others; `held`: what this person holds. */
export type FollowPanel = (session: RoomSession | null, nowMs: number, held: InputBits) => void;

/**
 * The way to what stands beside a match: brings it to a page that comes into the first room of a script, or opens
 * the quick lines.
 *
 * @param bring gives what follows panels then; null where it is missing, which is said, and `retry` asks again
 * @param isWanted something else needs it
 */
export function followPanels(
  bring: (retry: () => void) => Promise<FollowPanel | null>,
  isWanted: () => boolean,
): FollowPanel {
  let follow: FollowPanel | null = null;
  let isAsked = false;
  const ask = async (): Promise<void> => {
    isAsked = true;
    follow = await bring(() => void ask());
  };
  return (session, nowMs, held) => {
    if (follow) follow(session, nowMs, held);
    else if (!isAsked && (isWanted() || (session && isScriptHosted(session.world.room))))
      void ask();
  };
}
