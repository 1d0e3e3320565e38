import type { PeerId } from '../../base/peer-id.ts';

/** The term, and the peer that is believed to be its sequencer. Shared by all parts of a peer. */
export type CurrentTerm = { term: number; sequencer: PeerId };
