import { findPerson } from '../../../shared/room/room-state.ts';
import { mayVote, voicesFor, voicesNeeded } from '../../../shared/room/votes.ts';
import { Button } from '../controls/button.tsx';
import { useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';
import { useVoteTexts } from '../model/vote-texts.ts';

type Props = { readonly room: RoomView; readonly onPress?: () => void };

/** In a match: the host stops play, or lets it go on; the other players ask for it. */
export function PauseButton({ room: { state, self }, onPress }: Props) {
  const { actions, model } = useUi();
  const texts = useVoteTexts();
  const me = self === null ? undefined : findPerson(state, self);
  const isPaused = model.hud.paused.value;
  // Among strangers nobody decides alone.
  const decides = me?.id === state.host && model.quick.value === null;
  if (!me || (!decides && !mayVote(me, null))) return null;
  if (decides) {
    const press = () => {
      actions.room.pause(!isPaused);
      onPress?.();
    };
    return (
      <Button icon={isPaused ? 'play' : 'hourglass'} onClick={press} testId="pause">
        {isPaused ? texts.goOn : texts.pause}
      </Button>
    );
  }
  const voices = voicesFor(state, null);
  const isMine = voices.some(({ by }) => by === self);
  const press = () => {
    actions.room.vote(null, !isMine);
    onPress?.();
  };
  return (
    <Button
      icon={isPaused ? 'play' : 'hourglass'}
      pressed={isMine}
      onClick={press}
      testId="ask-pause"
    >
      {isPaused ? texts.askGoOn : texts.askPause}
      {voices.length > 0 && ` (${texts.count(voices.length, voicesNeeded(state, null))})`}
    </Button>
  );
}
