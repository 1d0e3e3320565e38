import type { PeerId } from '../../base/peer-id.ts';

/** Why the room is over for this peer. */
export type CloseReason =
  | 'left'
  | 'removed'
  | 'room-full'
  /** Another version of the game: `remoteNewer` tells who has to reload. */
  | 'version-mismatch'
  /** No path to the host could be opened, or the one there was broke. */
  | 'link-failed'
  | 'host-gone'
  /** The host could be reached, and says nothing any more. */
  | 'host-silent'
  /** The snapshot did not come through in time. */
  | 'join-timeout';

export type SessionState =
  | {
      readonly state: 'joining';
      readonly step: 'link' | 'hello' | 'snapshot' | 'stadium';
      readonly progress: number;
    }
  /** `isMoving`: the sequencer is gone and another peer is taking its part. */
  | { readonly state: 'live'; readonly isMoving: false }
  | {
      readonly state: 'live';
      readonly isMoving: true;
      /** The peer that had the part; null while it is this peer itself that may not go on. */
      readonly from: PeerId | null;
      /** It said goodbye, or the lobby said it for it; otherwise it is only silent. */
      readonly hasLeft: boolean;
    }
  | { readonly state: 'closed'; readonly reason: CloseReason; readonly remoteNewer?: boolean };

/** How a session ends. */
export type Ending = { readonly reason: CloseReason; readonly remoteNewer?: boolean };
