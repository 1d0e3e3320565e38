import { type ChatChoice, isChatChoice } from '../../settings/settings.ts';
import { SettingToggle } from '../controls/setting-fields.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

const CHOICES = ['on', 'quick', 'off'] as const satisfies readonly ChatChoice[];

/** Chooses how much of the chat is shown: to all, of strangers, of emotes. */
export function ChatSettings() {
  const { settings } = useUi();
  const words = useMessages().chat;
  const texts = useOptionsTexts();
  const { chat, quickText, emotes } = settings.value;
  return (
    <>
      <label class="setting">
        {words.choice}
        <select
          class="select"
          value={chat}
          data-testid="chat-choice"
          onChange={(event) => {
            const choice = event.currentTarget.value;
            if (isChatChoice(choice)) settings.update({ chat: choice });
          }}
        >
          {CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {words.choices[choice]}
            </option>
          ))}
        </select>
      </label>
      <SettingToggle
        label={texts.quickText}
        value={quickText}
        onChange={(on) => settings.update({ quickText: on })}
      />
      <p class="hint">{texts.quickTextHint}</p>
      <SettingToggle
        label={texts.emotes}
        value={emotes}
        onChange={(on) => settings.update({ emotes: on })}
      />
    </>
  );
}
