import { computed, type Signal } from '@preact/signals';
import type { Settings } from '../../settings/settings.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { InstallView } from '../../ui/model/notices-model.ts';
import type { InstallEvent } from './install-event.ts';

const MANIFEST = '/manifest.webmanifest';

/**
 * Names the file that says what the game is like when it is installed, from which browsers tell whether it can be.
 * They fetch it as soon as it is named: in the page itself it would be one request more before the first match.
 */
export function linkManifest(page: Document): void {
  const link = page.createElement('link');
  link.rel = 'manifest';
  link.href = MANIFEST;
  page.head.append(link);
}

/** As much of a navigator as tells whether a person installs by hand. */
export type InstallNavigator = {
  /** Only where pages are put on the home screen by hand, as on iOS: is this one of those? */
  readonly standalone?: unknown;
  /** Every browser has it. */
  readonly onLine?: boolean;
};

/**
 * Offers to install the game to those who have played, until they do or do not want to be asked. Where
 * the browser lets no page ask, and has a way of its own, it says that way.
 */
export function offerInstall(
  event: Signal<InstallEvent | null>,
  settings: Pick<SettingsStore, 'settings' | 'update'>,
  { standalone }: InstallNavigator,
): InstallView {
  const isByHand = standalone === false;
  return {
    isByHand,
    isOffered: computed(() => (event.value !== null || isByHand) && wants(settings.settings.value)),
    accept: () => {
      // A browser may be asked once.
      void event.value?.prompt();
      event.value = null;
    },
    refuse: () => settings.update({ offerInstall: false }),
  };
}

function wants({ offerInstall: isWanted, isNamed, lessons }: Settings): boolean {
  return isWanted && (isNamed || lessons > 0);
}
