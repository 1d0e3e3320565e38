import type { ComponentChildren } from 'preact';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { ErrorCode } from '../../i18n/en/en.ts';
import { LanguagePicker } from '../controls/language-picker.tsx';
import { Logo } from '../controls/logo.tsx';
import { useNameFirst } from '../controls/nick-field.tsx';
import { PasswordForm } from '../controls/password-form.tsx';
import { SettingsButton } from '../controls/settings-button.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { ErrorNotice } from '../notices/error-notice.tsx';
import { PageNotices } from '../notices/page-notices.tsx';
import { HomeCard } from './home-card.tsx';
import { HomePitch } from './home-pitch.tsx';
import { HomeReturn } from './home-return.tsx';
import { RejoinButton } from './rejoin-button.tsx';
import { InvitedCard } from './invited-card.tsx';

export type HomeProps = {
  readonly error: ErrorCode | null;
  readonly code: RoomCode | null;
  /** Of the match that goes on beside the menu; null until it does. */
  readonly score: ComponentChildren;
};

/** The way in: a name and some buttons, and a live pitch beside them. */
export function HomeScreen({ error, code, score }: HomeProps) {
  const { actions, model, notices } = useUi();
  const parts = model.publicParts.value;
  const notes = notices.home.value;
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
        {notes && <notes.Away />}
        {error !== null && (
          <ErrorNotice
            code={error}
            onRetry={
              code === null || error === 'bad-password'
                ? null
                : () => withName(() => actions.joinRoom(code))
            }
          />
        )}
        {parts && <parts.Trouble />}
        {error === 'bad-password' && code !== null && (
          <section class="card home-card">
            <PasswordForm
              onPassword={(password) => withName(() => actions.joinRoom(code, password))}
            />
          </section>
        )}
        <RejoinButton />
        {isInvited ? <InvitedCard code={code} /> : <HomeCard code={code} withName={withName} />}
        {notes && !isInvited && <notes.Install />}
      </div>
      <HomePitch>{score}</HomePitch>
      <footer class="home-foot">{home.promises}</footer>
    </main>
  );
}
