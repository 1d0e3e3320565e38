import { CHAT_TEXT_MAX, type ChatRefusal } from '../../../shared/netplay/chat/chat.ts';
import type { Messages } from '../../i18n/en/en.ts';
import { sayProblem } from '../model/text-problem.ts';

/** Why a line of chat was not said, in the reader's words. */
export function sayRefusal(messages: Messages, refusal: ChatRefusal): string {
  switch (refusal) {
    case 'too-long':
    case 'too-big':
    case 'marks':
    case 'direction':
      return sayProblem(messages, refusal, CHAT_TEXT_MAX);
    default:
      return messages.chat.refusals[refusal];
  }
}
