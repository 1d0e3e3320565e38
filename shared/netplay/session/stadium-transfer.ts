import type { PeerId } from '../../base/peer-id.ts';

/** A stadium on its way between this peer and another. */
export type StadiumTransfer = {
  readonly peer: PeerId;
  readonly direction: 'in' | 'out';
  /** 0 … 1 */
  readonly progress: number;
};
