/** What happened to this peer so far. */
export type SessionCounts = {
  /** Ticks in which nothing moved here, because nothing became final for too long. */
  stalledTicks: number;
  /** Peers whose state differed and was replaced by ours: 0 unless something is badly wrong. */
  repairs: number;
  /** Times that what was final here turned out not to be: 0 unless something is badly wrong. */
  retractions: number;
  /** Elections that were won without a quorum: what is final elsewhere may be lost. */
  unclean: number;
  /** Words of a second sequencer in one term: 0 unless a peer is broken, or lies. */
  rivals: number;
  /** Ticks that were ordered and shown, but never final: the smaller side of a cut gave them up. */
  takenBackTicks: number;
  /** Own inputs that came too late: another was played for them. */
  eatenInputs: number;
  /** Ticks that the sequencer waits for inputs at present. */
  deadlineTicks: number;
};

/** All counts at 0. */
export function createCounts(): SessionCounts {
  return {
    stalledTicks: 0,
    repairs: 0,
    retractions: 0,
    unclean: 0,
    rivals: 0,
    takenBackTicks: 0,
    eatenInputs: 0,
    deadlineTicks: 0,
  };
}
