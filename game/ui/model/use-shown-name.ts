import { aliasing } from '../../settings/aliases.ts';
import { useMessages, useUi } from './ui-context.ts';

/** How a name that stands in no room is shown: as it is, or another one of those who are muted, or while others watch the screen. */
export function useShownName(): (name: string) => string {
  const { settings, chat } = useUi();
  const { common } = useMessages();
  return aliasing(settings.value, chat.muted.value, common.player) ?? ((name) => name);
}
