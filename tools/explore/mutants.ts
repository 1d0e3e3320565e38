import { countMembers } from '../../shared/consensus/members.ts';
import { RULES, type Rules } from '../../shared/consensus/rules.ts';
import { WITNESS_RULES, type WitnessRules } from '../../shared/consensus/witness.ts';
import { FAIR_GAME, type Game } from './world.ts';

/** A deliberate bug in one rule, and the plan in which it has to show. */
export type Mutant = {
  readonly rule: string;
  readonly bug: string;
  readonly plan: string;
  readonly game: Game;
};

/** Each of them the explorer has to find: that is how we know that it looks. */
export const MUTANTS: readonly Mutant[] = [
  peers('C1', 'an older term counts like the own one', 'two', {
    compareTerms: (own, theirs) => (theirs > own ? 'newer' : 'same'),
  }),
  peers('C2', 'half of the members is a quorum without the witness', 'two', {
    hasQuorum: (configuration, { members }) =>
      countMembers(configuration & members) * 2 >= countMembers(configuration),
  }),
  peers('C2', 'who does not answer counts as over', 'three', {
    hasQuorum: (configuration, { members }) => (configuration & members) !== 0,
  }),
  peers('C3', 'only the newest configuration is asked', 'two', {
    agrees: (log, _end, yes, hasQuorum) => hasQuorum(log.marks.at(-1)!.members, yes),
  }),
  peers('C5', 'a peer votes twice a term', 'three, two candidates', { isVoteFree: () => true }),
  peers('C6', 'the longest log wins, whatever its term', 'three, many terms', {
    isNewerLog: (a, b) => a.end > b.end,
  }),
  peers('C6', 'the candidate goes on with its own log', 'three', { isNewerLog: () => false }),
  witness('C7', 'the witness votes twice a term', 'two, transfer', { isVoteFree: () => true }),
  witness('C8', 'the witness forgets its configuration', 'two', { isOlderMark: () => false }),
  peers('C9', 'what differs is kept', 'two', { keepsSuffix: () => true }),
  peers('C9', 'all that is held counts as the same', 'three, in pieces', {
    agreedAfter: (_told, own) => own,
  }),
  witness('C10', 'a witness without memory votes', 'two, restart', { hasMemory: () => true }),
  witness('C10', 'a witness without memory believes any sequencer', 'two, restart', {
    isSettled: () => true,
  }),
  peers('C12', 'the heir of a transfer begins without votes', 'four, transfer', {
    mayTakeOver: (isElected, isTransfer) => isElected || isTransfer,
  }),
];

function peers(rule: string, bug: string, plan: string, broken: Partial<Rules>): Mutant {
  return { rule, bug, plan, game: { ...FAIR_GAME, rules: { ...RULES, ...broken } } };
}

function witness(rule: string, bug: string, plan: string, broken: Partial<WitnessRules>): Mutant {
  const witnessRules = { ...WITNESS_RULES, ...broken };
  return { rule, bug, plan, game: { ...FAIR_GAME, witnessRules } };
}
