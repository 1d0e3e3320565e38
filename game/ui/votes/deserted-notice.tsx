import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Sentence } from '../controls/literal.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import type { DesertedView } from '../model/deserted-model.ts';
import { useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';
import { usePause } from './use-pause.ts';

export type DesertedProps = { readonly view: DesertedView; readonly room: RoomView };

/** [R48] Over a match that the other side has left: end it as won, wait in a pause, or play the bot. */
export function DesertedNotice({ view, room }: DesertedProps) {
  const { model, notices } = useUi();
  const { hud } = model;
  const { deserted: texts } = useOptionsTexts();
  const pause = usePause(room);
  const away = view.away.value;
  // There is room for one thing: what the page lacks goes first.
  if (away === null || notices.missing.value) return null;
  const stopOrGoOn = (isWanted: boolean): void => {
    if (hud.paused.value !== isWanted) pause?.press();
  };
  return (
    <section class="notice page-notice" data-testid="deserted">
      <Icon name="wifiOff" />
      <p>
        {away.length > 0 ? <Sentence say={texts.gone} literal={away.join(', ')} /> : texts.nobody}
      </p>
      <div class="row">
        <Button onClick={view.claim} testId="claim">
          {texts.claim}
        </Button>
        {away.length > 0 && pause !== null && (
          <Button
            onClick={() => {
              stopOrGoOn(true);
              view.wait();
            }}
            testId="wait-for-them"
          >
            {texts.wait}
          </Button>
        )}
        <Button
          onClick={() => {
            stopOrGoOn(false);
            view.playBot();
          }}
          testId="play-the-bot"
        >
          {texts.bot}
        </Button>
      </div>
    </section>
  );
}
