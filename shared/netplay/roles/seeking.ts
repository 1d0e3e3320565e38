import type { PeerId } from '../../base/peer-id.ts';
import type { MemberId, RoomRequest } from '../../room/command.ts';
import type { ControlMessage } from '../../wire/control-packet.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { Outcome, Role } from './role.ts';
import type { SessionState } from '../session/session-state.ts';

const ASK_EVERY_MS = 250;
/** ms without a link to any other peer: the room begins anew. One that has the match goes on alone sooner ([C15]). */
const ALONE_AFTER_MS = 12_000;
/** ms for all links to open before the word of those that are open counts. */
const EARLIEST_MS = 1_500;
/** ms: a peer whose link does not open may have a world, and be offline for a moment. */
const UNHEARD_AFTER_MS = 8_000;

export type SeekingExits = {
  found(nowMs: number): Role;
  follow(sequencer: PeerId, self: MemberId): Role;
};

/** The peer that asks, and since when. */
export type SeekingParts = {
  readonly name: string;
  readonly nowMs: number;
  /** Whether the lobby hears this peer, as far as is known. */
  readonly isHeardByLobby: (peer: PeerId) => boolean;
};

/** A sequencer whose page was loaded anew: asks everybody for the world that it lost. */
export class Seeking implements Role {
  readonly self = null;
  readonly isSequencer = false;
  readonly isTimed = false;
  readonly slackTicks = 0;
  readonly furthestTick = 0;
  readonly state: SessionState = { state: 'joining', step: 'hello', progress: 0 };
  readonly #parts: SeekingParts;
  readonly #exits: SeekingExits;
  /** Those who have no world either, with what they asked. */
  readonly #worldless = new Map<PeerId, readonly [RemotePeer, ControlMessage]>();
  /** Those who were asked once: without a word that they have no world they may have the match. */
  readonly #asked = new Set<PeerId>();
  #askedAtMs = Number.NEGATIVE_INFINITY;
  #next: Role | null = null;

  constructor(parts: SeekingParts, exits: SeekingExits) {
    this.#parts = parts;
    this.#exits = exits;
  }

  request(_request: RoomRequest): void {
    // There is no room yet to ask anything of.
  }

  handlePacket(): void {
    // Packets make no sense without a world.
  }

  handleMessage(remote: RemotePeer, message: ControlMessage): void {
    if (message.type === 'join' && message.fresh)
      this.#worldless.set(remote.peer, [remote, message]);
    if (message.type === 'welcome') this.#next = this.#exits.follow(remote.peer, message.member);
  }

  forget(peer: PeerId): void {
    this.#worldless.delete(peer);
  }

  decide(): void {
    // Nothing to decide without a world.
  }

  advance(nowMs: number, remotes: Remotes): Outcome {
    if (this.#next) return { become: this.#next };
    const ready = [...remotes.values()].filter((remote) => remote.channel.isReady);
    if (ready.length > 0 && nowMs - this.#askedAtMs >= ASK_EVERY_MS) {
      this.#askedAtMs = nowMs;
      const { name } = this.#parts;
      for (const { channel, peer } of ready) {
        channel.sendControl({ type: 'join', name, fresh: true });
        this.#asked.add(peer);
      }
    }
    const away = [...remotes.values()].filter(
      ({ channel, peer }) =>
        !channel.isReady && (channel.state.state !== 'closed' || this.#parts.isHeardByLobby(peer)),
    );
    const elapsedMs = nowMs - this.#parts.nowMs;
    return this.#isNobodyLeft(elapsedMs, ready, away) ? this.#found(nowMs) : null;
  }

  send(): void {
    // All that is said goes over the control lane.
  }

  #isNobodyLeft(
    elapsedMs: number,
    ready: readonly RemotePeer[],
    away: readonly RemotePeer[],
  ): boolean {
    if (elapsedMs >= ALONE_AFTER_MS && ready.length === 0) return true;
    const areAllWorldless = ready.every((remote) => this.#worldless.has(remote.peer));
    return elapsedMs >= this.#patienceFor(away) && ready.length > 0 && areAllWorldless;
  }

  /** [N14] ms for those who may have a world and cannot be heard just now. */
  #patienceFor(away: readonly RemotePeer[]): number {
    const mayHold = ({ peer }: RemotePeer): boolean =>
      this.#asked.has(peer) && !this.#worldless.has(peer) && this.#parts.isHeardByLobby(peer);
    if (away.some(mayHold)) return ALONE_AFTER_MS;
    return away.length > 0 ? UNHEARD_AFTER_MS : EARLIEST_MS;
  }

  /** Begins the room, and lets in those who asked while there was none. */
  #found(nowMs: number): Outcome {
    const become = this.#exits.found(nowMs);
    for (const [remote, message] of this.#worldless.values()) become.handleMessage(remote, message);
    return { become };
  }
}
