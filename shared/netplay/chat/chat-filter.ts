import type { MemberId } from '../../room/command.ts';
import type { Audience } from './chat.ts';
import type { Words } from './words.ts';

/** ms: a line that the script says nothing about goes on without it. */
export const UNFILTERED_AFTER_MS = 2_000;
/** Lines that wait for a verdict. */
const WAITING_MAX = 64;
/** A line that came by two ways comes by both within so long. */
const TWICE_WITHIN_MS = 15_000;
const KNOWN_MAX = 24;

/** [N61] A line that this member is asked about, as the script that filters. */
export type AskedLine = {
  /** To be told with the verdict. */
  readonly id: number;
  readonly author: MemberId;
  readonly audience: Audience;
} & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quick'; readonly quick: number }
);

/** [N61] An author's own lines that nobody has seen yet. */
export class AwaitedLines {
  readonly #lines = new Map<number, { readonly words: Words; readonly saidAtMs: number }>();

  wait(words: Words, nowMs: number): void {
    this.#lines.set(words.mark, { words, saidAtMs: nowMs });
  }

  /** The line with this mark, which waits no longer; undefined when none does. */
  take(mark: number): Words | undefined {
    const line = this.#lines.get(mark);
    this.#lines.delete(mark);
    return line?.words;
  }

  /** Those that waited for long enough, and wait no longer. */
  takeOld(nowMs: number): readonly Words[] {
    if (this.#lines.size === 0) return NO_WORDS;
    const old = [...this.#lines.values()].filter(
      ({ saidAtMs }) => nowMs - saidAtMs >= UNFILTERED_AFTER_MS,
    );
    for (const { words } of old) this.#lines.delete(words.mark);
    return old.map(({ words }) => words);
  }
}

/** [N61] What the script that filters is asked, until it said what becomes of it. */
export class AskedLines {
  readonly #lines = new Map<number, { readonly author: MemberId; readonly words: Words }>();
  #untold: AskedLine[] = [];
  #nextId = 0;

  ask(author: MemberId, words: Words): void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#lines.set(id, { author, words });
    const oldest = this.#lines.keys().next().value;
    if (this.#lines.size > WAITING_MAX && oldest !== undefined) this.#lines.delete(oldest);
    const audience = words.type === 'chat' && words.toTeam ? 'team' : 'all';
    const line = { id, author, audience } as const;
    this.#untold = [...this.#untold, tell(line, words)].slice(-WAITING_MAX);
  }

  /** Since the last call. */
  takeUntold(): readonly AskedLine[] {
    return this.#untold.splice(0);
  }

  /** The line with this id, which is decided now; undefined when it was before. */
  decide(id: number): { readonly author: MemberId; readonly words: Words } | undefined {
    const line = this.#lines.get(id);
    this.#lines.delete(id);
    return line;
  }
}

/** A line may come from its author and from the script: it is shown once. */
export class KnownLines {
  readonly #known = new Map<MemberId, { readonly mark: number; readonly atMs: number }[]>();

  /** False when it came before. */
  isNew(author: MemberId, mark: number, nowMs: number): boolean {
    const known = this.#known.get(author) ?? [];
    const recent = known.filter(({ atMs }) => nowMs - atMs < TWICE_WITHIN_MS).slice(-KNOWN_MAX);
    const isNew = recent.every((one) => one.mark !== mark);
    this.#known.set(author, isNew ? [...recent, { mark, atMs: nowMs }] : recent);
    return isNew;
  }
}

const NO_WORDS: readonly Words[] = [];

function tell(line: Pick<AskedLine, 'id' | 'author' | 'audience'>, words: Words): AskedLine {
  return words.type === 'chat'
    ? { ...line, kind: 'text', text: words.text }
    : { ...line, kind: 'quick', quick: words.id };
}
