/** Packets of both directions together. */
export type PacketCounts = {
  readonly in: number;
  readonly dropped: number;
  readonly out: number;
  /** How much later than meant they went out, on the mean: a busy machine delays them too. */
  readonly lateMs: number;
};
