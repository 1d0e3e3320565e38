import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useMessages, useUi } from './ui-context.ts';

/** The code leads nowhere any more. With others here the room goes on; alone it is of no use. */
export function RoomGoneNotice() {
  const { model, actions } = useUi();
  const { match, actions: words } = useMessages();
  if (model.lobby.value !== 'room-gone') return null;
  const present = model.room.value?.state.members.filter((member) => !member.absent) ?? [];
  const isAlone = present.length < 2;
  return (
    <section class="notice room-gone" role="status" data-testid="room-gone">
      <Icon name="warning" />
      <p>{isAlone ? match.roomGoneAlone : match.roomGone}</p>
      {isAlone && (
        <Button kind="primary" icon="users" onClick={actions.createRoom} testId="new-room">
          {words.newRoom}
        </Button>
      )}
    </section>
  );
}
