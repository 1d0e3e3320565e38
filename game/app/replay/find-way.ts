import { canPlayOn } from '../../../shared/replay/playable-moment.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { isScriptHosted, runsRoom } from '../../../shared/room/room-state.ts';
import { isStopped, type World } from '../../../shared/room/world.ts';
import type { PlayOnWay } from '../../ui/model/replays-model.ts';

/**
 * [V50] How a match can go on from a tick of a replay.
 *
 * @param session of the room that this person is in; null elsewhere
 * @param world the replay at that tick
 */
export function findWay(
  session: Pick<RoomSession, 'self' | 'world'> | null,
  world: Pick<World, 'match'>,
): PlayOnWay {
  if (session === null) return 'alone';
  const { room } = session.world;
  if (room.auto > 0 || isScriptHosted(room)) return 'never';
  if (session.self === null || !runsRoom(room, session.self)) return 'guest';
  return canPlayOn(world) && isStopped(session.world) ? 'room' : 'nothing';
}
