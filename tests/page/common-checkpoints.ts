/** Of one player's final states, as [tick, hash]. */
export type Hashes = readonly (readonly [tick: number, hash: number])[];

export type Comparison = {
  readonly compared: number;
  /** Ticks at which the two hold different states. */
  readonly differing: readonly number[];
};

/** Compares the final states that all players have a hash of. */
export function commonCheckpoints(players: readonly { readonly hashes: Hashes }[]): Comparison {
  const [first, ...others] = players.map(({ hashes }) => new Map(hashes));
  const common = [...(first ?? [])].filter(([tick]) => others.every((other) => other.has(tick)));
  const differing = common.filter(([tick, hash]) =>
    others.some((other) => other.get(tick) !== hash),
  );
  return { compared: common.length, differing: differing.map(([tick]) => tick) };
}
