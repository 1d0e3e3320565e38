import { voicesFor, voicesNeeded } from '../../../shared/room/votes.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';
import { usePlayTexts } from '../model/late-texts.ts';
import { type PauseChoice, usePause } from './use-pause.ts';

type Props = { readonly room: RoomView; readonly onPress: () => void };

/** In the menu of a match: stops play for everybody, or asks for it. */
export function PauseButton({ room, onPress }: Props) {
  const { votes: texts } = usePlayTexts();
  const choice = usePause(room);
  if (choice === null) return null;
  const voices = voicesFor(room.state, null).length;
  const press = () => {
    choice.press();
    onPress();
  };
  return (
    <Button
      icon="hourglass"
      {...(choice.isVoice && { pressed: choice.isGiven })}
      onClick={press}
      testId={testIdOf(choice)}
    >
      {choice.text}
      {choice.isVoice && voices > 0 && ` (${texts.count(voices, voicesNeeded(room.state, null))})`}
    </Button>
  );
}

/** While play stands still: the way on, unless it is voted on already. */
export function PausedChip({ room }: { readonly room: RoomView }) {
  const { hud } = useUi().model;
  const { match } = useMessages();
  const choice = usePause(room);
  const isVotedOn = voicesFor(room.state, null).length > 0;
  if (!hud.paused.value || choice === null || (choice.isVoice && isVotedOn)) return null;
  return (
    <span class="chip" data-testid="paused">
      <Icon name="hourglass" />
      {match.paused}
      <button type="button" onClick={choice.press} data-testid={testIdOf(choice)}>
        {choice.text}
      </button>
    </span>
  );
}

function testIdOf({ isVoice }: PauseChoice): string {
  return isVoice ? 'ask-pause' : 'pause';
}
