import { useState } from 'preact/hooks';
import type { MemberId } from '../../../shared/room/command.ts';
import { findPerson, peopleIn, runsRoom } from '../../../shared/room/room-state.ts';
import { voicesFor, voicesNeeded } from '../../../shared/room/votes.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Literal } from '../controls/literal.tsx';
import { useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';
import { usePlayTexts } from '../model/late-texts.ts';

/** Of two, none can send the other away. */
const PEOPLE_MIN = 3;

/** The way to vote on who has to go, for everybody who cannot decide that alone. */
export function SendAway({ room }: { readonly room: RoomView }) {
  const { votes: texts } = usePlayTexts();
  const { quick } = useUi().model;
  const [isOpen, setOpen] = useState(false);
  const { state, self } = room;
  const me = self === null ? undefined : findPerson(state, self);
  const decides = me !== undefined && runsRoom(state, me.id) && quick.value === null;
  if (!me || decides || peopleIn(state).length < PEOPLE_MIN) return null;
  return (
    <>
      <Button icon="userX" kind="quiet" onClick={() => setOpen(true)} testId="send-away">
        {texts.sendAway}
      </Button>
      {isOpen && <Ballot room={room} self={me.id} onClose={() => setOpen(false)} />}
    </>
  );
}

type BallotProps = {
  readonly room: RoomView;
  readonly self: MemberId;
  readonly onClose: () => void;
};

function Ballot({ room: { state }, self, onClose }: BallotProps) {
  const { actions } = useUi();
  const { votes: texts } = usePlayTexts();
  return (
    <Dialog title={texts.sendAwayTitle} onClose={onClose} testId="send-away-dialog">
      <p>{texts.sendAwayText}</p>
      <div class="stack ballot">
        {peopleIn(state)
          .filter(({ id, script }) => id !== self && !script)
          .map(({ id, name }) => {
            const voices = voicesFor(state, id);
            const isMine = voices.some(({ by }) => by === self);
            return (
              <Button
                key={id}
                icon="userX"
                pressed={isMine}
                onClick={() => actions.room.vote(id, !isMine)}
                testId="vote-against"
              >
                <span>
                  <Literal>{name}</Literal>
                  {voices.length > 0 && ` (${texts.count(voices.length, voicesNeeded(state, id))})`}
                </span>
              </Button>
            );
          })}
      </div>
    </Dialog>
  );
}
