import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RemovedPerson } from '../../../shared/lobby/known-people.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import type { AccessView } from '../model/public-rooms-model.ts';
import { useShownName } from '../model/use-shown-name.ts';

type SentAwayProps = { readonly view: Pick<AccessView, 'removed' | 'followRemoved' | 'forgive'> };

/** [L183] To the host: who was sent away from the room, and a way back in for each of them. */
export function SentAway({ view }: SentAwayProps) {
  const { access: texts } = useRoomsTexts();
  const nameOf = useShownName();
  const title = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  useLayoutEffect(() => {
    view.followRemoved(true);
    return () => view.followRemoved(false);
  }, [view]);
  const removed = view.removed.value;
  if (removed.length === 0 && said === '') return null;

  const shownName = ({ name }: RemovedPerson): string =>
    name === null ? texts.unnamed : nameOf(name);
  async function letBack(auth: string | null, name: string): Promise<void> {
    // The button goes away: who used it by keys goes on from here.
    title.current?.focus();
    if (await view.forgive(auth)) setSaid(auth === null ? texts.allAreBack : texts.isBack(name));
  }

  return (
    <section class="room-settings-field" data-testid="sent-away">
      <h3 class="label" tabIndex={-1} ref={title}>
        {texts.sentAway}
      </h3>
      <ul class="sent-away">
        {removed.map((person) => (
          <li key={person.auth}>
            <span class="sent-away-name">{shownName(person)}</span>
            <button
              type="button"
              class="button button-plain"
              aria-label={texts.letBackName(shownName(person))}
              data-testid="let-back"
              onClick={() => void letBack(person.auth, shownName(person))}
            >
              {texts.letBack}
            </button>
          </li>
        ))}
      </ul>
      {removed.length > 1 && (
        <button
          type="button"
          class="button button-quiet"
          data-testid="let-all-back"
          onClick={() => void letBack(null, '')}
        >
          {texts.letAllBack}
        </button>
      )}
      <p class="hint" role="status">
        {said}
      </p>
    </section>
  );
}
