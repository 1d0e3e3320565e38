import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { ErrorCode } from '../../i18n/en.ts';
import { moveCaps } from '../../settings/key-bindings.ts';
import { Button } from '../controls/button.tsx';
import { ErrorNotice } from '../notices/error-notice.tsx';
import { HomeReturn } from './home-return.tsx';
import { Icon } from '../controls/icon.tsx';
import { InvitedCard } from './invited-card.tsx';
import { JoinForm } from './join-form.tsx';
import { LanguagePicker } from '../controls/language-picker.tsx';
import { Logo } from '../controls/logo.tsx';
import { NickField, useNameFirst } from '../controls/nick-field.tsx';
import { PageNotices } from '../notices/page-notices.tsx';
import { SettingsButton } from '../controls/settings-button.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

export type HomeProps = {
  readonly error: ErrorCode | null;
  readonly code: RoomCode | null;
};

/** The way in: a name and three buttons, with a live pitch behind. */
export function HomeScreen({ error, code }: HomeProps) {
  const { actions } = useUi();
  const { home } = useMessages();
  const withName = useNameFirst();
  const isInvited = code !== null && error === null;

  return (
    <main class="screen home">
      <header class="home-bar">
        <h1>
          <Logo />
        </h1>
        <div class="row">
          <HomeReturn />
          <LanguagePicker />
          <SettingsButton />
        </div>
      </header>
      <div class="home-middle">
        <p class="tagline">{home.tagline}</p>
        <PageNotices />
        {error !== null && (
          <ErrorNotice
            code={error}
            onRetry={code === null ? null : () => withName(() => actions.joinRoom(code))}
          />
        )}
        {isInvited ? <InvitedCard code={code} /> : <HomeCard code={code} withName={withName} />}
        <Attract />
      </div>
      <footer class="home-foot">{home.promises}</footer>
    </main>
  );
}

/** How to play on the pitch behind: here a gamepad moves the focus instead. */
function Attract() {
  const { hands, settings } = useUi();
  const { home } = useMessages();
  const hand = hands.last.value;
  if (hand === 'pad') return null;
  return (
    <p class="attract">
      <Icon name="play" />
      {hand === 'touch' ? home.attractTouch : home.attract(moveCaps(settings.value.keys).join(' '))}
    </p>
  );
}

type HomeCardProps = {
  readonly code: RoomCode | null;
  /** Asks for a name first where there is none. */
  readonly withName: (go: () => void) => void;
};

function HomeCard({ code, withName }: HomeCardProps) {
  const { actions } = useUi();
  const { home } = useMessages();
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) first.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="card home-card">
      <NickField />
      <Button
        kind="primary"
        className="button-big"
        icon="users"
        onClick={() => withName(actions.createRoom)}
        testId="make-room"
        buttonRef={first}
      >
        <span class="button-words">
          {home.makeRoom}
          <small>{home.makeRoomHint}</small>
        </span>
      </Button>
      <JoinForm
        key={code}
        initial={code}
        onJoin={(typed) => withName(() => actions.joinRoom(typed))}
      />
      <Button className="button-big" icon="bot" onClick={actions.practice} testId="practice">
        <span class="button-words">
          {home.practice}
          <small>{home.practiceHint}</small>
        </span>
      </Button>
    </section>
  );
}
