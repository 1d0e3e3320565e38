import type { PeerId } from '../../base/peer-id.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { ClockSync } from '../timing/clock-sync.ts';
import type { Reign } from '../election/reign.ts';

/** What somebody else's reign begins anew. */
export type TurnParts = {
  readonly reign: Reign;
  readonly clock: ClockSync;
  readonly engine: RoomEngine;
};

/** From now on this peer believes that `sequencer` reigns, in `term`; its clock and log are its own. */
export function turnTo({ reign, clock, engine }: TurnParts, sequencer: PeerId, term: number): void {
  const isOther = reign.sequencer !== sequencer;
  if (isOther) clock.forget();
  if (isOther || reign.term !== term) engine.timeline.doubt();
  Object.assign(reign, { sequencer, term });
}
