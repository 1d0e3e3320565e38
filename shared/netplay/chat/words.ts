import type { ControlMessage } from '../../wire/control-packet.ts';

export type ChatMessage = ControlMessage & { readonly type: 'chat' | 'quickChat' };
export type AnnouncementMessage = ControlMessage & { readonly type: 'announcement' };

export type PanelMessage = ControlMessage & { readonly type: 'panel' | 'panelHeld' | 'press' };

/** Without the way that it came by. */
type Routeless<Message> = Message extends unknown ? Omit<Message, 'author' | 'relayTo'> : never;

/** What a line is, whatever way it came. */
export type Words = Routeless<ChatMessage>;
export type AnnouncementWords = Routeless<AnnouncementMessage>;

/** What a script and the pages of its room say to each other. */
export type PanelWords = Routeless<PanelMessage>;

/** Whatever travels in the lanes for persons. */
export type AnyWords = Words | AnnouncementWords | PanelWords;

/** A line that is for a team alone. */
export function isForTeam(words: AnyWords): boolean {
  return words.type === 'chat' && words.toTeam;
}
