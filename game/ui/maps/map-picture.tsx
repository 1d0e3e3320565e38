import type { Messages } from '../../i18n/en/en.ts';
import type { MapCard } from '../model/map-model.ts';
import { useMessages } from '../model/ui-context.ts';

/** Decoration: the name stands beside it. */
export function MapPicture({ card }: { readonly card: MapCard }) {
  return <img class="map-picture" src={card.picture} alt="" width={320} height={180} />;
}

/** The built-in maps are named in the language of the page, others as their author did. */
export function useMapName(): (card: MapCard) => string {
  const { maps } = useMessages();
  return (card) => (isBuiltIn(maps.names, card.id) ? maps.names[card.id] : card.name);
}

function isBuiltIn(
  names: Messages['maps']['names'],
  id: string,
): id is keyof Messages['maps']['names'] & string {
  return Object.hasOwn(names, id);
}
