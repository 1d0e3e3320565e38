import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { NickField } from '../controls/nick-field.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { JoinForm } from './join-form.tsx';
import { PlayButton } from './play-button.tsx';

export type HomeCardProps = {
  readonly code: RoomCode | null;
  /** Asks for a name first where there is none. */
  readonly withName: (go: () => void) => void;
};

/** A name, and what to do under it. */
export function HomeCard({ code, withName }: HomeCardProps) {
  const { actions, model } = useUi();
  const { home } = useMessages();
  return (
    <section class="card home-card">
      <NickField />
      <PlayButton withName={withName} />
      <MakeRoom withName={withName} />
      <JoinForm
        key={code}
        initial={code}
        onJoin={(typed) => withName(() => actions.joinRoom(typed))}
      />
      <Button
        className="button-big"
        icon="menu"
        onClick={actions.browse}
        testId="public-rooms-open"
      >
        <span class="button-words">
          {home.publicRooms}
          <small>{home.publicRoomsHint}</small>
        </span>
      </Button>
      <Practice />
      <Button
        icon="rematch"
        disabled={model.maps.value === null}
        onClick={() => actions.replays?.browse()}
        testId="replays-open"
      >
        {home.replays}
      </Button>
    </section>
  );
}

function MakeRoom({ withName }: Pick<HomeCardProps, 'withName'>) {
  const { actions } = useUi();
  const { home } = useMessages();
  return (
    <Button
      className="button-big"
      icon="users"
      onClick={() => withName(actions.createRoom)}
      testId="make-room"
    >
      <span class="button-words">
        {home.makeRoom}
        <small>{home.makeRoomHint}</small>
      </span>
    </Button>
  );
}

/** At once as it was chosen last; the choice is beside it. */
function Practice() {
  const { actions } = useUi();
  const { home } = useMessages();
  return (
    <div class="practice-row">
      <Button className="button-big" icon="bot" onClick={actions.practice} testId="practice">
        <span class="button-words">
          {home.practice}
          <small>{home.practiceHint}</small>
        </span>
      </Button>
      <button
        type="button"
        class="button button-plain"
        aria-label={home.practiceChoice}
        title={home.practiceChoice}
        onClick={() => actions.openPractice(true)}
        data-testid="practice-choice"
      >
        <Icon name="settings" />
      </button>
    </div>
  );
}
