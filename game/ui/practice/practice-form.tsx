import '../styles/practice.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import {
  PRACTICE_LEVELS,
  PRACTICE_SIZES,
  type PracticeChoice,
} from '../../settings/practice-choice.ts';
import { Button } from '../controls/button.tsx';
import { Literal } from '../controls/literal.tsx';
import { useFirstFocus } from '../controls/use-first-focus.ts';
import { LoadRow } from '../maps/map-load.tsx';
import { MapOfferCard } from '../maps/map-offer.tsx';
import { MapPicture, useMapName } from '../maps/map-picture.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import type { MapCard, MapsView } from '../model/map-model.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Teams, level and map. What is chosen is remembered, and the next practice begins with it at once. */
export function PracticeForm() {
  const { model, actions, settings } = useUi();
  const { practice } = useMessages();
  const maps = model.maps.value;
  const start = useFirstFocus();
  const choice = settings.settings.value.practice;
  const change = (part: Partial<PracticeChoice>) =>
    settings.update({ practice: { ...settings.value.practice, ...part } });
  const offer = maps?.offer.value ?? null;
  if (maps && offer) {
    const take = () => {
      if (offer.state === 'shown') change({ stadium: offer.card.id });
    };
    return <MapOfferCard offer={offer} maps={maps} onTaken={take} />;
  }
  return (
    <div class="practice-choice">
      <Segments label={practice.size}>
        {PRACTICE_SIZES.map((size) => (
          <button
            key={size}
            type="button"
            aria-pressed={size === choice.size}
            data-testid={`practice-size-${size}`}
            onClick={() => change({ size })}
          >
            {practice.sizes(size)}
          </button>
        ))}
      </Segments>
      {choice.size === 0 && (
        <p class="hint" data-testid="practice-drill">
          {practice.drill}
        </p>
      )}
      <Segments label={practice.level}>
        {PRACTICE_LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={level === choice.level}
            data-testid={`practice-level-${level}`}
            onClick={() => change({ level })}
          >
            {practice.levels[level]}
          </button>
        ))}
      </Segments>
      {maps && <BotsNote maps={maps} chosen={choice.stadium} />}
      {maps && (
        <Maps maps={maps} chosen={choice.stadium} onChosen={(stadium) => change({ stadium })} />
      )}
      <footer class="practice-foot">
        <Button
          kind="primary"
          icon="play"
          onClick={actions.practice}
          buttonRef={start}
          testId="practice-start"
        >
          {practice.start}
        </Button>
      </footer>
    </div>
  );
}

/** [V68] Of the map that is chosen. */
function BotsNote({ maps, chosen }: Omit<MapsProps, 'onChosen'>) {
  const { bots: texts } = usePlayTexts();
  const card = cardsOf(maps).find(({ id }) => id === chosen);
  if (card?.isForBots !== false) return null;
  return (
    <p class="hint" role="status" data-testid="bots-note">
      {texts.nothing}
    </p>
  );
}

function cardsOf({ builtIn, own }: MapsView): readonly MapCard[] {
  return [...builtIn.value, ...own.value];
}

type SegmentsProps = { readonly label: string; readonly children: ComponentChildren };

function Segments({ label, children }: SegmentsProps) {
  return (
    <section>
      <h3>{label}</h3>
      <div class="segments" role="group" aria-label={label}>
        {children}
      </div>
    </section>
  );
}

type MapsProps = {
  readonly maps: MapsView;
  readonly chosen: string;
  readonly onChosen: (stadium: string) => void;
};

function Maps({ maps, chosen, onChosen }: MapsProps) {
  const { maps: words } = useMessages();
  const nameOf = useMapName();
  useLayoutEffect(() => void maps.open(), []);
  const cards = cardsOf(maps);
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      <ul class="map-grid">
        {cards.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              class="map-card"
              aria-pressed={card.id === chosen}
              data-testid="practice-map"
              data-map={card.id}
              onClick={() => onChosen(card.id)}
            >
              <MapPicture card={card} />
              <Literal>{nameOf(card)}</Literal>
            </button>
          </li>
        ))}
      </ul>
      <LoadRow maps={maps} />
    </section>
  );
}
