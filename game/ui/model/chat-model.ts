import type { RoomState } from '../../../shared/room/room-state.ts';
import type { AnnouncementStyle } from '../../../shared/wire/announcement.ts';
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { type ChatRefusal, type Emote, QUICK_CHATS } from '../../../shared/netplay/chat/chat.ts';
import type { Team } from '../../../shared/sim/team.ts';

/** A line of chat with what was known of its author when it came. */
export type ChatEntry = {
  /** Counts up, whoever it is from. */
  readonly number: number;
  readonly peer: PeerId;
  readonly name: string;
  readonly team: Team;
  readonly isSelf: boolean;
  readonly toTeam: boolean;
  readonly words:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'quick'; readonly id: number }
    /** `color`: as it was asked for, whether it can be read or not. `isPrivate`: nobody else reads it. */
    | {
        readonly kind: 'announcement';
        readonly text: string;
        readonly color: number | null;
        readonly style: AnnouncementStyle;
        readonly isPrivate: boolean;
      };
};

/** The quick lines stand in four pairs: one press opens a pair, the next one says a line of it. */
export const QUICK_PAIRS = [0, 1, 2, 3] as const;
export type QuickPair = (typeof QUICK_PAIRS)[number];

/** What the keys of an open pair say: its two lines, then its two emotes. */
export function quickOf(pair: QuickPair, key: number): number {
  return key < 2 ? pair * 2 + key : QUICK_CHATS + pair * 2 + key - 2;
}

/** An emote over the disc of a person. `number` counts up. */
export type ShownEmote = {
  readonly number: number;
  readonly peer: PeerId;
  readonly emote: Emote;
};

export type QuickMenuState =
  | { readonly state: 'closed' }
  | { readonly state: 'open' }
  | { readonly state: 'pair'; readonly pair: QuickPair };

/** What draws quick lines and emotes, and what is said once; loaded once one is opened or shown, and in each room. */
export type QuickParts = {
  /** The lines while they are open. `canWrite`: it leads to the field for text. */
  readonly Menu: ComponentType<{ readonly canWrite: boolean }>;
  /** Over the discs of a pitch. */
  readonly Emotes: ComponentType;
  /** Over a match, and in its menu. */
  readonly Notices: ComponentType;
  /** In the room's sheet, for those who run the room. */
  readonly Kits: ComponentType<{ readonly state: RoomState }>;
};

/** Everything about chat that the screens show and ask for. Functions stand alone. */
export type ChatView = {
  /** False at home and in practice. */
  readonly isHere: ReadonlySignal<boolean>;
  readonly canType: ReadonlySignal<boolean>;
  /** [N86] Only because this is a quick match: it can be turned on for those. */
  readonly lacksText: ReadonlySignal<boolean>;
  readonly canBeQuick: ReadonlySignal<boolean>;
  readonly hasTeam: ReadonlySignal<boolean>;
  /** The last ones, oldest first. */
  readonly log: ReadonlySignal<readonly ChatEntry[]>;
  /** Those of the last seconds. */
  readonly fresh: ReadonlySignal<readonly ChatEntry[]>;
  /** Those that stand over discs just now. */
  readonly emotes: ReadonlySignal<readonly ShownEmote[]>;
  /** What is read out: not every line by itself when there are many. */
  readonly announced: ReadonlySignal<readonly ChatEntry[]>;
  /** [N87] Those of whom nothing is read or heard, with their names; the newest 64. */
  readonly muted: ReadonlySignal<ReadonlyMap<PeerId, string>>;
  /** Why the last thing was not said, for a moment; `strangers`: see `lacksText`. */
  readonly refusal: ReadonlySignal<ChatRefusal | 'strangers' | null>;
  /** The field for text has the keys. */
  readonly typing: ReadonlySignal<boolean>;
  readonly toTeam: ReadonlySignal<boolean>;
  readonly quick: ReadonlySignal<QuickMenuState>;
  readonly openTyping: (open: boolean) => void;
  readonly setToTeam: (toTeam: boolean) => void;
  /** False when it was not said: see `refusal`. */
  readonly say: (text: string) => boolean;
  readonly sayQuick: (id: number) => void;
  /** By hand: stays until something is chosen. */
  readonly openQuick: (open: boolean) => void;
  readonly mute: (peer: PeerId, muted: boolean) => void;
};
