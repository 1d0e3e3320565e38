import type { OfflineOutcome } from './keep-for-offline.ts';
import type { OfflinePage } from './offline.ts';
import type { PageParts } from './page-parts.ts';
import type { HomeNotes } from '../../ui/model/notices-model.ts';

export type BringOfflinePorts = {
  readonly show: (notes: HomeNotes) => void;
  /** What became of the files of the game. */
  readonly tell: (outcome: OfflineOutcome) => void;
};

/** What the first step behind the menu needs goes first. */
const LATER_MS = 3000;

/**
 * Brings what keeps the game for when there is no server: a while after it began, or as soon as the
 * server is away. Where that part does not come nothing is said, since nobody asked for it; when the
 * server is away the next time it is tried again.
 */
export function bringOffline(
  { loader, isAway }: Pick<PageParts, 'loader' | 'isAway'>,
  page: OfflinePage,
  { show, tell }: BringOfflinePorts,
): void {
  let isBegun = false;
  const begin = async (): Promise<void> => {
    if (isBegun) return;
    isBegun = true;
    const part = await loader.load('offline');
    isBegun = part.ok;
    if (!part.ok) return;
    show(part.value.notesOf(page));
    tell(await part.value.keepGame(page));
  };
  page.timers.after(LATER_MS, () => void begin());
  isAway.subscribe((isNow) => {
    if (isNow) void begin();
  });
}
