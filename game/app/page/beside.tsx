// What stands beside a match once it is wanted: the panel of a script, the quick lines. One part, because each is small.

import type { PanelPlace } from '../../ui/model/panel-model.ts';
import { Emotes } from '../../ui/chat/emotes.tsx';
import { QuickChatMenu } from '../../ui/chat/quick-menu.tsx';
import { PanelBox } from '../../ui/panel/panel-box.tsx';
import type { AppModel } from '../app-model.ts';
import type { FollowPanel } from '../panel/panel-door.ts';
import { PanelWatch } from '../panel/panel-watch.ts';

/** Has the panel of a script, quick lines and emotes drawn, and gives what follows the panel: made once. */
export function createBeside(model: Pick<AppModel, 'panel' | 'quickParts'>): FollowPanel {
  const watch = new PanelWatch();
  const Box = ({ place }: { readonly place: PanelPlace }) => (
    <PanelBox view={watch} place={place} />
  );
  model.panel.value = { Box };
  model.quickParts.value = { Menu: QuickChatMenu, Emotes };
  return (session, nowMs) => watch.follow(session, nowMs);
}
