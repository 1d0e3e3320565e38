import { findPerson, runsRoom } from '../../../shared/room/room-state.ts';
import { mayVote, voicesFor } from '../../../shared/room/votes.ts';
import { useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';
import { usePlayTexts } from '../model/late-texts.ts';

/** What this person can do about the pause: `isVoice` where it is one voice of several. */
export type PauseChoice = {
  readonly text: string;
  readonly isVoice: boolean;
  /** The voice is given already. */
  readonly isGiven: boolean;
  readonly press: () => void;
};

/** In a match the host stops play, or lets it go on; the other players ask for it. Null: neither. */
export function usePause({ state, self }: RoomView): PauseChoice | null {
  const { actions, model } = useUi();
  const { votes: texts } = usePlayTexts();
  const me = self === null ? undefined : findPerson(state, self);
  const isPaused = model.hud.paused.value;
  // Among strangers nobody decides alone.
  if (me && runsRoom(state, me.id) && model.quick.value === null) {
    const press = () => actions.room.pause(!isPaused);
    const text = isPaused ? texts.goOn : texts.pause;
    return { text, isVoice: false, isGiven: false, press };
  }
  if (!me || !mayVote(me, null)) return null;
  const isGiven = voicesFor(state, null).some(({ by }) => by === self);
  const press = () => actions.room.vote(null, !isGiven);
  return { text: isPaused ? texts.askGoOn : texts.askPause, isVoice: true, isGiven, press };
}
