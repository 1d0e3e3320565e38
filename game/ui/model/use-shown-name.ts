import { aliasing } from '../../settings/aliases.ts';
import { useMessages, useUi } from './ui-context.ts';

/** How a name that stands in no room is shown: as it is, or another one while others watch the screen. */
export function useShownName(): (name: string) => string {
  const { settings } = useUi();
  const { common } = useMessages();
  return aliasing(settings.value, common.player) ?? ((name) => name);
}
