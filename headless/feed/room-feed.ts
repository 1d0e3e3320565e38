import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Announcement } from '../../shared/netplay/chat/announcement.ts';
import type { Panel } from '../../shared/netplay/panel/panel.ts';
import type { RoomRequest, MemberId, Command } from '../../shared/room/command.ts';

/** One tick that nothing takes back any more: `inputs` has the InputBits of every seat. */
export type FinalTick = { readonly inputs: Uint8Array; readonly commands: readonly Command[] };

/** What the lobby knows of a member beside its name. */
export type KnownPerson = {
  readonly peer: PeerId;
  /** The same for the same guest on the same lobby; null for a bot. */
  readonly auth: string | null;
  /** The same for the same network on the same day; hex. */
  readonly conn: string;
};

/** What the member says to its script. All of it can be cloned from one thread to another. */
export type Told =
  /** The room goes on from this encoded world; `self` is the script's own member. */
  | {
      readonly type: 'world';
      readonly bytes: Uint8Array;
      readonly stadiumText: string | null;
      readonly self: PeerId;
    }
  /** A map that a command names by its hash: it comes before that command. */
  | { readonly type: 'stadium'; readonly text: string }
  | { readonly type: 'ticks'; readonly ticks: readonly FinalTick[] }
  /** `line` is told back in the verdict. */
  | {
      readonly type: 'chat';
      readonly line: number;
      readonly author: MemberId;
      readonly text: string;
    }
  /** [N72] By its number among quick lines. */
  | { readonly type: 'emote'; readonly member: MemberId; readonly id: number }
  /** [N71] */
  | { readonly type: 'press'; readonly member: MemberId; readonly button: string }
  | { readonly type: 'link'; readonly url: string }
  | { readonly type: 'people'; readonly people: readonly KnownPerson[] }
  /** The room is over, or never was: `why` is for the log. */
  | { readonly type: 'over'; readonly why: string };

/** How a room is opened, as far as it means something here. */
export type RoomWish = {
  readonly title: string | null;
  readonly name: string;
  readonly password: string | null;
  readonly isPublic: boolean;
  /** People, the script not among them. */
  readonly maxPlayers: number;
  /** True: the script is nobody that others see as a player. */
  readonly hasNoPlayer: boolean;
};

/** What the script asks of its member. */
export type Asked =
  | { readonly type: 'open'; readonly wish: RoomWish }
  | { readonly type: 'request'; readonly request: RoomRequest }
  /** What is left out stays. Minutes; 0: no limit. */
  | {
      readonly type: 'limits';
      readonly scoreLimit?: number;
      readonly timeLimitMinutes?: number;
    }
  /** A map's text as it travels. */
  | { readonly type: 'stadium'; readonly text: string }
  | { readonly type: 'say'; readonly text: string }
  | ({ readonly type: 'announce' } & Announcement)
  /** [N69] Null: none. `to` null: for all who have none of their own. */
  | { readonly type: 'panel'; readonly panel: Panel | null; readonly to: MemberId | null }
  /** It has the panel of all again. */
  | { readonly type: 'commonPanel'; readonly member: MemberId }
  | { readonly type: 'kick'; readonly member: MemberId; readonly isBan: boolean }
  /** Null: all that were banned may come again. */
  | { readonly type: 'forgive'; readonly peer: PeerId | null }
  | { readonly type: 'password'; readonly password: string | null }
  | { readonly type: 'verdict'; readonly line: number; readonly isShown: boolean };
