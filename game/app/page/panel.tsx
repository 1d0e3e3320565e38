import type { PanelPlace } from '../../ui/model/panel-model.ts';
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
