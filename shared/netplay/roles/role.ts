import type { PeerId } from '../../base/peer-id.ts';
import type { MemberId, RoomRequest } from '../../room/command.ts';
import type { ControlMessage } from '../../wire/control-packet.ts';
import type { Packet } from '../../wire/packets.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import { toTick } from '../../sim/tick.ts';
import type { CurrentTerm } from '../session/current-term.ts';
import type { Ending, SessionState } from '../session/session-state.ts';

/** A goodbye is not sent again: its sender is gone by then. */
const BYE_COPIES = 3;
/** Furthest that a peer predicts while nothing is ordered: two and a half seconds. */
export const FURTHEST_TICKS = 150;

/** What becomes of a role: nothing, the end of the room for this peer, or another role. */
export type Outcome = null | { readonly end: Ending } | { readonly become: Role };

/** The part of a peer that differs between the sequencer and everybody else. */
export interface Role {
  readonly state: SessionState;
  readonly self: MemberId | null;
  /** True for the sequencer. */
  readonly isSequencer: boolean;
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

/** Tells every peer at once that this one leaves for good. */
export function sayGoodbye(remotes: Remotes, current: CurrentTerm, nowMs: number): void {
  const { at, term } = current.mark ?? { at: 0, term: 0 };
  const mark = { at: toTick(at), term };
  for (const { channel } of remotes.values()) {
    for (let copy = 0; copy < BYE_COPIES; copy++) channel.send({ type: 'bye', mark }, nowMs);
  }
}
