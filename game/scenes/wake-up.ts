import { SEAT_KEPT_MS } from '../../shared/base/seat-kept.ts';
import type { PageClock } from '../net/page-clock.ts';

/** After a short sleep links may be alive where no lobby answers: play goes on then. */
const HELD_MAX_MS = 4000;

export type WakeUpOptions = {
  readonly clock: Pick<PageClock, 'now' | 'takeSleep' | 'hold'>;
  /** A clock that goes on whatever is held. */
  readonly steadyMs: () => number;
};

/** For so long it has to hear the others, and to know who orders, until it is among them again. */
const AMONG_MS = 3000;

/** As much of the lobby's client as a page needs that was asleep. */
export type AskedLobby = {
  wake(): void;
  /** It has not said yet what became of the seat. */
  readonly isUnsure: boolean;
};

/**
 * [L72] What a page does that was asleep: it asks the lobby for its seat, and until it knows stands still,
 * so that it neither plays on in a match of its own nor says of others what it cannot know.
 */
export class WakeUp {
  readonly #options: WakeUpOptions;
  #isLate = false;
  #wokeMs = 0;
  #isHeld = false;
  /** When it woke, by the page's own clock; null while it is among the others. */
  #backSinceMs: number | null = null;
  #amongSinceMs: number | null = null;

  constructor(options: WakeUpOptions) {
    this.#options = options;
  }

  /** Time stands still: the lobby has not said yet whether the seat is still there. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /**
   * [L75] Milliseconds from when it woke to the tick at `nowMs`, until it is among the others again;
   * otherwise infinite. Nothing that was heard before is younger.
   */
  comingBackMs(nowMs: number): number {
    return this.#backSinceMs === null ? Number.POSITIVE_INFINITY : nowMs - this.#backSinceMs;
  }

  /** @param isAmong it hears the others, and knows who orders what happens */
  note(isAmong: boolean, nowMs: number): void {
    if (isAmong) this.#amongSinceMs ??= nowMs;
    else this.#amongSinceMs = null;
    const sinceMs = this.#amongSinceMs;
    if (sinceMs !== null && nowMs - sinceMs >= AMONG_MS) this.#backSinceMs = null;
  }

  /**
   * Once at each run of the page.
   *
   * @param lobby null while this page is in no room
   */
  follow(lobby: AskedLobby | null): void {
    const { clock, steadyMs } = this.#options;
    const sleptMs = clock.takeSleep();
    const hasWoken = sleptMs > 0 && lobby !== null;
    if (hasWoken) {
      this.#isLate = sleptMs >= SEAT_KEPT_MS || (this.#isHeld && this.#isLate);
      this.#wokeMs = steadyMs();
      lobby.wake();
    }
    const isPatient = this.#isLate || steadyMs() - this.#wokeMs < HELD_MAX_MS;
    this.#isHeld = lobby !== null && lobby.isUnsure && isPatient;
    clock.hold(this.#isHeld);
    if (hasWoken) [this.#backSinceMs, this.#amongSinceMs] = [clock.now(), null];
  }
}
