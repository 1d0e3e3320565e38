import { useLayoutEffect } from 'preact/hooks';
import { Dialog } from '../controls/dialog.tsx';
import { Icon } from '../controls/icon.tsx';
import { Literal } from '../controls/literal.tsx';
import type { MapCard, MapsView } from '../model/map-model.ts';
import { LoadRow } from './map-load.tsx';
import { MapOfferCard } from './map-offer.tsx';
import { MapPicture, useMapName } from './map-picture.tsx';
import { useMessages } from '../model/ui-context.ts';

type Props = { readonly maps: MapsView; readonly onClose: () => void };

/** The host's choice: six maps that everybody has, and those kept in this browser. */
export function MapDialog({ maps, onClose }: Props) {
  const { maps: words } = useMessages();
  useLayoutEffect(() => void maps.open(), []);
  const close = () => {
    maps.dismiss();
    onClose();
  };
  const offer = maps.offer.value;
  return (
    <Dialog title={words.choose} onClose={close} className="map-dialog" testId="map-dialog">
      {offer ? (
        <MapOfferCard offer={offer} maps={maps} onTaken={onClose} />
      ) : (
        <>
          <MapGrid label={words.builtIn} cards={maps.builtIn.value} maps={maps} onChosen={close} />
          {maps.own.value.length > 0 && (
            <MapGrid
              label={words.own}
              cards={maps.own.value}
              maps={maps}
              onChosen={close}
              mayRemove
            />
          )}
          {maps.gallery.value !== 'ok' && (
            <p class="notice" role="status">
              <Icon name="warning" />
              {maps.gallery.value === 'full' ? words.full : words.blocked}
            </p>
          )}
          <LoadRow maps={maps} />
        </>
      )}
    </Dialog>
  );
}

type GridProps = {
  readonly label: string;
  readonly cards: readonly MapCard[];
  readonly maps: MapsView;
  readonly onChosen: () => void;
  readonly mayRemove?: boolean;
};

function MapGrid({ label, cards, maps, onChosen, mayRemove = false }: GridProps) {
  const { maps: words } = useMessages();
  const nameOf = useMapName();
  const chosen = maps.chosen.value?.id;
  const choose = (id: string) => {
    void maps.choose(id);
    onChosen();
  };
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <ul class="map-grid">
        {cards.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              class="map-card"
              aria-pressed={card.id === chosen}
              data-testid="map-card"
              data-map={card.id}
              onClick={() => choose(card.id)}
            >
              <MapPicture card={card} />
              <Literal>{nameOf(card)}</Literal>
              <small>{words.size(card.width, card.height)}</small>
            </button>
            {mayRemove && (
              <button
                type="button"
                class="icon-button map-remove"
                aria-label={words.remove(nameOf(card))}
                onClick={() => void maps.remove(card.id)}
              >
                <Icon name="trash" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
