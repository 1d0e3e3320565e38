import { runsRoom } from '../../../shared/room/room-state.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { useFirstFocus } from '../controls/use-first-focus.ts';
import { FullScreenButton } from '../controls/full-screen-button.tsx';
import { MapColours } from '../maps/map-colours.tsx';
import { MutePeople } from './mute-people.tsx';
import { NoticesPlace } from '../chat/quick-chat.tsx';
import { PageNotices } from '../notices/page-notices.tsx';
import { PanelBoxPlace } from '../controls/panel-place.tsx';
import { ReportPlace } from '../controls/report-place.tsx';
import { RoomGoneNotice } from '../notices/room-gone-notice.tsx';
import { SecondPlace } from '../controls/second-place.tsx';
import { VoicePlace } from '../controls/voice-place.tsx';
import { TeamSwitch } from '../room/team-switch.tsx';
import { PauseButton } from '../votes/pause-button.tsx';
import { SendAway } from '../votes/send-away.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';

type TogetherProps = { readonly room: RoomView; readonly onDone: () => void };

/** What concerns the others too. */
function Together({ room, onDone }: TogetherProps) {
  return (
    <>
      <TeamSwitch room={room} />
      <PauseButton room={room} onPress={onDone} />
      <SendAway room={room} />
      <MutePeople room={room} />
      <ReportPlace member={null} />
    </>
  );
}

/** The menu over a running match. It stops nothing: the others play on. */
export function MatchMenu() {
  const { model, actions, hands } = useUi();
  const messages = useMessages();
  const resume = useFirstFocus();
  const isPractice = model.isPractice.value;
  const room = model.room.value;
  const isHost = room !== null && room.self !== null && runsRoom(room.state, room.self);
  const close = () => actions.openMenu(false);
  return (
    <Dialog
      title={messages.menu.title}
      onClose={close}
      // The menu button would take the kick key.
      givesFocusBack={false}
      className="menu-dialog"
      testId="match-menu"
    >
      <p class="hint">{isPractice ? messages.menu.waits : messages.menu.goesOn}</p>
      {/* What stands over the pitch too: there a gamepad plays, here it operates it. */}
      <RoomGoneNotice />
      <PageNotices />
      <NoticesPlace />
      <div class="stack">
        <Button kind="primary" icon="play" onClick={close} buttonRef={resume} testId="resume">
          {messages.menu.resume}
        </Button>
        <PanelBoxPlace place="menu" />
        {room && !isPractice && <Together room={room} onDone={close} />}
        {!isPractice && <MapColours card={model.maps.value?.chosen.value ?? null} />}
        <Button icon="settings" onClick={() => actions.openSettings(true)} testId="menu-settings">
          {messages.menu.settings}
        </Button>
        <FullScreenButton isSmall={false} />
        <Button icon="gauge" onClick={actions.showStats} testId="show-stats">
          {messages.menu.stats}
          {hands.hasKeyboard.value && ' (F3)'}
        </Button>
        {isHost && !isPractice && model.quick.value === null && (
          <Button icon="users" onClick={actions.stopMatch} testId="stop">
            {messages.menu.backToRoom}
          </Button>
        )}
        <Button kind="danger" icon="leave" onClick={actions.leave} testId="leave">
          {isPractice ? messages.menu.leavePractice : messages.menu.leaveMatch}
        </Button>
        <SecondPlace />
        <VoicePlace />
      </div>
    </Dialog>
  );
}
