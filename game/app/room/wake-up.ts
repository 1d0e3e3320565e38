import { SEAT_KEPT_MS } from '../../../shared/base/seat-kept.ts';
import type { PageClock } from '../../time/page-clock.ts';

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
  /** By the page's own clock: when it woke, long ago for one that is among the others, and was not last. */
  #wokeAtMs = Number.NEGATIVE_INFINITY;
  #apartAtMs = 0;

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
    return nowMs - this.#wokeAtMs;
  }

  /** @param isAmong it hears the others, and knows who orders what happens */
  note(isAmong: boolean, nowMs: number): void {
    if (!isAmong) this.#apartAtMs = nowMs;
    if (nowMs - this.#apartAtMs >= AMONG_MS) this.#wokeAtMs = Number.NEGATIVE_INFINITY;
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
    if (hasWoken) this.#wokeAtMs = this.#apartAtMs = clock.now();
  }
}
