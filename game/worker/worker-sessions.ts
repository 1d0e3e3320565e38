import { attempt } from '../../shared/base/attempt.ts';
import type { PeerSessionOptions } from '../../shared/netplay/peer-session.ts';
import { absoluteMs, pageClock } from '../time/page-clock.ts';
import { WorkerSession } from './worker-session.ts';
import { WorkerThread } from './worker-thread.ts';

const CLOCKS = {
  now: () => pageClock.now(),
  absoluteMs,
  isHeld: () => pageClock.isHeld,
} as const;

/**
 * Makes sessions that run in workers, and keeps one worker ready for the next room: nobody waits for its code.
 * A room that comes before it is there, or where there are no workers, is played on the page.
 */
export class WorkerSessions {
  #spare: WorkerThread | null = null;
  /** One that broke would break again. */
  #isGivenUp = false;

  /** Gets the next one ready, unless it is. Resolves once it is, or cannot be had. */
  async prepare(): Promise<void> {
    if (this.#spare?.isLost === true) this.#isGivenUp = true;
    if (!this.#isGivenUp) this.#spare ??= attempt(() => new WorkerThread(), null);
    await this.#spare?.settled;
  }

  /** Null where no worker is ready by now. */
  make(setup: PeerSessionOptions): WorkerSession | null {
    const thread = this.#spare;
    if (!thread?.isReady || thread.isLost) return null;
    this.#spare = null;
    return new WorkerSession(setup, thread, CLOCKS, () => {
      this.#isGivenUp = true;
    });
  }
}

/** Those of this page. */
export function createWorkerSessions(): WorkerSessions {
  return new WorkerSessions();
}
