import { type ChatChoice, isChatChoice } from '../../settings/settings.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

const CHOICES = ['on', 'quick', 'off'] as const satisfies readonly ChatChoice[];

/** Chooses how much of the chat is shown. */
export function ChatSettings() {
  const { settings } = useUi();
  const words = useMessages().chat;
  return (
    <label class="setting">
      {words.choice}
      <select
        class="select"
        value={settings.value.chat}
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
  );
}
