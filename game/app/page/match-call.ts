import { MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';

/** As much of a browser's window as calls somebody who looks elsewhere. */
export type CallWindow = {
  readonly document: Pick<Document, 'hidden' | 'title' | 'addEventListener'>;
  readonly navigator: {
    /** iPhones have none; others do nothing where nothing can vibrate, or for a hidden page. */
    readonly vibrate?: (ms: number) => boolean;
  };
};

const BUZZ_MS = 200;

/** [V65] Calls a person that waits for a match and looks at something else. */
export class MatchCall {
  readonly #window: CallWindow;
  readonly #say: () => string;
  readonly #usual: string;
  #wasOn = true;

  /** @param say what stands in the title then */
  constructor(window: CallWindow, say: () => string) {
    this.#window = window;
    this.#say = say;
    this.#usual = window.document.title;
    window.document.addEventListener('visibilitychange', () => {
      if (!window.document.hidden) window.document.title = this.#usual;
    });
  }

  /** Runs every tick in a room with others; null elsewhere. A match that is on already, where one comes in, calls nobody. */
  follow(session: Pick<RoomSession, 'world'> | null): void {
    const phase = session?.world.match.ints[MATCH.phase];
    const isOn = phase !== PHASE.warmUp && phase !== PHASE.end;
    if (session && isOn && !this.#wasOn) this.#call();
    this.#wasOn = isOn;
  }

  #call(): void {
    const { document, navigator } = this.#window;
    navigator.vibrate?.(BUZZ_MS);
    if (document.hidden) document.title = this.#say();
  }
}
