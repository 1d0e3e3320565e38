import type { ConsensusRoom } from './consensus-room.ts';

/** What went wrong in one room, or in many. */
export type Tally = {
  /** Final ticks that two members hold in two ways. */
  divergedTicks: number;
  /** Members that said that what was final with them is void. */
  retractions: number;
  /** Two sequencers of one term. */
  rivals: number;
  uncleanElections: number;
  /** Terms that were begun. */
  terms: number;
  /** Members that at the end follow nobody, or hold nothing of the last second. */
  stranded: number;
};

export const NO_TALLY: Tally = {
  divergedTicks: 0,
  retractions: 0,
  rivals: 0,
  uncleanElections: 0,
  terms: 0,
  stranded: 0,
};

/** Counts what became of a room. */
export function tallyOf(room: ConsensusRoom): Tally {
  const tally = { ...NO_TALLY, divergedTicks: room.final.divergedTicks };
  for (const { counts } of room.everybody) {
    tally.retractions += counts.retracted;
    tally.rivals += counts.rivals;
    tally.uncleanElections += counts.unclean;
    tally.terms += counts.terms;
  }
  const end = room.sequencer?.state.log.end ?? Infinity;
  for (const { state } of room.members.values()) {
    if (!(state.log.commit > end - 60)) tally.stranded += 1;
  }
  return tally;
}

/** The counts of two runs together. */
export function addTally(sum: Tally, one: Tally): Tally {
  return {
    divergedTicks: sum.divergedTicks + one.divergedTicks,
    retractions: sum.retractions + one.retractions,
    rivals: sum.rivals + one.rivals,
    uncleanElections: sum.uncleanElections + one.uncleanElections,
    terms: sum.terms + one.terms,
    stranded: sum.stranded + one.stranded,
  };
}
