import { BY_SEQUENCER, type MemberId } from '../../room/command.ts';
import { type Person, findMember, peopleIn } from '../../room/room-state.ts';
import { TEAM_NONE } from '../../sim/team.ts';
import { HASH_EVERY_TICKS, type InputPacket } from '../../wire/input-packet.ts';
import { type DesyncReport, addReport } from './desync-report.ts';
import { HashTally } from './hash-tally.ts';
import type { Remotes } from '../replication/remote-peer.ts';
import type { Sequencer } from '../replication/sequencer.ts';
import { toShortHashIndex } from '../engine/hash-history.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { SessionCounts } from '../session/session-counts.ts';

/** The sequencer's own state, and where it is noted who differed. */
export type DesyncGuardParts = {
  readonly engine: RoomEngine;
  readonly counts: SessionCounts;
  readonly desyncs: DesyncReport[];
};

/** The sequencer's eye on what everybody computes: who differs is repaired, or is itself the one. */
export class DesyncGuard {
  readonly #parts: DesyncGuardParts;
  readonly #sequencer: Sequencer;
  readonly #tally = new HashTally();

  constructor(parts: DesyncGuardParts, sequencer: Sequencer) {
    this.#parts = parts;
    this.#sequencer = sequencer;
  }

  /** A member says what it computed. */
  take(member: Person, hash: NonNullable<InputPacket['hash']>): void {
    this.#tally.put(member.id, hash, this.#parts.engine.hashes.newest);
  }

  /**
   * Once a tick. [N9] A peer whose final state differs gets ours and plays on; [N23] unless most agree
   * with it.
   *
   * @param handOver gives the term to one of the majority; false when it cannot now
   */
  advance(
    nowMs: number,
    remotes: Remotes,
    handOver: (majority: ReadonlySet<MemberId>) => boolean,
  ): void {
    if (!this.#tally.isOpen) return;
    const { engine, desyncs } = this.#parts;
    const { hashes, final } = engine;
    const present = peopleIn(final.room).filter(({ absent }) => !absent).length;
    const judged = this.#tally.judge((index) => hashes.get(index), hashes.newest, present, nowMs);
    if (!judged) return;
    const { index, verdict } = judged;
    if ('odd' in verdict) for (const id of verdict.odd) this.#repair(id, index, remotes);
    else if (this.#sequencer.isIdle && handOver(verdict.majority)) {
      addReport(desyncs, { tick: index * HASH_EVERY_TICKS, parts: [], isBenched: false });
    }
  }

  /** Three times in a minute, and a player only watches. */
  #repair(id: MemberId, index: number, remotes: Remotes): void {
    const { engine, counts } = this.#parts;
    this.#tally.forget(id);
    const member = findMember(engine.final.room, id);
    const remote = member?.type === 'person' && remotes.get(member.peer);
    if (!remote || index * HASH_EVERY_TICKS < remote.feed.startTick) return;
    counts.repairs += 1;
    remote.needsSnapshot = true;
    const benched = remote.repairs.add(engine.final.tick) && member.seat !== null;
    const parts = engine.hashes.partsAt(index);
    if (parts) {
      remote.channel.sendControl({
        type: 'diverged',
        index: toShortHashIndex(index),
        ...parts,
        benched,
      });
    }
    if (!benched) return;
    this.#sequencer.order({ type: 'team', member: id, team: TEAM_NONE, by: BY_SEQUENCER });
  }
}
