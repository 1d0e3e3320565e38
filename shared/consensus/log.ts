import { assert } from '../base/assert.ts';
import { type Members, NO_MEMBERS } from './members.ts';

/**
 * A tick that carries a configuration. Each term begins with one, so the term of any tick is that of
 * the last mark up to it, and a log of any length is a few of these.
 */
export type Mark = { readonly at: number; readonly term: number; readonly members: Members };

/** The ticks that a peer holds, without what is in them. */
export type Log = {
  /** First tick that is not held. */
  end: number;
  /** First tick that is not final. */
  commit: number;
  /** First tick whose row is still here: nobody can be given what lies before it. */
  base: number;
  /** All since `base`, and the one in force there. Empty: this peer holds no world. */
  marks: Mark[];
};

/** What a voter holds from the candidate's first tick that is not final. */
export type Tail = {
  readonly from: number;
  readonly end: number;
  /** Of the last tick. */
  readonly term: number;
  readonly marks: readonly Mark[];
};

/** A peer without a world. */
export function emptyLog(): Log {
  return { end: 0, commit: 0, base: 0, marks: [] };
}

/** The configuration that is final. */
export function finalMark(log: Log): Mark {
  const mark = log.marks[finalIndex(log)];
  assert(mark !== undefined && mark.at < log.commit, 'a world has a final configuration');
  return mark;
}

/** Where the final configuration stands: those before it decide nothing any more. */
export function finalIndex({ marks, commit }: Log): number {
  let index = 0;
  while ((marks[index + 1]?.at ?? commit) < commit) index += 1;
  return index;
}

/** Rows before this final tick are no longer here, and their configurations need not be. */
export function forgetBefore(log: Log, base: number): void {
  log.base = Math.max(log.base, Math.min(base, log.commit));
  let first = 0;
  while (first < finalIndex(log) && (log.marks[first + 1]?.at ?? 0) <= log.base) first += 1;
  log.marks.splice(0, first);
}

/** The newest configuration, final or not. */
export function newestMark(log: Log): Mark {
  const mark = log.marks.at(-1);
  assert(mark !== undefined, 'a world has a configuration');
  return mark;
}

/** The term of a tick that is not older than the first mark. */
export function termAt(log: Log, tick: number): number {
  for (let index = log.marks.length - 1; index >= 0; index--) {
    const mark = log.marks[index];
    if (mark && mark.at <= tick) return mark.term;
  }
  assert(false, `the term of tick ${tick} is known`);
}

/** [C6] Whether one log goes before another: the newer last term, then the longer. */
export function isNewerLog(a: Pick<Tail, 'term' | 'end'>, b: Pick<Tail, 'term' | 'end'>): boolean {
  return a.term === b.term ? a.end > b.end : a.term > b.term;
}

/** [C8] Whether one configuration is older than another. */
export function isOlderMark(a: Pick<Mark, 'at' | 'term'>, b: Pick<Mark, 'at' | 'term'>): boolean {
  return a.term === b.term ? a.at < b.at : a.term < b.term;
}

/** What is held from a tick on, as a vote tells it. */
export function tailFrom(log: Log, from: number): Tail {
  const marks = log.marks.filter(({ at }) => at >= from);
  return { from, end: log.end, term: newestMark(log).term, marks };
}

/** Puts a tail in the place of all that is held from `at` on. */
export function replaceTail(log: Log, at: number, tail: Pick<Tail, 'end' | 'marks'>): void {
  assert(at >= log.commit && tail.end >= log.commit, 'what is final is never replaced');
  const kept = log.marks.filter((mark) => mark.at < at);
  log.marks = [...kept, ...tail.marks.filter((mark) => mark.at >= at && mark.at < tail.end)];
  log.end = tail.end;
}

/** The pages that a configuration from `at` on has and the one before it has not. */
export function addedSince({ marks }: Log, at: number): Members {
  let added = NO_MEMBERS;
  marks.forEach((mark, index) => {
    const before = marks[index - 1]?.members ?? mark.members;
    if (mark.at >= at) added |= mark.members & ~before;
  });
  return added;
}

/** Orders the tick that carries a configuration. */
export function appendMark(log: Log, term: number, members: Members): Mark {
  const mark = { at: log.end, term, members };
  log.marks.push(mark);
  log.end += 1;
  return mark;
}

/** Makes all ticks before this one final. */
export function commitUpTo(log: Log, end: number): void {
  assert(end >= log.commit && end <= log.end, 'what is final grows within what is held');
  log.commit = end;
}
