import type { PeerId } from '../base/peer-id.ts';
import type { MemberId, RoomRequest } from '../room/command.ts';
import type { MatchEvent } from '../sim/events.ts';
import type { InputBits } from '../sim/input.ts';
import type { World } from '../room/world.ts';
import type { LinkPath } from './link/link.ts';
import type { RoomChat } from './chat/chat.ts';
import type { DesyncReport } from './desync/desync-report.ts';
import type { RoomWishes } from './wishes.ts';

export type CloseReason =
  | 'left'
  | 'kicked'
  | 'room-full'
  /** Another version of the game: `remoteNewer` tells who has to reload. */
  | 'version-mismatch'
  /** No path to the host could be opened, or the one there was broke. */
  | 'link-failed'
  | 'host-gone'
  /** The host could be reached, and says nothing any more. */
  | 'host-silent'
  /** The snapshot did not come through in time. */
  | 'join-timeout';

export type SessionState =
  | {
      readonly state: 'joining';
      readonly step: 'link' | 'hello' | 'snapshot' | 'stadium';
      readonly progress: number;
    }
  /** `isMoving`: the sequencer is gone and another peer is taking its part. */
  | { readonly state: 'live'; readonly isMoving: false }
  | {
      readonly state: 'live';
      readonly isMoving: true;
      /** Whose part it was; null while it is this peer itself that may not go on. */
      readonly from: PeerId | null;
      /** It said goodbye, or the lobby said it for it; otherwise it is only silent. */
      readonly hasLeft: boolean;
    }
  | { readonly state: 'closed'; readonly reason: CloseReason; readonly remoteNewer?: boolean };

/** How one other peer is heard; shown as ping bars. */
export type LinkReport = {
  readonly peer: PeerId;
  readonly rttMs: number;
  readonly jitterMs: number;
  /** 0 … 1 */
  readonly loss: number;
  /** Milliseconds since anything was heard. */
  readonly silentMs: number;
  /** Set when this peer runs another version of the game, which cannot share the match. */
  readonly version: 'same' | 'older' | 'newer';
  /** The way to this peer; null where it is not known. */
  readonly path: LinkPath | null;
};

/** A stadium on its way between this peer and another. */
export type StadiumTransfer = {
  readonly peer: PeerId;
  readonly direction: 'in' | 'out';
  /** 0 … 1 */
  readonly progress: number;
};

/** A room as the game sees it: the same for a match over the network and for practice alone. */
export interface RoomSession {
  readonly state: SessionState;
  /** This person's member number; null until joined. */
  readonly self: MemberId | null;
  /** What is drawn: predicted up to now. Only read it. */
  readonly world: World;
  /** `world` one tick earlier, to blend from. Only its match is kept true. */
  readonly previous: World;
  /** First tick that the sequencer has not ordered: `world` is ahead of it by what is predicted. */
  readonly orderedTick: number;
  /** Own inputs so far that came too late: others were played for them. */
  readonly eatenInputs: number;
  /** When this peer's own state was not the others', the newest few; never in practice. */
  readonly desyncs: readonly DesyncReport[];

  /** Where between `previous` (0) and `world` (1) the instant `nowMs` lies; clamped to 0 … 1. */
  blendAt(nowMs: number): number;

  /** The buttons held from now on. */
  holdInput(bits: InputBits): void;

  /** Asks for a change of the room; it takes effect when it comes back in the timeline. */
  request(request: RoomRequest): void;

  /** What was asked for and has not come back yet. */
  readonly wishes: RoomWishes;

  /** Runs every tick that is due at `nowMs` (a monotonic clock). Call it at least once a tick. */
  advance(nowMs: number): void;

  /** Events of the match since the last call, each told once however often it was re-simulated. */
  takeEvents(): readonly MatchEvent[];

  /** False when an event that was told did not happen after all: it was predicted wrongly. */
  holds(event: MatchEvent): boolean;

  readonly chat: RoomChat;

  reports(): readonly LinkReport[];

  /** Stadiums on their way; none in practice. */
  readonly transfers: readonly StadiumTransfer[];

  /** Leaves the room, telling the others if it still can. */
  close(): void;
}
