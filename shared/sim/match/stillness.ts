import { MAX_SEATS } from '../../base/room-limits.ts';
import { type MatchState, SEAT, seatInt } from '../match-state.ts';
import { TEAM_NONE } from '../team.ts';
import { IDLE_TICKS } from '../tuning.ts';

/** [S64] Once a tick of play: how long each player has held what it holds. */
export function countStillness({ ints }: MatchState): void {
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (ints[seatInt(seat, SEAT.team)] === TEAM_NONE) continue;
    const still = seatInt(seat, SEAT.still);
    if (ints[still]! < IDLE_TICKS) ints[still]! += 1;
  }
}
