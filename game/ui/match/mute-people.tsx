import { useState } from 'preact/hooks';
import { peopleIn } from '../../../shared/room/room-state.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Literal } from '../controls/literal.tsx';
import { MuteButton } from '../controls/mute-button.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import type { RoomView } from '../model/view-model.ts';

/** [N87] In the menu of a match: the other people, each with the button that mutes. */
export function MutePeople({ room: { state, self } }: { readonly room: RoomView }) {
  const { talk } = usePlayTexts();
  const [isOpen, setOpen] = useState(false);
  const others = peopleIn(state).filter(({ id }) => id !== self);
  if (others.length === 0) return null;
  return (
    <>
      <Button icon="volumeOff" kind="quiet" onClick={() => setOpen(true)} testId="mute-people">
        {talk.mute}
      </Button>
      {isOpen && (
        <Dialog title={talk.mute} onClose={() => setOpen(false)} testId="mute-dialog">
          <p>{talk.muteText}</p>
          <div class="stack">
            {others.map(({ id, peer, name }) => (
              <MuteButton key={id} peer={peer} name={name}>
                <Literal>{name}</Literal>
              </MuteButton>
            ))}
          </div>
        </Dialog>
      )}
    </>
  );
}
