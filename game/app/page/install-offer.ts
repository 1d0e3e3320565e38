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

/** Offers to install the game to those who have played, until they do or do not want to be asked. */
export function offerInstall(
  event: Signal<InstallEvent | null>,
  settings: Pick<SettingsStore, 'settings' | 'update'>,
): InstallView {
  return {
    isOffered: computed(() => event.value !== null && wants(settings.settings.value)),
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
