import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Literal } from '../controls/literal.tsx';
import type { MapOffer, MapsView } from '../model/map-model.ts';
import { MapPicture } from './map-picture.tsx';
import { useMessages } from '../model/ui-context.ts';
import { useFirstFocus } from '../controls/use-first-focus.ts';

type Props = {
  readonly offer: MapOffer;
  readonly maps: MapsView;
  readonly onTaken: () => void;
};

/** What was loaded, before anybody else sees it: the map, or why it is none. */
export function MapOfferCard({ offer, maps, onTaken }: Props) {
  const { maps: words } = useMessages();
  const first = useFirstFocus(offer);
  if (offer.state === 'refused') {
    return (
      <section class="map-offer" data-testid="map-problems">
        <p class="notice" role="alert">
          <Icon name="warning" />
          {words.refused(offer.name)}
        </p>
        <ul class="map-problems" lang="en">
          {offer.problems.map(({ path, message }, index) => (
            <li key={index}>
              {path !== '' && <code translate={false}>{path}</code>} {message}
            </li>
          ))}
        </ul>
        <Button onClick={maps.dismiss} buttonRef={first}>
          {words.back}
        </Button>
      </section>
    );
  }
  const { card } = offer;
  const take = () => {
    maps.take();
    onTaken();
  };
  return (
    <section class="map-offer" data-testid="map-offer">
      <MapPicture card={card} />
      <h3>
        <Literal>{card.name}</Literal>
      </h3>
      <p>
        {words.size(card.width, card.height)} · {words.discs(card.discs)}
      </p>
      <p class="hint">{words.takeHint}</p>
      <div class="row">
        <Button kind="primary" icon="check" onClick={take} buttonRef={first} testId="take-map">
          {words.take}
        </Button>
        <Button onClick={maps.dismiss}>{words.back}</Button>
      </div>
    </section>
  );
}
