import { emoteOf } from '../../../shared/netplay/chat/chat.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { cssColor, readableOn } from '../../settings/contrast.ts';
import { colorNumber, COLORS } from '../../settings/theme.ts';
import type { Messages } from '../../i18n/en/en.ts';
import type { ChatEntry } from '../model/chat-model.ts';
import { Literal } from '../controls/literal.tsx';
import { MuteButton } from '../controls/mute-button.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { useMessages } from '../model/ui-context.ts';

export type ChatLineItemProps = { readonly entry: ChatEntry; readonly canMute: boolean };

/** A line of chat with its author. All of it is text: what a person writes is never markup. */
export function ChatLineItem({ entry, canMute }: ChatLineItemProps) {
  const { chat, common } = useMessages();
  const isPrivate = entry.words.kind === 'announcement' && entry.words.isPrivate;
  return (
    <li class={`chat-line ${entry.isSelf ? 'chat-own' : ''}`} data-testid="chat-line">
      {entry.team !== TEAM_NONE && <TeamMark team={entry.team} />}
      <p>
        <b>{entry.isSelf ? <bdi>{common.you}</bdi> : <Literal>{entry.name}</Literal>}</b>{' '}
        {entry.toTeam && <i class="chat-team">{chat.team} </i>}
        {isPrivate && <i class="chat-team">{chat.toYou}</i>} <Said entry={entry} />
      </p>
      {canMute && !entry.isSelf && <MuteButton peer={entry.peer} name={entry.name} />}
    </li>
  );
}

/** A colour that somebody chose has to be read on the ground of the lines, or it is made lighter. */
const LEAST_CONTRAST = 4.5;

function Said({ entry }: { readonly entry: ChatEntry }) {
  const { chat } = useMessages();
  const { words } = entry;
  const said = wordsOf(chat, entry);
  if (words.kind !== 'announcement') {
    return (
      <span class={words.kind === 'quick' ? 'chat-quick' : ''} dir="auto">
        {said}
      </span>
    );
  }
  const { color, style } = words;
  const ground = colorNumber(COLORS.ink);
  const shown = color === null ? undefined : cssColor(readableOn(color, ground, LEAST_CONTRAST));
  const marks = style.split('-').map((mark) => `said-${mark}`);
  return (
    <span
      class={`chat-announced ${marks.join(' ')}`}
      style={shown && { color: shown }}
      dir="auto"
      data-testid="announcement"
    >
      {said}
    </span>
  );
}

/** The text of an entry: as written, or a quick line in the reader's language. */
export function wordsOf(chat: Messages['chat'], { words }: ChatEntry): string {
  if (words.kind !== 'quick') return words.text;
  const emote = emoteOf(words.id);
  return (emote ? chat.emotes[emote] : chat.quick[words.id]) ?? '';
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
