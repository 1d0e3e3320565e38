import '../styles/badge.css';
import { useState } from 'preact/hooks';
import {
  BADGE_CHARS_MAX,
  drawsPictures,
  hasPicture,
  inColours,
  readBadge,
} from '../../settings/badge.ts';
import { BADGE_PICTURES } from '../../settings/badge-pictures.ts';
import { discLabel, initials } from '../../settings/nickname.ts';
import { Button } from '../controls/button.tsx';
import { useFirstFocus } from '../controls/use-first-focus.ts';
import { useOptionsTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';

/** The own disc in both teams, and what can stand on it. What is chosen holds at once and is remembered. */
export function BadgeForm() {
  const { actions, settings } = useUi();
  const { badge: texts } = useOptionsTexts();
  const { nick, badge } = settings.value;
  const shown = discLabel({ name: nick, badge });
  const first = useFirstFocus();
  const choose = (next: string): void => settings.update({ badge: next });
  return (
    <div class="badge-form">
      <p class="badge-preview" aria-hidden="true" translate={false} data-testid="badge-preview">
        <span class="disc disc-sun">{shown}</span>
        <span class="disc disc-wave">{shown}</span>
      </p>
      <Letters badge={hasPicture(badge) ? '' : badge} onChange={choose} />
      <Pictures badge={badge} label={texts.pictures} onChoose={choose} />
      <footer class="badge-foot">
        <Button
          kind="primary"
          icon="check"
          onClick={() => actions.openBadge(false)}
          buttonRef={first}
          testId="badge-done"
        >
          {texts.done}
        </Button>
        <Button
          kind="quiet"
          pressed={badge === ''}
          onClick={() => choose('')}
          testId="badge-initials"
        >
          {texts.initials(initials(nick))}
        </Button>
      </footer>
    </div>
  );
}

type LettersProps = { readonly badge: string; readonly onChange: (badge: string) => void };

/** A number or letters. What cannot stand on a disc stays in the field, with the reason, and changes nothing. */
function Letters({ badge, onChange }: LettersProps) {
  const { badge: texts } = useOptionsTexts();
  const [refused, refuse] = useState<string | null>(null);
  const take = (text: string): void => {
    const read = readBadge(text);
    const fits = text.trim() === '' || (read !== '' && !hasPicture(read));
    refuse(fits ? null : text);
    if (fits) onChange(read);
  };
  return (
    <div class="badge-letters">
      <label for="badge-text">{texts.letters}</label>
      <input
        id="badge-text"
        data-testid="badge-text"
        type="text"
        autoComplete="off"
        spellcheck={false}
        maxLength={BADGE_CHARS_MAX}
        value={refused ?? badge}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : 'badge-problem'}
        onInput={(event) => take(event.currentTarget.value)}
      />
      {refused !== null && (
        <p class="field-problem" id="badge-problem" role="alert" data-testid="badge-problem">
          {texts.problem}
        </p>
      )}
    </div>
  );
}

type PicturesProps = {
  readonly badge: string;
  readonly label: string;
  readonly onChoose: (badge: string) => void;
};

/** Those that this machine can draw: nobody chooses a box. */
function Pictures({ badge, label, onChoose }: PicturesProps) {
  const pictures = BADGE_PICTURES.filter(drawsPictures);
  if (pictures.length === 0) return null;
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <div class="badge-pictures" role="group" aria-label={label}>
        {pictures.map((picture) => (
          <button
            key={picture}
            type="button"
            class="badge-picture"
            aria-pressed={picture === badge}
            translate={false}
            data-testid="badge-picture"
            onClick={() => onChoose(picture)}
          >
            {inColours(picture)}
          </button>
        ))}
      </div>
    </section>
  );
}
