import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';

/** A match on this machine alone: it can stand still. */
export interface LocalSession extends RoomSession {
  /** While it is paused nothing moves, and the time is not made up for afterwards. */
  set isPaused(isPaused: boolean);
  /** Null when nobody has asked for the match. */
  readonly recorder: ReplayRecorder | null;
}
