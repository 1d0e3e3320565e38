import { useState } from 'preact/hooks';
import type { Person } from '../../../shared/room/room-state.ts';
import { Icon } from '../controls/icon.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { useMessages } from '../model/ui-context.ts';

/** For those who run the room: the way to everything that can be done about a member. */
export function MemberPicker({
  member,
  isByHost,
}: {
  readonly member: Person;
  readonly isByHost: boolean;
}) {
  const { room } = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={room.manage(member.name)}
        aria-haspopup="dialog"
        data-testid="manage-member"
        onClick={() => setOpen(true)}
      >
        <Icon name="menu" />
      </button>
      {isOpen && (
        <MemberDialog member={member} isByHost={isByHost} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
