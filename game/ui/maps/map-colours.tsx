import type { MapCard } from '../model/map-model.ts';
import { SettingToggle } from '../controls/setting-fields.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** [V23] Whether a community map is shown as its author drew it: remembered for each map. */
export function MapColours({ card }: { readonly card: MapCard | null }) {
  const { settings } = useUi();
  const { maps } = useMessages();
  if (card === null || card.colours === null) return null;
  const change = (own: boolean) => {
    const others = settings.value.houseMaps.filter((id) => id !== card.id);
    settings.update({ houseMaps: own ? others : [...others, card.id] });
  };
  return <SettingToggle label={maps.ownColours} value={card.colours === 'own'} onChange={change} />;
}
