import type { MemberId } from '../../shared/room/command.ts';
import type { Phase } from '../../shared/sim/match-state.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { Seat } from '../../shared/sim/seat.ts';
import type { Team } from '../../shared/sim/team.ts';

/**
 * A picture of now, between two ticks and smoothed: all that a view may know. It cannot be written
 * through; the object itself is reused from frame to frame.
 */
export interface Frame {
  readonly tick: number;
  /** Place of every disc in map units; the ball is disc 0. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly discCount: number;
  readonly firstPlayerDisc: number;
  /** Speed of the ball in units per tick. */
  readonly ballSpeed: number;
  readonly phase: Phase;
  readonly phaseTicks: number;
  /** Team that the kick-off barrier lets through. */
  readonly kickOffTeam: Team;
  /** Team of the player that played the ball last, 0 = nobody. */
  readonly lastTouchTeam: Team;
  /** The same object until somebody comes, goes or changes. */
  readonly room: RoomState;
  readonly self: MemberId | null;
  isKicking(seat: Seat): boolean;
  /** True while another player's kick is predicted that is not certain yet. */
  isKickGuessed(seat: Seat): boolean;
}
