import { usePlayTexts } from '../model/late-texts.ts';
import { Icon } from './icon.tsx';

/** Beside the name of a bot, or of somebody for whom one plays. */
export function BotMark() {
  const { bots: texts } = usePlayTexts();
  return (
    <small class="bot-mark" data-testid="bot-mark">
      <Icon name="bot" />
      {texts.bot}
    </small>
  );
}
