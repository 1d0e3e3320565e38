import type { PeerId } from '../../base/peer-id.ts';
import type { RoleContext } from './role.ts';

/** From now on this peer believes that `sequencer` reigns, in `term`; its clock and log are its own. */
export function turnTo(
  { reign, clock, engine }: Pick<RoleContext, 'reign' | 'clock' | 'engine'>,
  sequencer: PeerId,
  term: number,
): void {
  const isOther = reign.sequencer !== sequencer;
  if (isOther) clock.forget();
  if (isOther || reign.term !== term) engine.timeline.doubt();
  Object.assign(reign, { sequencer, term });
}
