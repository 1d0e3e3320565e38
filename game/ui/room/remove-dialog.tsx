import type { Member } from '../../../shared/room/room-state.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Sentence } from '../controls/literal.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { useFirstFocus } from '../controls/use-first-focus.ts';

export type RemoveProps = { readonly member: Member; readonly onClose: () => void };

/** Before somebody is sent away: it cannot be taken back. */
export function RemoveDialog({ member, onClose }: RemoveProps) {
  const { actions } = useUi();
  const { room, common } = useMessages();
  const cancel = useFirstFocus();
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
