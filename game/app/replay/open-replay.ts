import { fail, ok, type Result } from '../../../shared/base/result.ts';
import { replayArenas } from '../../../shared/replay/replay-stadiums.ts';
import { ReplayTrack } from '../../../shared/replay/replay-track.ts';
import type { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import { decodeReplay, MAX_REPLAY_BYTES, type Replay } from '../../../shared/wire/replay-file.ts';
import type { ReplayRefusal } from '../../ui/model/replays-model.ts';

/** [V6] Reads what somebody opened or dropped, or why it is none. A giant is not even read. */
export async function readFile(
  file: Blob,
): Promise<Result<Uint8Array<ArrayBuffer>, ReplayRefusal>> {
  if (file.size > MAX_REPLAY_BYTES) return fail('too-large');
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return fail('unreadable');
  }
}

/** Whatever the bytes are: a replay of this version, or why they are none. */
export function decode(bytes: Uint8Array): Result<Replay, ReplayRefusal> {
  const decoded = decodeReplay(bytes);
  if (!decoded.ok) return fail(decoded.error.type);
  return decoded.value.segments.length > 0 ? decoded : fail('broken');
}

/** @param stadiums gets the maps of the replay: they are drawn from it */
export function openTrack(
  replay: Replay,
  stadiums: Pick<StadiumCollection, 'add' | 'arena'>,
): Result<ReplayTrack, ReplayRefusal> {
  if (!replayArenas(replay)) return fail('bad-map');
  for (const { text } of replay.stadiums) stadiums.add(text);
  const track = ReplayTrack.open(replay, stadiums.arena);
  return track ? ok(track) : fail('broken');
}
