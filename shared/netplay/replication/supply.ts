import { findMemberOf } from '../../room/room-state.ts';
import type { PacketBody } from '../link/peer-channel.ts';
import type { RemotePeer, Remotes } from './remote-peer.ts';
import type { Sequencer } from './sequencer.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { ClockSync } from '../timing/clock-sync.ts';
import type { Visibility } from '../session/visibility.ts';

/** Ticks: a peer that lacks so many final ones gets the world rather than all of them. */
const SNAPSHOT_BEHIND_TICKS = 512;

/** What is handed on, when, and by whose page. */
export type SupplyParts = {
  readonly engine: RoomEngine;
  readonly clock: ClockSync;
  readonly visibility: Visibility;
};

/** The sequencer's packets: everybody gets what it lacks of the timeline, or the world. */
export class Supply {
  readonly #parts: SupplyParts;
  readonly #sequencer: Sequencer;
  #hasNews = false;

  constructor(parts: SupplyParts, sequencer: Sequencer) {
    this.#parts = parts;
    this.#sequencer = sequencer;
  }

  /** A command was ordered: everybody shall have it at once. */
  hurry(): void {
    this.#hasNews = true;
  }

  /** Once a tick. */
  send(now: number, nowMs: number, remotes: Remotes, isHandingOver: boolean): void {
    for (const remote of remotes.values()) {
      if (this.#hasNews) remote.pace.hurry();
      if (!remote.channel.isReady) continue;
      // A member whose link was rebuilt may follow somebody else by now, or reign itself: it shall hear
      // from us, so that one of us learns of the other's term.
      const isKnown = findMemberOf(this.#parts.engine.room, remote.peer) !== undefined;
      const isSupplied = remote.isFed || (isKnown && remote.feed.end > 0);
      if (isSupplied && this.#sendWorld(remote, nowMs) && remote.pace.isDue(now)) {
        remote.pace.sent(now, this.#sendConfirms(remote, nowMs, isHandingOver));
      }
    }
    this.#hasNews = false;
  }

  /** Sends the world to whom it is owed; false while it cannot be. */
  #sendWorld(remote: RemotePeer, nowMs: number): boolean {
    const { engine } = this.#parts;
    const { finalEnd, start } = engine.timeline;
    const isFarBehind = remote.feed.end < Math.max(finalEnd - SNAPSHOT_BEHIND_TICKS, start);
    if (isFarBehind) remote.needsSnapshot = true;
    if (remote.needsSnapshot && findMemberOf(engine.room, remote.peer)) {
      remote.needsSnapshot = false;
      remote.feed.startSnapshot(engine.final);
    }
    if (remote.needsSnapshot) return false;
    for (const part of remote.feed.takeSnapshotParts()) remote.channel.send(part, nowMs);
    return true;
  }

  #sendConfirms(remote: RemotePeer, nowMs: number, isHandingOver: boolean): boolean {
    const { engine, clock, visibility } = this.#parts;
    const view = {
      nowTick: clock.tickAt(nowMs),
      seat: findMemberOf(engine.room, remote.peer)?.seat ?? null,
      isHidden: visibility.isHidden,
      isHandingOver,
    };
    const send = (packet: PacketBody): boolean => remote.channel.send(packet, nowMs);
    return remote.feed.sendConfirms(engine, this.#sequencer, view, send);
  }
}
