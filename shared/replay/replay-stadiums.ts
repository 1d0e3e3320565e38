import { contentHash } from '../base/content-hash.ts';
import type { ArenaSource } from '../room/world.ts';
import { readMoment } from './playable-moment.ts';
import { StadiumCollection } from '../stadium/stadium-collection.ts';
import type { Replay } from '../wire/replay-file.ts';

/** [P3] The stadiums to play a replay on; null when a text is no stadium or not what it is called. */
export function replayArenas({ stadiums }: Replay): ArenaSource | null {
  const collection = new StadiumCollection(readMoment);
  for (const { id, text } of stadiums) {
    if (contentHash(text) !== id || !collection.add(text).ok) return null;
  }
  return collection.arena;
}
