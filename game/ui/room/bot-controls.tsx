import { BOT_LEVEL_NAMES } from '../../../shared/room/bots.ts';
import type { Bot } from '../../../shared/room/room-state.ts';
import { Icon } from '../controls/icon.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';

/** For the host: how well a bot plays, and the way out for it. */
export function BotControls({ bot }: { readonly bot: Bot }) {
  const { actions } = useUi();
  const { bots: texts } = usePlayTexts();
  return (
    <span class="bot-controls">
      <select
        class="select"
        aria-label={texts.level(bot.name)}
        data-testid="bot-level"
        value={bot.level}
        onChange={({ currentTarget: { value } }) => {
          const level = BOT_LEVEL_NAMES.find((name) => name === value);
          if (level) actions.room.setLevel(bot.id, level);
        }}
      >
        {BOT_LEVEL_NAMES.map((name) => (
          <option key={name} value={name}>
            {texts.levels[name]}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.remove(bot.name)}
        data-testid="remove-bot"
        onClick={() => actions.room.remove(bot.id)}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}
