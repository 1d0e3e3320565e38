import { TEAM_NONE } from '../../../shared/sim/team.ts';
import type { Messages } from '../../i18n/en.ts';
import type { ChatEntry } from '../model/chat-model.ts';
import { Literal } from '../controls/literal.tsx';
import { MuteButton } from '../controls/mute-button.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { useMessages } from '../model/ui-context.ts';

export type ChatLineItemProps = { readonly entry: ChatEntry; readonly canMute: boolean };

/** A line of chat with its author. All of it is text: what a person writes is never markup. */
export function ChatLineItem({ entry, canMute }: ChatLineItemProps) {
  const { chat, common } = useMessages();
  return (
    <li class={`chat-line ${entry.isSelf ? 'chat-own' : ''}`} data-testid="chat-line">
      {entry.team !== TEAM_NONE && <TeamMark team={entry.team} />}
      <p>
        <b>{entry.isSelf ? <bdi>{common.you}</bdi> : <Literal>{entry.name}</Literal>}</b>{' '}
        {entry.toTeam && <i class="chat-team">{chat.team} </i>}
        <span class={entry.words.kind === 'quick' ? 'chat-quick' : ''} dir="auto">
          {wordsOf(chat, entry)}
        </span>
      </p>
      {canMute && !entry.isSelf && <MuteButton peer={entry.peer} name={entry.name} />}
    </li>
  );
}

/** The text of an entry: as written, or a quick line in the reader's language. */
export function wordsOf(chat: Messages['chat'], { words }: ChatEntry): string {
  return words.kind === 'text' ? words.text : (chat.quick[words.id] ?? '');
}

/** What others said last, for those who listen; the lists themselves are silent. */
export function ChatAnnouncer({ entries }: { readonly entries: readonly ChatEntry[] }) {
  const { chat } = useMessages();
  return (
    <p class="off-screen" aria-live="polite" data-testid="chat-announcer">
      {entries.map((entry) => chat.says(entry.name, wordsOf(chat, entry))).join(' ')}
    </p>
  );
}
