import { keyCap } from '../../settings/key-bindings.ts';
import { Icon } from '../controls/icon.tsx';
import { Sentence } from '../controls/literal.tsx';
import type { WatchView } from '../model/replays-model.ts';
import { useReplaysTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';
import { useShownName } from '../model/use-shown-name.ts';
import { moveCodes } from './use-watch-keys.ts';

/** [V11] Out of the replay into a match, as the player who is followed. */
export function PlayOn({ view }: { readonly view: WatchView }) {
  const texts = useReplaysTexts();
  const { hands, settings } = useUi();
  const nameOf = useShownName();
  const player = view.players.value.find(({ id }) => id === view.followed.value);
  if (!view.canPlayOn) return <p class="hint">{texts.inRoom}</p>;
  if (!player || view.isPlaying.value) return <p class="hint">{texts.choosePlayer}</p>;
  const keys = moveCodes(settings.value.keys).map(keyCap).join(' ');
  return (
    <p class="row watch-on" role="status">
      <button
        type="button"
        class="button button-primary"
        onClick={view.playOn}
        data-testid="watch-play-on"
      >
        <Icon name="users" />
        <Sentence say={texts.playOn} literal={nameOf(player.name)} />
      </button>
      {hands.hasKeyboard.value && keys !== '' && <span class="hint">{texts.orPress(keys)}</span>}
    </p>
  );
}
