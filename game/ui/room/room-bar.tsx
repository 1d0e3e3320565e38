import { useLayoutEffect, useRef } from 'preact/hooks';
import { findMember } from '../../../shared/room/room-state.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { useShownCode } from '../controls/shown-code.ts';
import { VoiceBarPlace } from '../controls/voice-place.tsx';
import { PageNotices } from '../notices/page-notices.tsx';
import { LobbyChip } from '../notices/lobby-chip.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';

/** What is left of the room's sheet while it is folded: the way back to it, and what begins a match. */
export function RoomBar({
  room,
  onOpen,
}: {
  readonly room: RoomView;
  readonly onOpen: () => void;
}) {
  const { actions, model } = useUi();
  const codeOf = useShownCode();
  const parts = model.publicParts.value;
  const messages = useMessages();
  const { state, self, code } = room;
  const me = self === null ? undefined : findMember(state, self);
  const opener = useRef<HTMLButtonElement>(null);
  // The button that folded the sheet is gone with it.
  useLayoutEffect(() => opener.current?.focus(), []);
  return (
    <div class="room-bar">
      <Button
        icon="menu"
        label={messages.start.openSheet}
        onClick={onOpen}
        buttonRef={opener}
        testId="open-sheet"
      >
        <span translate={false}>{code === null ? messages.room.title : codeOf(code)}</span>
      </Button>
      {me && me.team !== TEAM_NONE && (
        <Button
          kind="primary"
          icon={me.ready ? 'check' : 'users'}
          pressed={me.ready}
          onClick={() => actions.room.setReady(!me.ready)}
          testId="ready"
        >
          {me.ready ? messages.room.imReadyOn : messages.room.imReady}
        </Button>
      )}
      <VoiceBarPlace />
      {parts && <parts.Knocks />}
      <div role="status">
        <LobbyChip />
      </div>
      <PageNotices />
    </div>
  );
}
