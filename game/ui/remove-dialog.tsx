import { useEffect, useRef } from 'preact/hooks';
import type { Member } from '../../shared/sim/room-state.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Sentence } from './literal.tsx';
import { useMessages, useUi } from './ui-context.ts';

export type RemoveProps = { readonly member: Member; readonly onClose: () => void };

/** Before somebody is sent away: it cannot be taken back. */
export function RemoveDialog({ member, onClose }: RemoveProps) {
  const { actions } = useUi();
  const { room, common } = useMessages();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <Dialog
      title={room.removeTitle(member.name)}
      heading={<Sentence say={room.removeTitle} literal={member.name} />}
      onClose={onClose}
      testId="remove-dialog"
    >
      <p>{room.removeText}</p>
      <div class="row">
        <Button onClick={onClose} buttonRef={cancel} testId="remove-cancel">
          {common.cancel}
        </Button>
        <Button
          kind="danger"
          icon="userX"
          onClick={() => {
            onClose();
            actions.room.remove(member.id);
          }}
          testId="remove-confirm"
        >
          {room.removeConfirm}
        </Button>
      </div>
    </Dialog>
  );
}
