import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Members, PageNumber } from '../../shared/consensus/members.ts';
import type { WitnessAnswer, WitnessRequest } from '../../shared/consensus/messages.ts';
import type { Audience, ChatLine, ChatRefusal } from '../../shared/netplay/chat/chat.ts';
import type { LinkPath } from '../../shared/netplay/link/link.ts';
import type { Panel } from '../../shared/netplay/panel/panel.ts';
import type { PeerSessionOptions } from '../../shared/netplay/peer-session.ts';
import type { SessionStats } from '../../shared/netplay/session-stats.ts';
import type { LinkReport } from '../../shared/netplay/session/link-report.ts';
import type { SessionState } from '../../shared/netplay/session/session-state.ts';
import type { StadiumTransfer } from '../../shared/netplay/session/stadium-transfer.ts';
import type { MissedWish } from '../../shared/netplay/wishes.ts';
import type { Command, MemberId, RoomRequest } from '../../shared/room/command.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { MatchEvent } from '../../shared/sim/events.ts';
import type { InputBits } from '../../shared/sim/input.ts';
import type { ChannelCounts } from '../net/link/moved-channel.ts';

/** What a session is made of, as far as it can be told: the rest are callbacks, for which `LobbyWord` stands. */
export type Beginning = Pick<
  PeerSessionOptions,
  'self' | 'name' | 'role' | 'sequencer' | 'roomTag' | 'stadium' | 'seed' | 'page'
> & {
  readonly kept: Uint8Array | null;
  /** There is a witness. */
  readonly hasWitness: boolean;
  /** Texts of stadiums that not everybody has and this page holds. */
  readonly stadiums: readonly string[];
};

/** What the page knows of the lobby and a session asks for. */
export type LobbyWord = {
  /** Of the witness; 0 while there is none. */
  readonly life: number;
  readonly sequencer: PeerId | null;
  readonly isOutOfReach: boolean;
  /** Of the peers that the page knows of, those that the lobby hears. */
  readonly heard: readonly PeerId[];
};

/** How a link is to be used just now. */
export type LinkWord = {
  /** The channel that the worker sends over; null: there is none. */
  readonly channel: number | null;
  /** The page sends what it is given, too. */
  readonly needsHelp: boolean;
  readonly isClosed: boolean;
  readonly path: LinkPath | null;
  /** How much later everything arrives. */
  readonly lagMs: number;
};

/** From the page to the worker. Instants are those of `absoluteMs`. */
export type ToWorker =
  | { readonly type: 'begin'; readonly beginning: Beginning; readonly lobby: LobbyWord }
  /** The channel itself is moved with it. */
  | { readonly type: 'channel'; readonly id: number; readonly channel: RTCDataChannel }
  | {
      readonly type: 'link';
      readonly link: number;
      readonly remote: PeerId;
      readonly page: PageNumber;
      readonly word: LinkWord;
    }
  | { readonly type: 'link-word'; readonly link: number; readonly word: LinkWord }
  | {
      readonly type: 'datagram';
      readonly link: number;
      readonly bytes: Uint8Array;
      readonly absoluteMs: number;
    }
  /** Nothing waits any more on this channel: it is goodbye. */
  | { readonly type: 'hurry'; readonly id: number }
  | { readonly type: 'held'; readonly bits: InputBits }
  /** The page showed a picture, whose buffer may be used again. */
  | { readonly type: 'seen'; readonly words: Uint32Array<ArrayBuffer> }
  | { readonly type: 'request'; readonly request: RoomRequest }
  | { readonly type: 'stadium'; readonly text: string }
  | { readonly type: 'say'; readonly text: string; readonly audience: Audience }
  | { readonly type: 'quick'; readonly id: number }
  /** A button of the panel that a script shows. */
  | { readonly type: 'press'; readonly button: string }
  | { readonly type: 'hidden'; readonly isHidden: boolean }
  | { readonly type: 'lobby'; readonly word: LobbyWord }
  /** Pages that the lobby says to be over. */
  | { readonly type: 'ended'; readonly ended: Members }
  | { readonly type: 'answer'; readonly question: number; readonly answer: WitnessAnswer }
  | { readonly type: 'forget'; readonly peer: PeerId }
  /** No time passes, until it is said that it does. */
  | { readonly type: 'hold'; readonly isHeld: boolean }
  /** The page cannot go on from what became final, and asks for the world. */
  | { readonly type: 'retell' }
  /** For trying out repairs: one number of the final world becomes wrong. */
  | { readonly type: 'break' }
  | { readonly type: 'close' };

/** What became final since the last picture, from `world` on where that is given. */
export type FinalTicks = {
  /** An encoded world. */
  readonly world: Uint8Array | null;
  /** MAX_SEATS bytes a tick. */
  readonly inputs: Uint8Array;
  /** Of those ticks that have any, by their place. */
  readonly commands: readonly (readonly [place: number, commands: readonly Command[]])[];
};

/** All that a page shows of a room, as of one tick. */
export type Picture = {
  readonly type: 'picture';
  readonly absoluteMs: number;
  readonly tick: number;
  /** Words of the match one tick before, as many as `before`, then those of the match. */
  readonly words: Uint32Array<ArrayBuffer>;
  readonly before: number;
  /** Of the match before. */
  readonly previousTick: number;
  /** Null: as it was. */
  readonly room: RoomState | null;
  readonly finals: readonly FinalTicks[];
  /** Where between the two matches `absoluteMs` lies, 0 … 1. */
  readonly blend: number;
  readonly state: SessionState;
  readonly self: MemberId | null;
  readonly orderedTick: number;
  readonly eatenInputs: number;
  readonly events: readonly MatchEvent[];
  /** Of the events of late, those that did not happen after all. */
  readonly undone: readonly MatchEvent[];
  /** Null: as it was. */
  readonly wishes: readonly RoomRequest[] | null;
  readonly missed: readonly MissedWish[];
  readonly lines: readonly ChatLine[];
  readonly refusal: ChatRefusal | null;
  /** Null: as it was. */
  readonly panel: { readonly shown: Panel | null } | null;
  readonly transfers: readonly StadiumTransfer[];
  readonly reports: readonly LinkReport[];
  readonly stats: SessionStats;
  readonly channels: readonly ChannelWord[];
};

/** What came and went over a channel that the worker has. */
export type ChannelWord = {
  readonly id: number;
  readonly counts: ChannelCounts;
  /** When the last datagram came. */
  readonly heardMs: number;
};

/** From the worker to the page. */
export type FromWorker =
  /** Its code is there, and it may be given a session. */
  | { readonly type: 'ready' }
  | Picture
  | { readonly type: 'datagram'; readonly link: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'close-link'; readonly link: number }
  | { readonly type: 'ask'; readonly question: number; readonly request: WitnessRequest }
  /** A stadium came from another peer. */
  | { readonly type: 'stadium'; readonly text: string };
