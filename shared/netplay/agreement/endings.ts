import {
  type Members,
  NO_MEMBERS,
  PAGES_MAX,
  type PageNumber,
  includes,
  only,
} from '../../consensus/members.ts';
import type { OwnLinks } from '../../consensus/evidence.ts';

/** ms: a page that is said to be over and is heard for so long is not. */
const FALSE_AFTER_MS = 600;

type Hearsay = { readonly by: PageNumber; readonly sinceMs: number };

/** What a peer's own links tell of endings. */
export interface EndingLinks extends OwnLinks {
  /** How long this page may be silent without being missed, in ms. */
  silenceOf(page: PageNumber): number;
}

/**
 * [C21] What others say of a page that it is over. Its own goodbye and the lobby's word count at once;
 * what a third peer passes on may be false, and helps only where the goodbye itself was lost: then the
 * page is not heard any more. So it waits until the own link has been silent for as long as no page is.
 */
export class Endings {
  readonly #hearsay = new Map<PageNumber, Hearsay>();
  /** Those whose word was false once. */
  #false: Members = NO_MEMBERS;

  /** A peer passes on that these pages are over. */
  note(pages: Members, by: PageNumber, nowMs: number): void {
    if (includes(this.#false, by)) return;
    for (let page = 0; page < PAGES_MAX; page++) {
      const isNews = includes(pages, page) && !this.#hearsay.has(page);
      if (isNews) this.#hearsay.set(page, { by, sinceMs: nowMs });
    }
  }

  /** The number belongs to another page now. */
  forget(page: PageNumber): void {
    this.#false &= ~only(page);
    this.#hearsay.delete(page);
  }

  /**
   * The pages that are over after all.
   *
   * @param hasLobby the lobby says it of pages to which there is no link
   * @param onFalse is told whose word was false
   */
  settle(
    links: EndingLinks,
    hasLobby: boolean,
    nowMs: number,
    onFalse: (by: PageNumber) => void,
  ): Members {
    let over = NO_MEMBERS;
    for (const [page, { by, sinceMs }] of this.#hearsay) {
      const isLinked = includes(links.pages, page);
      const heardAtMs = isLinked ? links.heardAtMs(page) : Number.NEGATIVE_INFINITY;
      const silentMs = nowMs - Math.max(heardAtMs, sinceMs);
      const isOver = isLinked ? silentMs >= links.silenceOf(page) : !hasLobby;
      const isFalse = heardAtMs - sinceMs >= FALSE_AFTER_MS;
      if (isOver) over |= only(page);
      if (isFalse) onFalse(by);
      if (isFalse) this.#false |= only(by);
      if (isOver || isFalse || (!isLinked && hasLobby)) this.#hearsay.delete(page);
    }
    return over;
  }
}
