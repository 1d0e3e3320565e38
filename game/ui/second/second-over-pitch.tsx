import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import type { SecondPersonView } from '../model/second-person-model.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { PictureView } from '../model/view-model.ts';
import { SecondMark } from './second-mark.tsx';

type Props = { readonly view: SecondPersonView };

/** Of a disc whose size is not told, in map units. */
const RADIUS = 15;

/** [V41] Over the pitch of two persons: a number over the disc of each, a ring of its own around the second's. */
export function SecondOverPitch({ view }: Props) {
  const { screen } = useUi().model.screen.value;
  const room = view.room.value;
  const peer = room?.state.members.find(({ id }) => id === room.self)?.peer ?? null;
  if (peer === null || (screen !== 'match' && screen !== 'room')) return null;
  return (
    <div class="second-over" data-testid="second-over">
      <Over number={1} find={(picture) => picture.own} />
      <Over number={2} find={(picture) => picture.discOf(peer)} />
      <Asked view={view} />
    </div>
  );
}

type OverProps = {
  readonly number: 1 | 2;
  readonly find: (picture: PictureView) => { readonly x: number; readonly y: number } | null;
};

function Over({ number, find }: OverProps) {
  const { actions } = useUi();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () =>
      actions.followPicture((picture) => {
        const disc = find(picture);
        if (!place.current) return;
        place.current.hidden = disc === null;
        if (disc === null) return;
        const { style } = place.current;
        const [x, y] = [picture.windowX(disc.x, disc.y), picture.windowY(disc.x, disc.y)];
        style.transform = `translate(${x}px, ${y}px)`;
        style.setProperty('--radius', `${(picture.own?.radius ?? RADIUS) * picture.scale}px`);
      }),
    [find],
  );
  return (
    <div class="second-disc" hidden ref={place}>
      {number === 2 && <span class="second-ring" />}
      <SecondMark number={number} testId={`over-disc-${number}`} />
    </div>
  );
}

/** [S64] Asked of the second person, by name: any of its keys answers. */
function Asked({ view }: Props) {
  const { start } = useMessages();
  const { second: texts } = useOptionsTexts();
  const stillness = view.stillness.value;
  return (
    <p class="second-asked" role="status">
      {stillness !== null && (
        <span class="chip" data-testid="second-still-there">
          <SecondMark number={2} />
          <Icon name="hourglass" />
          {stillness === 'asked' ? texts.stillThere : start.youAreIdle}
        </span>
      )}
    </p>
  );
}
