import type { PeerId } from '../../base/peer-id.ts';

/** What a peer did that an honest client does not do, or only by misfortune. */
export type Suspicion =
  /** It claimed a term that the others do not know it elected to. */
  | 'unproven-term'
  /** It says that it orders in a term that is another's. */
  | 'second-sequencer'
  /** It said of a page that is heard that it is over. */
  | 'false-end'
  /** It follows a term of its own, so that the others had to elect anew. */
  | 'strayed'
  /** Its final state is not ours, while it is given the same rows. */
  | 'differs'
  /** Under its term two peers hold different final states. */
  | 'two-faced'
  /** It asked for more than anybody does. */
  | 'flood'
  /** Its inputs came later than its own round trip explains. */
  | 'late-inputs';

export type Suspect = { readonly peer: PeerId; readonly suspicion: Suspicion; count: number };

/** Room for some of each; one that has many names is dropped with the oldest. */
const SUSPECTS_MAX = 64;

/** [C22] Names those who may lie, for people and figures: nothing is decided by it. */
export class Suspects {
  readonly #list: Suspect[] = [];

  /** One more sign. */
  note(peer: PeerId, suspicion: Suspicion): void {
    const known = this.#list.find((one) => one.peer === peer && one.suspicion === suspicion);
    if (known) {
      known.count += 1;
      return;
    }
    if (this.#list.length >= SUSPECTS_MAX) this.#list.shift();
    this.#list.push({ peer, suspicion, count: 1 });
  }

  get all(): readonly Readonly<Suspect>[] {
    return this.#list;
  }
}
