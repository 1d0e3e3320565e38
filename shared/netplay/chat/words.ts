import type { ControlMessage } from '../../wire/control-packet.ts';

export type ChatMessage = ControlMessage & { readonly type: 'chat' | 'quickChat' };
export type AnnouncementMessage = ControlMessage & { readonly type: 'announcement' };

/** Without the way that it came by. */
type Routeless<Message> = Message extends unknown ? Omit<Message, 'author' | 'relayTo'> : never;

/** What a line is, whatever way it came. */
export type Words = Routeless<ChatMessage>;
export type AnnouncementWords = Routeless<AnnouncementMessage>;

/** Whatever travels in the lanes to be read. */
export type AnyWords = Words | AnnouncementWords;

/** A line that is for a team alone. */
export function isForTeam(words: AnyWords): boolean {
  return words.type === 'chat' && words.toTeam;
}
