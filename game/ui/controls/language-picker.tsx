import { LANGUAGE_CODES, LANGUAGE_NAMES } from '../../i18n/language.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Chooses the language of the page. */
export function LanguagePicker() {
  const { settings, texts } = useUi();
  const messages = useMessages();
  return (
    <select
      class="select"
      translate={false}
      aria-label={messages.settings.language}
      data-testid="language"
      value={texts.language.value}
      onChange={(event) => settings.update({ language: event.currentTarget.value })}
    >
      {LANGUAGE_CODES.map((code) => (
        <option key={code} value={code}>
          {LANGUAGE_NAMES[code]}
        </option>
      ))}
    </select>
  );
}
