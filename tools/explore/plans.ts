/** What may happen in one exploration, and how often. */
export type Plan = {
  readonly name: string;
  /** Members of the room at first; the first is the sequencer. */
  readonly members: number;
  readonly hasWitness: boolean;
  /** A log that would be longer is not followed: each change of configuration is a tick as well. */
  readonly ticks: number;
  /** Terms behind the first: a peer that would go beyond is not followed. */
  readonly terms: number;
  /**
   * All that was ever sent may still come. Else the newest of each kind that one says to another in
   * one term takes the place of the last, which was delivered before or lost.
   */
  readonly reorders: boolean;
  /** What one append has place for. */
  readonly piece: number;
  readonly budget: Budget;
};

export type Budget = {
  /** A peer's clock goes on by so much that all it waits for is over. */
  readonly time: number;
  /** A sequencer orders a tick. */
  readonly order: number;
  readonly join: number;
  readonly transfer: number;
  /** A page ends: what it held is gone. */
  readonly end: number;
  /** A page ends and comes back without its memory, under the number of a newcomer. */
  readonly reload: number;
  /** The witness loses its memory. */
  readonly restart: number;
  /** A peer's patience ends. */
  readonly unclean: number;
};

const NOTHING: Budget = {
  time: 0,
  order: 0,
  join: 0,
  transfer: 0,
  end: 0,
  reload: 0,
  restart: 0,
  unclean: 0,
};

type Room = Pick<Plan, 'members' | 'terms' | 'ticks'> &
  Partial<Pick<Plan, 'hasWitness' | 'reorders' | 'piece'>>;

function plan(name: string, room: Room, budget: Partial<Budget>): Plan {
  return {
    name,
    hasWitness: true,
    reorders: false,
    piece: 100,
    ...room,
    budget: { ...NOTHING, ...budget },
  };
}

/** Small enough to be explored to the end in a unit test. */
export const SHORT_PLANS: readonly Plan[] = [
  plan('two', { members: 2, terms: 1, ticks: 5 }, { time: 2, order: 1 }),
  plan(
    'two, all reordered',
    { members: 2, terms: 1, ticks: 4, reorders: true },
    { time: 1, order: 1 },
  ),
  plan('two, join', { members: 2, terms: 1, ticks: 5 }, { time: 1, join: 1 }),
  plan('two, restart', { members: 2, terms: 1, ticks: 4 }, { time: 2, restart: 1 }),
  plan('two, reload', { members: 2, terms: 1, ticks: 5 }, { time: 2, reload: 1 }),
  plan('two, unclean', { members: 2, terms: 1, ticks: 5 }, { time: 1, unclean: 1, order: 1 }),
  plan('three', { members: 3, terms: 1, ticks: 5 }, { time: 1, order: 1 }),
  plan('three, transfer', { members: 3, terms: 1, ticks: 5 }, { transfer: 1, order: 1 }),
];

/** What `npm run explore` looks through beside the short ones, each up to so many states. */
export const LONG_PLANS: readonly Plan[] = [
  plan('three, two candidates', { members: 3, terms: 1, ticks: 5 }, { time: 2 }),
  plan('three, two terms', { members: 3, terms: 2, ticks: 6 }, { time: 3, order: 1 }),
  plan(
    'three, reload',
    { members: 3, terms: 1, ticks: 4, hasWitness: false },
    { time: 3, reload: 1 },
  ),
  plan(
    'three, no lobby',
    { members: 3, terms: 2, ticks: 6, hasWitness: false },
    { time: 2, order: 2 },
  ),
  plan(
    'three, in pieces',
    { members: 3, terms: 2, ticks: 5, hasWitness: false, piece: 1 },
    { time: 2, order: 2 },
  ),
  plan(
    'three, many terms',
    { members: 3, terms: 4, ticks: 5, hasWitness: false, piece: 1 },
    { time: 4, order: 1 },
  ),
  plan('four, transfer', { members: 4, terms: 1, ticks: 6 }, { time: 1, transfer: 1 }),
  plan('two, transfer', { members: 2, terms: 2, ticks: 5 }, { time: 3, transfer: 1 }),
  plan('four', { members: 4, terms: 1, ticks: 7 }, { time: 2, order: 1 }),
  plan('four, transfer and leave', { members: 4, terms: 1, ticks: 7 }, { transfer: 1, end: 1 }),
  plan('two, join and leave', { members: 2, terms: 1, ticks: 6 }, { time: 1, join: 1, end: 1 }),
  plan(
    'two, all at once',
    { members: 2, terms: 3, ticks: 7 },
    { time: 3, order: 2, join: 1, transfer: 1, end: 1, restart: 1, unclean: 1 },
  ),
];

/** The plan of a name. */
export function findPlan(name: string): Plan {
  const found = [...SHORT_PLANS, ...LONG_PLANS].find((one) => one.name === name);
  if (!found) throw new Error(`no plan is called ${name}`);
  return found;
}
