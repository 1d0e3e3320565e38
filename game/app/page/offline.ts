import type { ReadonlySignal, Signal } from '@preact/signals';
import { keepOffline } from '../../offline/keep-offline.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { makeHomeNotes } from '../../ui/home/home-notes.tsx';
import type { HomeNotes } from '../../ui/model/notices-model.ts';
import { keepForOffline, type KeptPage, type OfflineOutcome } from './keep-for-offline.ts';
import type { InstallEvent } from './install-event.ts';
import { linkManifest, offerInstall } from './install-offer.ts';

export type OfflinePage = KeptPage & {
  readonly settings: Pick<SettingsStore, 'settings' | 'update'>;
  readonly installEvent: Signal<InstallEvent | null>;
  /** The server does not answer. */
  readonly isAway: ReadonlySignal<boolean>;
};

/** What home says of a server that is away, and of a game that can be installed. */
export function notesOf({ settings, installEvent, isAway }: OfflinePage): HomeNotes {
  return makeHomeNotes(isAway, offerInstall(installEvent, settings, navigator));
}

/** Has the game kept for when there is no server, and tells the browser that it can be installed. */
export function keepGame(page: OfflinePage): Promise<OfflineOutcome> {
  linkManifest(document);
  return keepForOffline(page, keepOffline);
}
