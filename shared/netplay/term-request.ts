import type { TermAuthority } from './reign.ts';

const ASK_AGAIN_MS = 500;
/** A lobby that takes longer decides nothing. */
const ANSWER_MS = 500;

/** Somebody who wants to reign asks the lobby for a term, again and again until it has it. */
export class TermRequest {
  readonly #authority: TermAuthority | null;
  readonly #onTaken: (newestTerm: number) => void;
  #term = -1;
  #firstAskedMs = 0;
  #askedMs = Number.NEGATIVE_INFINITY;
  #outcome: 'none' | 'granted' | 'refused' | 'unreachable' = 'none';

  /** @param onTaken the asked term or a later one belongs to somebody else */
  constructor(authority: TermAuthority | null, onTaken: (newestTerm: number) => void) {
    this.#authority = authority;
    this.#onTaken = onTaken;
  }

  ask(term: number, votes: number, electorate: number, nowMs: number): void {
    if (term !== this.#term) {
      this.#term = term;
      this.#firstAskedMs = nowMs;
      this.#outcome = 'none';
    } else if (nowMs - this.#askedMs < ASK_AGAIN_MS) return;
    this.#askedMs = nowMs;
    this.#authority?.claim(term, votes, electorate, (outcome, newestTerm) => {
      if (term !== this.#term) return;
      this.#outcome = outcome;
      if (outcome === 'refused' && newestTerm !== undefined && newestTerm >= term) {
        this.#onTaken(newestTerm);
      }
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
