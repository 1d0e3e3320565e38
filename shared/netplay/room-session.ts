import type { MemberId, RoomRequest } from '../room/command.ts';
import type { MatchEvent } from '../sim/events.ts';
import type { InputBits } from '../sim/input.ts';
import type { World } from '../room/world.ts';
import type { RoomChat } from './chat/chat.ts';
import type { MakePanelLane } from './panel/panel-lane.ts';
import type { RoomPanel } from './panel/panel.ts';
import type { DesyncReport } from './desync/desync-report.ts';
import type { LinkReport } from './session/link-report.ts';
import type { SessionState } from './session/session-state.ts';
import type { StadiumTransfer } from './session/stadium-transfer.ts';
import type { RoomWishes } from './wishes.ts';

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

  /** Of a session that runs elsewhere: it has ticked, and `advance` would show it. Absent: it ticks by `advance`. */
  readonly hasNews?: boolean;

  /** Runs every tick that is due at `nowMs` (a monotonic clock). Call it at least once a tick. */
  advance(nowMs: number): void;

  /** Events of the match since the last call, each told once however often it was re-simulated. */
  takeEvents(): readonly MatchEvent[];

  /** False when an event that was told did not happen after all: it was predicted wrongly. */
  holds(event: MatchEvent): boolean;

  readonly chat: RoomChat;

  /** [N69] What a script shows in its room; absent where there are no others. `lane`: null until it is brought. */
  readonly panel?: {
    readonly lane: RoomPanel | null;
    readonly bring?: (make: MakePanelLane) => void;
  };

  reports(): readonly LinkReport[];

  /** Stadiums on their way; none in practice. */
  readonly transfers: readonly StadiumTransfer[];

  /** Leaves the room, telling the others if it still can. */
  close(): void;
}
