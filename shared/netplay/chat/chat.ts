import type { TextProblem } from '../../base/clean-text.ts';
import type { MemberId } from '../../room/command.ts';
import type { Announcement } from './announcement.ts';

/** Lines of the quick chat; what they say is the reader's language's affair. */
export const QUICK_CHATS = 8;

/** [N72] What is drawn over the disc of the one that shows it, by the number on the wire less QUICK_CHATS. */
export const EMOTES = ['like', 'wow', 'angry', 'cool', 'laugh', 'cry', 'love', 'sleepy'] as const;
export type Emote = (typeof EMOTES)[number];

/** The emote of a quick line; undefined for one that is read. */
export function emoteOf(id: number): Emote | undefined {
  return EMOTES[id - QUICK_CHATS];
}

/** Longest line, in what a reader takes for characters. */
export const CHAT_TEXT_MAX = 120;

export type Audience = 'all' | 'team';

/** One thing that a member said. */
export type ChatLine = {
  readonly author: MemberId;
  readonly audience: Audience;
  /** On the session's clock. */
  readonly atMs: number;
} & (
  | { readonly kind: 'text'; readonly text: string }
  /** A line below QUICK_CHATS, an emote from there on. */
  | { readonly kind: 'quick'; readonly id: number }
  /** [N63] `isPrivate`: to this person alone. */
  | ({ readonly kind: 'announcement'; readonly isPrivate: boolean } & Omit<Announcement, 'to'>)
);

/** Why something was not said. */
export type ChatRefusal =
  /** No other member could hear it, or the room is not joined yet. */
  | 'nobody'
  | TextProblem
  /** Too much within the last seconds. */
  | 'too-fast'
  /** For the team, from somebody without one. */
  | 'no-team';

/** The chat of a room, as the game sees it. */
export interface RoomChat {
  /** Says something to the others; null when it was said. */
  say(text: string, audience: Audience): ChatRefusal | null;

  /** Says one of the quick lines, 0 … QUICK_CHATS − 1, or shows one of the emotes that follow. */
  sayQuick(id: number): ChatRefusal | null;

  /**
   * Why something was not said after all that seemed to be, since the last call; null: everything was. Absent:
   * it is known at once.
   */
  takeRefusal?(): ChatRefusal | null;

  /** What was said since the last call, by others and by this person. */
  take(): readonly ChatLine[];
}
