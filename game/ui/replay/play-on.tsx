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
  const way = view.way.value;
  if (way === 'room') return <WithRoom view={view} name={player?.name ?? null} />;
  if (way !== 'alone') return <p class="hint">{texts.ways[way]}</p>;
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

type WithRoomProps = { readonly view: WatchView; readonly name: string | null };

/** [V50] For everybody in the room: by its button alone, since a key is soon pressed. */
function WithRoom({ view, name }: WithRoomProps) {
  const texts = useReplaysTexts();
  const nameOf = useShownName();
  if (view.isPlaying.value) return <p class="hint">{texts.pauseForRoom}</p>;
  return (
    <p class="row watch-on" role="status">
      <button
        type="button"
        class="button button-primary"
        onClick={view.playOn}
        data-testid="watch-play-on"
      >
        <Icon name="users" />
        {name === null ? (
          texts.playOnWithRoom
        ) : (
          <Sentence say={texts.playOnWithRoomAs} literal={nameOf(name)} />
        )}
      </button>
      <span class="hint">{texts.roomPlaysOn}</span>
    </p>
  );
}
