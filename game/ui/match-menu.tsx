import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TeamSwitch } from './team-switch.tsx';
import { useMessages, useUi } from './ui-context.ts';

/** The menu over a running match. It stops nothing: the others play on. */
export function MatchMenu() {
  const { model, actions } = useUi();
  const messages = useMessages();
  const resume = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    resume.current?.focus();
    // The dialog gives the focus back to the menu button, which would take the kick key.
    return () => queueMicrotask(blurFocus);
  }, []);
  const isPractice = model.isPractice.value;
  const room = model.room.value;
  const isHost = room !== null && room.self === room.state.host;
  const close = () => actions.openMenu(false);
  return (
    <Dialog title={messages.menu.title} onClose={close} className="menu-dialog" testId="match-menu">
      {!isPractice && <p class="hint">{messages.menu.goesOn}</p>}
      <div class="stack">
        <Button kind="primary" icon="play" onClick={close} buttonRef={resume} testId="resume">
          {messages.menu.resume}
        </Button>
        {room && !isPractice && <TeamSwitch room={room} />}
        <Button icon="settings" onClick={() => actions.openSettings(true)}>
          {messages.menu.settings}
        </Button>
        <Button icon="gauge" onClick={actions.showStats} testId="show-stats">
          {messages.menu.stats}
        </Button>
        {isHost && !isPractice && (
          <Button icon="users" onClick={actions.stopMatch} testId="stop">
            {messages.menu.backToRoom}
          </Button>
        )}
        <Button kind="danger" icon="leave" onClick={actions.leave} testId="leave">
          {isPractice ? messages.menu.leavePractice : messages.menu.leaveMatch}
        </Button>
      </div>
    </Dialog>
  );
}

function blurFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
