import type { Members } from '../../consensus/members.ts';
import type { WitnessAnswer, WitnessRequest } from '../../consensus/messages.ts';

/** The lobby's witness as a session reaches it. */
export interface WitnessPort {
  /** Of the witness; 0 while the lobby is not connected. */
  readonly life: number;
  /** Pages that the lobby said to be over since the last call, as bits. */
  takeEnded(): Members;
  /** Asks; the answer comes later, or never. */
  ask(request: WitnessRequest, answer: (answer: WitnessAnswer) => void): void;
}
