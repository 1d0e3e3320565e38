import type { PeerId } from '../../base/peer-id.ts';
import type { MemberId, RoomRequest } from '../../room/command.ts';
import type { ArenaSource } from '../../room/world.ts';
import type { ControlMessage } from '../../wire/control-packet.ts';
import type { Packet } from '../../wire/packets.ts';
import type { ClockSync } from '../timing/clock-sync.ts';
import type { DesyncReport } from '../desync/desync-report.ts';
import type { HandoffPatience } from './handoff.ts';
import type { InputDelay } from '../timing/input-delay.ts';
import type { OwnInputs } from '../timing/own-inputs.ts';
import type { Reign, TermAuthority } from '../election/reign.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { CloseReason, SessionState } from '../room-session.ts';
import type { StadiumExchange } from '../stadiums/stadium-exchange.ts';

/** What happened to this peer so far. */
export type RoleCounts = {
  /** Ticks in which nothing moved here, because nothing became final for too long. */
  stalledTicks: number;
  /** Peers whose state differed and was replaced by ours: 0 unless something is badly wrong. */
  repairs: number;
  /** Times that what was final here turned out not to be: 0 unless something is badly wrong. */
  retractions: number;
  /** Ticks that were ordered and shown, but never final: the smaller side of a cut gave them up. */
  takenBackTicks: number;
  /** Own inputs that came too late: another was played for them. */
  eatenInputs: number;
  /** Ticks that the sequencer waits for inputs at present. */
  deadlineTicks: number;
};

export function createCounts(): RoleCounts {
  return {
    stalledTicks: 0,
    repairs: 0,
    retractions: 0,
    takenBackTicks: 0,
    eatenInputs: 0,
    deadlineTicks: 0,
  };
}

/** What all roles work on. */
export type RoleContext = {
  readonly self: PeerId;
  readonly name: string;
  readonly nowMs: number;
  readonly arenas: ArenaSource;
  readonly engine: RoomEngine;
  readonly stadiums: StadiumExchange;
  readonly clock: ClockSync;
  readonly inputs: OwnInputs;
  readonly delay: InputDelay;
  readonly reign: Reign;
  readonly counts: RoleCounts;
  /** When this peer's own state was not the others'. */
  readonly desyncs: DesyncReport[];
  /** Whether somebody looks at this page. */
  readonly visibility: { isHidden: boolean };
  readonly handoffPatience: HandoffPatience;
  /** The lobby hears the host not, or is not heard itself: nobody can answer who wants to come in. */
  readonly isOutOfReach: () => boolean;
  /** Whether the lobby hears this peer, as far as is known: true where nobody can say. */
  readonly isHeardByLobby: (peer: PeerId) => boolean;
  /** Null when there is no lobby to ask. */
  readonly authority: TermAuthority | null;
  /** [N31] What this page kept of the match before it was loaded anew. */
  readonly kept: Uint8Array | null;
};

export type Ending = { readonly reason: CloseReason; readonly remoteNewer?: boolean };
/** Nobody is left to send a goodbye again. */
export const BYE_COPIES = 3;
/** Furthest that a peer predicts while nothing is ordered: two and a half seconds. */
export const FURTHEST_TICKS = 150;

/**
 * How the sequencer went: fell silent (it may come back with all it knew), said goodbye, or came
 * back without a world because its page was loaded anew; or it gave the reign away and stays.
 */
export type Departure = 'silent' | 'left' | 'reloaded' | 'abdicated';

/** What becomes of a role: nothing, the end of the room for this peer, or another role. */
export type Outcome = null | { readonly end: Ending } | { readonly become: Role };

/** The part of a peer that differs between the sequencer and everybody else. */
export interface Role {
  readonly state: SessionState;
  readonly self: MemberId | null;
  /** True for the sequencer. */
  readonly reigns: boolean;
  /** False until the clock shows the room's time. */
  readonly isTimed: boolean;
  /** How early my newest input came, in ticks. */
  readonly slackTicks: number;
  /** Furthest tick to predict. */
  readonly furthestTick: number;

  request(request: RoomRequest): void;
  handlePacket(remote: RemotePeer, packet: Packet, atMs: number): void;
  handleMessage(remote: RemotePeer, message: ControlMessage): void;
  /** The lobby says that a peer has left the room for good. */
  forget(peer: PeerId): void;
  /** Once a tick, after the own input: orders what can be. */
  decide(now: number): void;
  /** At every call of the session's `advance`. */
  advance(nowMs: number, remotes: Remotes): Outcome;
  /** Once a tick: sends what is due. */
  send(now: number, nowMs: number, remotes: Remotes): void;
}
