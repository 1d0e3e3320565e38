import { DISC_X } from '../../shared/sim/match-state.ts';
import type { World } from '../../shared/room/world.ts';
import type { StatedSession } from './stats-sampler.ts';

/** One number of the truth, wrong by this much. */
const WRONG_BY_UNITS = 1;

export type Breakage =
  | { readonly state: 'broken' }
  /** This machine got the state of the sequencer. */
  | { readonly state: 'repaired'; readonly afterMs: number }
  /** This machine is the sequencer: the others got its state. */
  | { readonly state: 'spread'; readonly afterMs: number };

/** Makes this machine compute something else, and sees what becomes of it. */
export class BrokenDeterminism {
  readonly #session: StatedSession;
  readonly #sinceMs: number;
  readonly #final: World | undefined;
  readonly #repairs: number;
  #breakage: Breakage = { state: 'broken' };

  constructor(session: StatedSession, nowMs: number) {
    this.#session = session;
    this.#sinceMs = nowMs;
    this.#final = session.engine?.final;
    this.#repairs = session.stats?.()?.counts.repairs ?? 0;
    const discs = this.#final?.match.discs;
    if (session.breakFinal) session.breakFinal();
    else if (discs) discs[DISC_X] = discs[DISC_X]! + WRONG_BY_UNITS;
  }

  look(nowMs: number): Breakage {
    if (this.#breakage.state !== 'broken') return this.#breakage;
    const afterMs = Math.round(nowMs - this.#sinceMs);
    // A repair loads a snapshot, and that makes worlds anew.
    const isLoaded = this.#session.engine?.final !== this.#final;
    const isSpread = (this.#session.stats?.()?.counts.repairs ?? 0) > this.#repairs;
    if (isLoaded) this.#breakage = { state: 'repaired', afterMs };
    else if (isSpread) this.#breakage = { state: 'spread', afterMs };
    return this.#breakage;
  }
}
