import type { PeerId } from '../../base/peer-id.ts';

export type LinkState = 'connecting' | 'open' | 'closed';

/** Which way datagrams take: from machine to machine, over a TURN server, or through the lobby. */
export type LinkPath = 'direct' | 'turn' | 'lobby';

/** Largest datagram: one message is then one SCTP fragment. */
export const MAX_DATAGRAM_BYTES = 1100;

/**
 * A way to one other peer that loses, reorders, delays and doubles what it carries.
 * Adapters: `game/net/link/peer-link.ts` (WebRTC), `game/net/link/relay-link.ts` (through the lobby), the two
 * joined in `game/net/link/pair-link.ts`, and `simulated-network.ts`; all pass `link.contract.ts`.
 */
export interface Link {
  readonly remote: PeerId;
  readonly state: LinkState;
  /** Just now, for display; null or absent where it is not known. */
  readonly path?: LinkPath | null;

  /**
   * Sends a datagram, or drops it and returns false when the link is not open or older bytes still
   * wait in its buffer: these would only make the new one late. The bytes may be reused as soon as
   * the call returns.
   */
  send(bytes: Uint8Array): boolean;

  /**
   * Hands over every datagram that arrived since the last call, in order of arrival, with the
   * instant of its arrival on the clock that drives the session: round trips are then measured to
   * the millisecond although packets are taken in once a tick.
   */
  receive(handle: (bytes: Uint8Array, atMs: number) => void): void;

  /** Closes for good. Closing twice is fine. */
  close(): void;
}
