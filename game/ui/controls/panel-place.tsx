import type { PanelPlace } from '../model/panel-model.ts';
import { useUi } from '../model/ui-context.ts';

/** Where the panel of a script stands, in a room that has one; what draws it is loaded by that. */
export function PanelBoxPlace({ place }: { readonly place: PanelPlace }) {
  const parts = useUi().model.panel.value;
  return parts ? <parts.Box place={place} /> : null;
}
