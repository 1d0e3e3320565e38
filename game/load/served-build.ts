import type { Timers } from '../time/timers.ts';

/** Which build the server hands out now, seen from this page. */
export type BuildAnswer =
  | 'same'
  | 'other'
  /** It answers that it cannot answer, as a proxy does while the server behind it restarts. */
  | 'refused'
  /** Nothing, or not the game. */
  | 'silent';

export type ServedBuildOptions = {
  /** The build of this page; null in development, where no other one counts as newer. */
  readonly own: string | null;
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  /** Runs at the first answer `other`. */
  readonly onOther: () => void;
};

const PAGE = '/';
const PATIENCE_MS = 8000;
const PAGE_CHARS_MAX = 64 * 1024;
const SERVER_ERROR = 500;
/** As `tools/build/list-parts.ts` writes it. */
const BUILD = /<meta name="peerball-build" content="([0-9a-f]{8,64})"/;

/** Asks the server for its page, past every cache, and compares the build that it names. */
export class ServedBuild {
  readonly #options: ServedBuildOptions;
  #isOther = false;
  #asking: Promise<BuildAnswer> | null = null;

  constructor(options: ServedBuildOptions) {
    this.#options = options;
  }

  /** Never rejects. Two that ask at the same time get the same answer. */
  ask(): Promise<BuildAnswer> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(): Promise<BuildAnswer> {
    const answer = await this.#fetch();
    if (answer === 'other' && !this.#isOther) {
      this.#isOther = true;
      this.#options.onOther();
    }
    return answer;
  }

  async #fetch(): Promise<BuildAnswer> {
    const { own, timers } = this.#options;
    const abort = new AbortController();
    const cancel = timers.after(PATIENCE_MS, () => abort.abort());
    try {
      const response = await this.#options.fetch(PAGE, { cache: 'no-store', signal: abort.signal });
      if (response.status >= SERVER_ERROR) return 'refused';
      if (!response.ok) return 'silent';
      if (own === null) return 'same';
      const served = readBuild(await response.text());
      if (served === null) return 'silent';
      return served === own ? 'same' : 'other';
    } catch {
      return 'silent';
    } finally {
      cancel();
      abort.abort();
    }
  }
}

/** The build that a page names; null when it is not the game's. */
export function readBuild(html: string): string | null {
  return BUILD.exec(html.slice(0, PAGE_CHARS_MAX))?.[1] ?? null;
}
