import '../styles/public-rooms.css';
import { useState } from 'preact/hooks';
import { PASSWORD_CHARS_MAX } from '../../../shared/lobby/limits.ts';
import type { AccessNews } from '../../../shared/lobby/room-access.ts';
import { Button } from '../controls/button.tsx';
import { SettingToggle } from '../controls/setting-fields.tsx';
import type { AccessView } from '../model/public-rooms-model.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import { useMessages } from '../model/ui-context.ts';
import { NewCode } from './new-code.tsx';
import { SentAway } from './sent-away.tsx';

const VISIBILITIES = ['public', 'unlisted', 'private'] as const;
const HINTS = { public: 'publicHint', unlisted: 'unlistedHint', private: 'privateHint' } as const;
const SHORT = { public: 'isPublic', unlisted: 'isUnlisted', private: 'isPrivate' } as const;

/** Says who may come into this room: the host sets it, the others read it. */
export function RoomSettings({ view }: { readonly view: AccessView }) {
  const { errors } = useMessages();
  const { access: texts } = useRoomsTexts();
  const news = view.access.value;
  if (news === null) return null;
  const { access } = news;
  if (!view.isHost.value) {
    return (
      <p class="hint" data-testid="access-said">
        {texts[SHORT[access.visibility]]} · {texts.byHost}
        {access.relayOnly && ` ${texts.isRelayOnly}`}
      </p>
    );
  }
  const problem = view.problem.value;
  return (
    <div class="room-settings" data-testid="room-settings">
      <div class="segments" role="group" aria-label={texts.visibility}>
        {VISIBILITIES.map((visibility) => (
          <button
            key={visibility}
            type="button"
            aria-pressed={access.visibility === visibility}
            data-testid={`visibility-${visibility}`}
            onClick={() => view.change({ visibility })}
          >
            {texts[visibility]}
          </button>
        ))}
      </div>
      <p class="hint">{texts[HINTS[access.visibility]]}</p>
      <TitleField key={access.title ?? ''} view={view} title={access.title ?? ''} />
      <PasswordField view={view} news={news} />
      <SettingToggle
        label={texts.knock}
        value={access.knock}
        onChange={(knock) => view.change({ knock })}
      />
      <SettingToggle
        label={texts.locked}
        value={access.locked}
        onChange={(locked) => view.change({ locked })}
      />
      <SettingToggle
        label={texts.spectators}
        value={access.spectators}
        onChange={(spectators) => view.change({ spectators })}
      />
      <SettingToggle
        label={texts.relayOnly}
        value={access.relayOnly}
        testId="relay-only"
        onChange={(relayOnly) => view.change({ relayOnly })}
      />
      <p class="hint">{news.turn ? texts.relayOnlyHint : texts.relayOnlyNoTurn}</p>
      {access.visibility !== 'public' && (
        <SettingToggle
          label={texts.voice}
          value={access.voice}
          onChange={(voice) => view.change({ voice })}
        />
      )}
      {view.mayRenewCode.value && <NewCode view={view} />}
      <SentAway view={view} />
      {problem !== null && (
        <p class="field-problem" role="alert">
          {errors[problem].text}
        </p>
      )}
    </div>
  );
}

function TitleField({ view, title }: { readonly view: AccessView; readonly title: string }) {
  const { access: texts } = useRoomsTexts();
  const [text, setText] = useState(title);
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      class="room-settings-field"
      onSubmit={(event) => {
        event.preventDefault();
        const clean = text.trim() === '' ? null : view.checkTitle(text);
        const isBad = clean === null && text.trim() !== '';
        setWrong(isBad);
        if (!isBad) view.change({ title: clean });
      }}
    >
      <label for="room-title">{texts.title}</label>
      <div class="join-row">
        <input
          id="room-title"
          type="text"
          placeholder={texts.titlePlaceholder}
          autoComplete="off"
          value={text}
          aria-invalid={isWrong}
          data-testid="room-title"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button button-plain" data-testid="save-title">
          {texts.save}
        </button>
      </div>
      {isWrong && (
        <p class="field-problem" role="alert">
          {texts.titleWrong}
        </p>
      )}
    </form>
  );
}

function PasswordField({ view, news }: { readonly view: AccessView; readonly news: AccessNews }) {
  const { access: texts } = useRoomsTexts();
  const [text, setText] = useState('');
  const { hasPassword } = news;
  return (
    <form
      class="room-settings-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (text === '') return;
        view.change({}, text);
        setText('');
      }}
    >
      <label for="room-password">{texts.password}</label>
      <div class="join-row">
        <input
          id="room-password"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={PASSWORD_CHARS_MAX}
          value={text}
          data-testid="room-password"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button button-plain" data-testid="save-password">
          {hasPassword ? texts.changePassword : texts.setPassword}
        </button>
      </div>
      {hasPassword && (
        <p class="hint" data-testid="has-password">
          {texts.passwordIsSet}{' '}
          <Button kind="quiet" onClick={() => view.change({}, null)}>
            {texts.removePassword}
          </Button>
        </p>
      )}
    </form>
  );
}
