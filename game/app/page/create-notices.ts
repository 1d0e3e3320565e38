import { mapOk } from '../../../shared/base/result.ts';
import type { ReadonlySignal } from '@preact/signals';
import type { HomeNotes, NoticesView } from '../../ui/model/notices-model.ts';
import type { PageParts } from './page-parts.ts';

/** What the menus tell of the parts behind them, and how they ask for those that are theirs. */
export function createNotices(
  { loader, desk, isOutdated }: PageParts,
  home: ReadonlySignal<HomeNotes | null>,
): NoticesView {
  return {
    isOutdated,
    home,
    missing: desk.missing,
    retry: desk.retry,
    dismiss: desk.dismiss,
    loadSettings: async () =>
      mapOk(await loader.load('settings-groups'), (part) => part.SettingsGroups),
    loadPracticeForm: async () =>
      mapOk(await loader.load('practice-form'), (part) => part.PracticeForm),
    loadBadgeForm: async () => mapOk(await loader.load('badge-form'), (part) => part.BadgeForm),
    loadSaveResult: async () =>
      mapOk(await loader.load('save-result'), ({ saveResult }) => saveResult),
    loadQr: async () => mapOk(await loader.load('draw-qr'), ({ drawQr }) => drawQr),
  };
}
