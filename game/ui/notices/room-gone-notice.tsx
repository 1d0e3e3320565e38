import { peopleIn } from '../../../shared/room/room-state.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';

/** The code leads nowhere any more. With others here the room goes on; alone it is of no use. */
export function RoomGoneNotice() {
  const { model, actions } = useUi();
  const { match, actions: words } = useMessages();
  if (model.lobby.value !== 'room-gone') return null;
  const alone = isAlone(model.room.value);
  return (
    <section class="notice room-gone" role="status" data-testid="room-gone">
      <Icon name="warning" />
      <p>{alone ? match.roomGoneAlone : match.roomGone}</p>
      {alone && (
        <Button kind="primary" icon="users" onClick={actions.createRoom} testId="new-room">
          {words.newRoom}
        </Button>
      )}
    </section>
  );
}

/** True when a message could reach no other member. */
export function isAlone(room: RoomView | null): boolean {
  return (room ? peopleIn(room.state).filter(({ absent }) => !absent).length : 0) < 2;
}
