import type { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { ReplayPlaces, Replays } from '../replay/replays.ts';
import type { PageParts } from './page-parts.ts';

/** Brings what keeps and shows replays; made once. Null where it does not come, which is said. */
export function bringReplays(
  { loader, desk }: Pick<PageParts, 'loader' | 'desk'>,
  stadiums: StadiumCollection,
  places: ReplayPlaces,
  settings: Pick<SettingsStore, 'value'>,
): () => Promise<Replays | null> {
  let made: Replays | null = null;
  const bring = async (): Promise<Replays | null> => {
    const part = await desk.need('replays', loader.load('replays'), () => void bring());
    if (part) made ??= part.createReplays(stadiums, places, settings);
    return made;
  };
  return bring;
}
