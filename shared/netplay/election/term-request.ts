import type { TermAnswer, TermAuthority, TermClaim } from './reign.ts';

const ASK_AGAIN_MS = 500;
/** A lobby that takes longer decides nothing. */
const ANSWER_MS = 500;

/** Somebody who wants to reign asks the lobby for a term, again and again until it has it. */
export class TermRequest {
  readonly #authority: TermAuthority | null;
  readonly #onTaken: (newestTerm: number) => void;
  #term = -1;
  #missing = '';
  #firstAskedMs = 0;
  #askedMs = Number.NEGATIVE_INFINITY;
  #outcome: TermAnswer | 'none' = 'none';

  /** @param onTaken the asked term or a later one belongs to somebody else */
  constructor(authority: TermAuthority | null, onTaken: (newestTerm: number) => void) {
    this.#authority = authority;
    this.#onTaken = onTaken;
  }

  ask(claim: TermClaim, nowMs: number): void {
    const { term } = claim;
    // The word was about those who were missing then.
    const missing = claim.missing?.join() ?? '';
    if (term !== this.#term || missing !== this.#missing) {
      this.#term = term;
      this.#missing = missing;
      this.#firstAskedMs = nowMs;
      this.#outcome = 'none';
    } else if (nowMs - this.#askedMs < ASK_AGAIN_MS) return;
    this.#askedMs = nowMs;
    this.#authority?.claim(claim, (outcome, newestTerm) => {
      if (term !== this.#term || missing !== this.#missing) return;
      this.#outcome = outcome;
      if (outcome === 'taken' && newestTerm !== undefined) this.#onTaken(newestTerm);
    });
  }

  isGranted(term: number): boolean {
    return term === this.#term && this.#outcome === 'granted';
  }

  /** There is no lobby, or it was asked and says nothing: then a majority decides alone. */
  isNobodyThere(term: number, nowMs: number): boolean {
    if (this.#authority === null) return true;
    if (term !== this.#term) return false;
    const isSilent = this.#outcome === 'none' && nowMs - this.#firstAskedMs > ANSWER_MS;
    return isSilent || this.#outcome === 'unreachable';
  }
}
