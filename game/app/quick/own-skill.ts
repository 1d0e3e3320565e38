import { attempt } from '../../../shared/base/attempt.ts';
import { QUICK_SKILL_MAX } from '../../../shared/lobby/limits.ts';

const KEY = 'peerball.skill';
const MIDDLE = 1000;
/** Points for a win against equals, at first and once it is known roughly. */
const STEP = 50;
const STEP_LATER = 20;
const MATCHES_ROUGH = 10;
/** More are not told apart. */
const MATCHES_MAX = 9999;

type Kept = { readonly points: number; readonly matches: number };

/**
 * How well this browser's person plays among strangers, in points of which 1000 is the middle. The lobby
 * pairs people of about the same points, so each match counts as one against equals: whoever wins more often
 * rises until the others are as good. Storage may be forbidden or full: then it is as good as new.
 */
export class OwnSkill {
  readonly #storage: () => Storage;

  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  /** Undefined until a first match was played. */
  get points(): number | undefined {
    return this.#load()?.points;
  }

  /** A match among strangers is over: 1 won, 0.5 drawn, 0 lost. */
  count(score: number): void {
    const { points, matches } = this.#load() ?? { points: MIDDLE, matches: 0 };
    const step = matches < MATCHES_ROUGH ? STEP : STEP_LATER;
    const next = Math.round(points + step * (2 * score - 1));
    const kept: Kept = {
      points: Math.min(QUICK_SKILL_MAX, Math.max(0, next)),
      matches: Math.min(MATCHES_MAX, matches + 1),
    };
    attempt(() => this.#storage().setItem(KEY, JSON.stringify(kept)), undefined);
  }

  #load(): Kept | null {
    const value: unknown = attempt(() => JSON.parse(this.#storage().getItem(KEY) ?? 'null'), null);
    const { points, matches } = Object(value) as Record<string, unknown>;
    const isRead = isWhole(points, QUICK_SKILL_MAX) && isWhole(matches, MATCHES_MAX);
    return isRead ? { points, matches } : null;
  }
}

function isWhole(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}
