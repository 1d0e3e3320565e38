import type { Tier } from '../../view/tier.ts';

const TIERS = ['high', 'balanced', 'low'] as const satisfies readonly Tier[];
/** The slowest displays that are not slow on purpose have a picture every 20.8 ms. */
const SLOW_MS = 22;
/** The page was out of sight, or the machine slept: that says nothing of how long a picture takes. */
const GAP_MS = 250;
/** Of the pictures of a spell; by more than this the 95th percentile is slow. */
const SLOW_SHARE = 0.05;
const SPELL_MS = 500;
/** Two seconds without one good spell: less is a single hitch, as when somebody comes in. */
const SPELLS = 4;

/**
 * [V38] How much a picture may cost, by how long this machine takes over pictures. It falls and does not rise
 * again: what is slow with less to draw would be slow with more, and each change bakes all pictures anew.
 */
export class PictureQuality {
  #at = 0;
  #pictures = 0;
  #slow = 0;
  #spellMs = 0;
  #badSpells = 0;

  get tier(): Tier {
    return TIERS[this.#at] ?? 'low';
  }

  /**
   * From one picture that the display could show to the next, drawn or not.
   *
   * @returns whether the tier fell just now
   */
  note(intervalMs: number): boolean {
    if (intervalMs > GAP_MS) {
      this.#begin(0);
      return false;
    }
    this.#pictures += 1;
    this.#spellMs += intervalMs;
    if (intervalMs > SLOW_MS) this.#slow += 1;
    if (this.#spellMs < SPELL_MS) return false;
    this.#begin(this.#slow > this.#pictures * SLOW_SHARE ? this.#badSpells + 1 : 0);
    if (this.#badSpells < SPELLS || this.#at === TIERS.length - 1) return false;
    this.#at += 1;
    this.#badSpells = 0;
    return true;
  }

  #begin(badSpells: number): void {
    this.#badSpells = badSpells;
    this.#pictures = 0;
    this.#slow = 0;
    this.#spellMs = 0;
  }
}
