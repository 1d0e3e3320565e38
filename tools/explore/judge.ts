import type { PeerState } from '../../shared/consensus/peer-state.ts';
import type { FinalTick, Ghost } from './ghost.ts';
import { type Stepped, termsOf } from './one-peer.ts';

const LINEAGES = 32;

export type Verdict = { readonly ghost: Ghost; readonly violation: string | null };

/** Judges one step of one peer by what the explorer remembers, and remembers it. */
export function judgeStep(
  ghost: Ghost,
  before: PeerState | null,
  stepped: Stepped,
  others: readonly PeerState[],
): Verdict {
  const { state, failure } = stepped;
  if (failure !== null) return { ghost, violation: failure };
  const { term, votedFor } = state.terms;
  if (before && term < before.terms.term) return { ghost, violation: 'a term fell' };
  const voted = noteVote(ghost, `${state.page}.${term}`, votedFor);
  if (voted.violation !== null) return voted;
  const led = noteSequencer(voted.ghost, before, stepped);
  if (led.violation !== null) return led;
  return noteFinal(led.ghost, stepped, [state, ...others]);
}

/** No vote is cast twice in a term. */
export function noteVote(ghost: Ghost, ballot: string, votedFor: number): Verdict {
  const before = ghost.votes[ballot];
  if (votedFor < 0 || before === votedFor) return { ghost, violation: null };
  if (before !== undefined) return { ghost, violation: `two votes of ${ballot}` };
  return { ghost: { ...ghost, votes: { ...ghost.votes, [ballot]: votedFor } }, violation: null };
}

/** One sequencer a term, and it holds all that is final. */
function noteSequencer(
  ghost: Ghost,
  before: PeerState | null,
  { state, isUnclean }: Stepped,
): Verdict {
  const { term } = state.terms;
  const led = before?.role.state === 'sequencer' && before.terms.term === term;
  if (state.role.state !== 'sequencer' || led) return { ghost, violation: null };
  const sequencer = ghost.sequencers[term];
  if (sequencer !== undefined) return { ghost, violation: `two sequencers of term ${term}` };
  const lineage = lineageKey(term);
  const known = ghost.final[lineage] ?? [];
  const missed = isUnclean ? -1 : known.findIndex((tick, at) => isMissed(tick, at, state, ghost));
  if (missed >= 0) return { ghost, violation: `a new sequencer lacks the final tick ${missed}` };
  return {
    ghost: { ...ghost, sequencers: { ...ghost.sequencers, [term]: state.page } },
    violation: null,
  };
}

/** A tick that only pages held which are over is lost, and nobody can be blamed. */
function isMissed(
  final: FinalTick | undefined,
  tick: number,
  { log, terms }: PeerState,
  { ended }: Ghost,
): boolean {
  if (!final) return false;
  const [term, holders, finalIn] = final;
  // A sequencer elected late, in a term that others have left behind, makes nothing final any more.
  if (finalIn >= terms.term) return false;
  if ((holders & ~ended) === 0) return false;
  const first = log.marks[0]?.at ?? 0;
  return tick >= log.end || (tick >= first && termsOf(log, tick)[0] !== term);
}

/** A tick that is final never changes, in one lineage. */
function noteFinal(ghost: Ghost, stepped: Stepped, peers: readonly PeerState[]): Verdict {
  const { finalFrom, finalTerms, state } = stepped;
  if (finalTerms.length === 0) return { ghost, violation: null };
  const lineage = lineageKey(state.terms.term);
  const list = [...(ghost.final[lineage] ?? [])];
  for (const [index, term] of finalTerms.entries()) {
    const tick = finalFrom + index;
    const known = list[tick];
    if (known && known[0] !== term && (known[1] & ~ghost.ended) !== 0) {
      return { ghost, violation: `the final tick ${tick} changed` };
    }
    if (!known || known[0] !== term) {
      list[tick] = [term, holdersOf(tick, term, peers), state.terms.term];
    }
  }
  return { ghost: { ...ghost, final: { ...ghost.final, [lineage]: list } }, violation: null };
}

function holdersOf(tick: number, term: number, peers: readonly PeerState[]): number {
  let holders = 0;
  for (const { page, log } of peers) {
    const isHeld = (log.marks[0]?.at ?? log.end) <= tick && termsOf(log, tick)[0] === term;
    if (isHeld) holders |= 1 << page;
  }
  return holders;
}

/** Two logs that agree on the term of a tick agree up to it. */
export function judgeLogs(a: PeerState, b: PeerState): string | null {
  if (a.log.marks.length === 0 || b.log.marks.length === 0) return null;
  const from = Math.max(a.log.marks[0]!.at, b.log.marks[0]!.at);
  const [ours, theirs] = [termsOf(a.log, from), termsOf(b.log, from)];
  const last = ours.findLastIndex((term, index) => term === theirs[index]);
  const differs = ours.findIndex((term, index) => term !== theirs[index]);
  if (differs >= 0 && differs < last) return 'logs agree on a term, but not up to it';
  const end = from + last;
  return marksUpTo(a, from, end) === marksUpTo(b, from, end)
    ? null
    : 'logs agree on a term, but not on the configurations';
}

function marksUpTo({ log }: PeerState, from: number, end: number): string {
  return JSON.stringify(log.marks.filter(({ at }) => at > from && at <= end));
}

function lineageKey(term: number): string {
  return String(term % LINEAGES);
}
