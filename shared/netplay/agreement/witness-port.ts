import type { PeerId } from '../../base/peer-id.ts';
import type { Members } from '../../consensus/members.ts';
import type { WitnessAnswer, WitnessRequest } from '../../consensus/messages.ts';

/** The lobby's witness as a session reaches it. */
export interface WitnessPort {
  /** Of the witness; 0 while the lobby is not connected. */
  readonly life: number;
  /** [L14] The member that the lobby knows as the sequencer; null while none is known. */
  readonly sequencer: PeerId | null;
  /** Pages that the lobby said to be over since the last call, as bits. */
  takeEnded(): Members;
  /** Asks; the answer comes later, or never. */
  ask(request: WitnessRequest, answer: (answer: WitnessAnswer) => void): void;
}
