import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SettingsStore } from '../../settings/settings-store.ts';

/**
 * [L177] True in the first quick match of a person that others could see the address of, until it is put away or the room
 * is left. It is told once.
 */
export function meetStrangers(
  quick: ReadonlySignal<object | null>,
  settings: SettingsStore,
): Signal<boolean> {
  const isNew = signal(false);
  const isQuick = () => quick.value !== null;
  effect(() => {
    if (!isQuick()) {
      isNew.value = false;
      return;
    }
    const { told, hideAddress, streamer } = settings.settings.value;
    if (told.includes('address') || hideAddress || streamer) return;
    isNew.value = true;
    settings.update({ told: [...told, 'address'] });
  });
  return isNew;
}
