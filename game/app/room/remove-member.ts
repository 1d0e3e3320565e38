import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { FinalWatcher } from '../../../shared/netplay/engine/room-engine.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { Command, MemberId } from '../../../shared/room/command.ts';
import { findMember, findMemberOf, type RoomState } from '../../../shared/room/room-state.ts';
import type { World } from '../../../shared/room/world.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';

/** What sending somebody away needs of the lobby. `LobbyClient` is one. */
export interface RemovalChannel {
  removeMember(code: RoomCode, peer: PeerId): Promise<Result<unknown, LobbyError>>;
}

/**
 * Sends a member away, in the timeline and in the lobby. The timeline puts it out of the match; only
 * the lobby can keep it out, since whoever comes again is another peer. What the lobby answers
 * changes nothing here: where it takes somebody else for the host, that one asks too ([L9]).
 */
export function removeMember(
  session: Pick<RoomSession, 'world' | 'request'>,
  lobby: RemovalChannel,
  code: RoomCode,
  member: MemberId,
): void {
  const peer = findMember(session.world.room, member)?.peer;
  if (peer === undefined) return;
  session.request({ type: 'leave', member });
  // The lobby knows no bots.
  if (peer !== null) void lobby.removeMember(code, peer);
}

/** Final ticks before a peer that the lobby did not keep out is asked for again. */
const AGAIN_TICKS = 3 * TICK_RATE;

/**
 * [L9] Keeps out the members that were sent away ([R26]), by the final timeline. The lobby hears only the
 * peer that it takes for the host, which is the one that sequences: so that one asks it, also for those
 * that another sequencer saw go, and again as long as the lobby does not hear it.
 */
export class RemovalWatch implements FinalWatcher {
  readonly #next: FinalWatcher;
  readonly #self: PeerId;
  readonly #keepOut: KeepOut;
  readonly #keptOut = new Set<PeerId>();
  #sentAway: readonly PeerId[] = [];
  #isAllOut = true;
  #waitingTicks = 0;

  /** @param next is told everything as well */
  constructor(next: FinalWatcher, self: PeerId, keepOut: KeepOut) {
    this.#next = next;
    this.#self = self;
    this.#keepOut = keepOut;
  }

  begin(world: World): void {
    this.#next.begin(world);
  }

  record(world: World, inputs: Uint8Array, commands: readonly Command[]): void {
    this.#look(world.room);
    this.#next.record(world, inputs, commands);
  }

  #look(room: RoomState): void {
    const isNews = room.sentAway !== this.#sentAway;
    this.#sentAway = room.sentAway;
    this.#isAllOut &&= !isNews;
    this.#waitingTicks = isNews ? 0 : this.#waitingTicks - 1;
    if (this.#isAllOut || this.#waitingTicks > 0) return;
    if (findMemberOf(room, this.#self)?.id !== room.sequencer) return;
    this.#waitingTicks = AGAIN_TICKS;
    const left = room.sentAway.filter((peer) => !this.#keptOut.has(peer));
    this.#isAllOut = left.length === 0;
    for (const peer of left) void this.#ask(peer);
  }

  async #ask(peer: PeerId): Promise<void> {
    const answer = await this.#keepOut(peer);
    if (answer.ok || answer.error.code === 'NO_PEER') this.#keptOut.add(peer);
  }
}

/** What the lobby says to keeping a peer out of the room. */
export type KeepOut = (peer: PeerId) => Promise<Result<unknown, LobbyError>>;
