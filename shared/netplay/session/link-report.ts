import type { PeerId } from '../../base/peer-id.ts';
import type { LinkPath } from '../link/link.ts';

/** How one other peer is heard; shown as ping bars. */
export type LinkReport = {
  readonly peer: PeerId;
  readonly rttMs: number;
  readonly jitterMs: number;
  /** 0 … 1 */
  readonly loss: number;
  /** Milliseconds since anything was heard. */
  readonly silentMs: number;
  /** Set when this peer runs another version of the game, which cannot share the match. */
  readonly version: 'same' | 'older' | 'newer';
  /** The way to this peer; null where it is not known. */
  readonly path: LinkPath | null;
};
