// What stands beside a match once it is wanted: the panel of a script, the quick lines. One part, because each is small.

import type { PanelPlace } from '../../ui/model/panel-model.ts';
import { Emotes } from '../../ui/chat/emotes.tsx';
import { QuickChatMenu } from '../../ui/chat/quick-menu.tsx';
import { PanelBox } from '../../ui/panel/panel-box.tsx';
import type { AppModel } from '../app-model.ts';
import type { FollowPanel } from '../panel/panel-door.ts';
import { PanelWatch } from '../panel/panel-watch.ts';

/** Has the panel of a script drawn, and gives what follows it: made once, it goes on with the page. */
export function createPanel(model: Pick<AppModel, 'panel'>): FollowPanel {
  const watch = new PanelWatch();
  const Box = ({ place }: { readonly place: PanelPlace }) => (
    <PanelBox view={watch} place={place} />
  );
  model.panel.value = { Box };
  return (session, nowMs) => watch.follow(session, nowMs);
}

/** Has the quick lines drawn where they are open, and emotes where they are shown. */
export function showQuickParts(model: Pick<AppModel, 'quickParts'>): void {
  model.quickParts.value = { Menu: QuickChatMenu, Emotes };
}
