import type { PeerId } from '../base/peer-id.ts';
import { HASH_EVERY_TICKS } from '../wire/input-packet.ts';
import type { DesyncReport } from './desync/desync-report.ts';
import type { CurrentTerm } from './session/current-term.ts';
import type { Suspect, Suspects } from './session/suspects.ts';
import type { SessionCounts } from './session/session-counts.ts';
import type { RoomEngine } from './engine/room-engine.ts';

/** How a session does, for people who want to know: nothing of it decides anything. */
export type SessionStats = {
  readonly tick: number;
  /** First tick that is not final: not held by a majority yet. */
  readonly finalTick: number;
  /** First tick that is not ordered. */
  readonly orderedTick: number;
  readonly inputDelayTicks: number;
  /** Ticks of the last rollback, 0 when the last tick needed none. */
  readonly rollbackDepth: number;
  readonly rollbacks: number;
  /** All ticks that were simulated a second time. */
  readonly resimulated: number;
  /** Snapshots gone on from: one at joining, each further one a repair of this peer. */
  readonly loads: number;
  readonly counts: Readonly<SessionCounts>;
  /** When this peer's own state was not the others', the newest few. */
  readonly desyncs: readonly DesyncReport[];
  /** Peers that may lie, and by what sign. */
  readonly suspects: readonly Readonly<Suspect>[];
  readonly term: number;
  readonly sequencer: PeerId;
  readonly isSequencer: boolean;
  /** The newest checkpoint of the final world. */
  readonly checkpoint: { readonly tick: number; readonly hash: number } | null;
};

type Observed = {
  readonly engine: RoomEngine;
  readonly counts: SessionCounts;
  readonly desyncs: readonly DesyncReport[];
  readonly suspects: Suspects;
};

/** The figures of a session at this moment, for the overlay and tests. */
export function readStats(
  { engine, counts, desyncs, suspects }: Observed,
  current: CurrentTerm,
  isSequencer: boolean,
  inputDelayTicks: number,
): SessionStats {
  const { newest } = engine.hashes;
  const hash = engine.hashes.get(newest);
  return {
    tick: engine.predicted.tick,
    finalTick: engine.timeline.finalEnd,
    orderedTick: engine.timeline.end,
    inputDelayTicks,
    rollbackDepth: engine.rollbacks.depth,
    rollbacks: engine.rollbacks.rollbacks,
    resimulated: engine.rollbacks.resimulated,
    loads: engine.loads,
    counts: { ...counts },
    desyncs: [...desyncs],
    suspects: [...suspects.all],
    term: current.term,
    sequencer: current.sequencer,
    isSequencer,
    checkpoint: hash === undefined ? null : { tick: newest * HASH_EVERY_TICKS, hash },
  };
}
