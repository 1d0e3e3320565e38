import { CHAT_TEXT_MAX } from '../../../shared/netplay/chat/chat.ts';
import { usePlayTexts } from '../model/late-texts.ts';
import { sayProblem } from '../model/text-problem.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Why the last line of chat was not said, in the reader's words; '' when it was. */
export function useRefusal(): string {
  const refusal = useUi().chat.refusal.value;
  const messages = useMessages();
  const { talk } = usePlayTexts();
  switch (refusal) {
    case null:
      return '';
    case 'strangers':
      return talk.noText;
    case 'too-long':
    case 'too-big':
    case 'marks':
    case 'direction':
      return sayProblem(messages, refusal, CHAT_TEXT_MAX);
    default:
      return messages.chat.refusals[refusal];
  }
}
