import { type Log, finalIndex, termAt } from './log.ts';
import { type Members, PAGES_MAX } from './members.ts';
import type { Yes } from './quorum.ts';

/** How far everybody holds a log: by page, and the witness by the configuration that it keeps. */
export type Holdings = {
  readonly matches: Int32Array;
  readonly witnessEnd: number;
  readonly ended: Members;
  readonly parted: Members;
};

export type CommitRules = {
  readonly hasQuorum: (configuration: Members, yes: Yes) => boolean;
  /** [C3] What has to agree up to here: the final configuration and each that was ordered since. */
  readonly agrees: typeof agrees;
  /** [C4] Whether a tick may be counted: one of an older term becomes final behind one of this. */
  readonly isCountable: (tickTerm: number, term: number) => boolean;
};

/** [C4] Only ticks of the present term are counted. */
export function isOfTerm(tickTerm: number, term: number): boolean {
  return tickTerm === term;
}

/** [C3] Whether every configuration from the final one to those ordered before `end` has a quorum. */
export function agrees(
  log: Log,
  end: number,
  yes: Yes,
  hasQuorum: CommitRules['hasQuorum'],
): boolean {
  for (let index = finalIndex(log); index < log.marks.length; index++) {
    const mark = log.marks[index];
    if (!mark || mark.at >= Math.max(end, log.commit)) break;
    if (!hasQuorum(mark.members, yes)) return false;
  }
  return true;
}

/** [C4] First tick that is not final by what everybody holds; never less than before. */
export function findCommit(log: Log, term: number, held: Holdings, rules: CommitRules): number {
  let best = log.commit;
  for (let page = 0; page < PAGES_MAX; page++) {
    const end = Math.min(held.matches[page] ?? 0, log.end);
    if (end > best && isFinal(log, end, term, held, rules)) best = end;
  }
  // A change of configuration may wait for a quorum that what lies before it has.
  for (const { at } of log.marks) {
    if (at > best && isFinal(log, at, term, held, rules)) best = at;
    if (at + 1 > best && isFinal(log, at + 1, term, held, rules)) best = at + 1;
  }
  return best;
}

function isFinal(log: Log, end: number, term: number, held: Holdings, rules: CommitRules): boolean {
  if (!rules.isCountable(termAt(log, end - 1), term)) return false;
  judged.members = holdersOf(end, held.matches);
  judged.witness = held.witnessEnd >= end;
  judged.ended = held.ended;
  judged.parted = held.parted;
  return rules.agrees(log, end, judged, rules.hasQuorum);
}

/** Written anew for each question: this is asked for each acknowledgement. */
const judged = { members: 0, witness: false, ended: 0, parted: 0 };

/** Those who hold every tick before `end`. */
export function holdersOf(end: number, matches: Int32Array): Members {
  let holders = 0;
  for (let page = 0; page < PAGES_MAX; page++) {
    if ((matches[page] ?? 0) >= end) holders |= 1 << page;
  }
  return holders;
}

/** Whether a configuration was ordered that is not final yet. */
export function hasPendingMark(log: Log): boolean {
  return finalIndex(log) < log.marks.length - 1;
}
