import type { PeerId } from '../../base/peer-id.ts';
import type { Mark } from '../../consensus/log.ts';

/** The term, and the peer that is believed to be its sequencer. Shared by all parts of a peer. */
export type CurrentTerm = {
  term: number;
  sequencer: PeerId;
  /** The newest configuration that is held here; null without a world. */
  mark: Mark | null;
};
