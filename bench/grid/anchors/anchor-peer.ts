import type { VirtualPage } from './virtual-page.ts';
import type { PitchGame } from './pitch-game.ts';

/** What one side of a library is given. */
export type AnchorSide = {
  /** 0 or 1: the place, the seat and, where there is one, the host (0). */
  readonly place: 0 | 1;
  readonly game: PitchGame;
  readonly page: VirtualPage;
  /** The buttons held now. */
  readonly poll: () => number;
  readonly send: (bytes: Uint8Array) => void;
  /** The library took these buttons for the step that begins at this tick of the game. */
  readonly onOwnInput: (tick: number, bits: number) => void;
};

/** One side of somebody else's netcode. */
export interface AnchorPeer {
  /** A message of the other side. */
  receive(bytes: Uint8Array): void;
  /** What the library's own loop, or the one its manual asks for, does every 60th of a second. */
  tick(): void;
}

export type Anchor = {
  readonly name: string;
  /** What it runs over, as it sets it up itself. */
  readonly channel: { readonly isOrdered: boolean };
  /** What has to be known to read its figures. */
  readonly assumption: string;
  readonly createPeer: (side: AnchorSide) => AnchorPeer;
};
