import { MEMBER_NUMBERS } from '../../base/room-limits.ts';
import type { MemberId } from '../../room/command.ts';
import type { Member } from '../../room/room-state.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import { changesVoters } from '../election/quorum.ts';
import type { Reign } from '../election/reign.ts';
import type { Remotes } from './remote-peer.ts';

/** So long nothing became final although something waits: a majority may be out of reach. */
const STUCK_AFTER_MS = 500;
const LAG_TICKS = 60;

/** Where the one who reigns stands. */
export type Standing = { readonly isSole: boolean; excuses(member: Member): boolean };

/**
 * [N24] The sequencer's count of who holds what it ordered. A tick is final once a majority of the
 * members holds it, and of the present ones: whoever reigns next hears from one of them, so it stays
 * for good. That is the commit rule of Raft (Ongaro and Ousterhout 2014, section 5.4.2): only a
 * majority that holds a tick of the present reign makes final what was ordered before it.
 */
export class Finality {
  readonly #engine: RoomEngine;
  readonly #reign: Reign;
  /** Of everybody who is not excused, and of the present among them. */
  readonly #counted = new HeldEnds();
  readonly #present = new HeldEnds();
  #term = -1;
  /** First tick behind the one with which the present reign began. */
  #reignEnd = Number.POSITIVE_INFINITY;
  #majorityEnd = 0;
  #advancedMs: number | null = null;

  constructor(engine: RoomEngine, reign: Reign) {
    this.#engine = engine;
    this.#reign = reign;
  }

  /** For a while no majority has said that it holds more than before. */
  isStuck(nowMs: number): boolean {
    return this.#advancedMs !== null && nowMs - this.#advancedMs > STUCK_AFTER_MS;
  }

  /** This member holds all that was ordered until a while ago. */
  keepsUp(member: Member, remotes: Remotes): boolean {
    return toldEndOf(member, remotes) >= this.#engine.timeline.end - LAG_TICKS;
  }

  /** This member holds all that is final. */
  isUpToDate(member: Member, remotes: Remotes): boolean {
    return toldEndOf(member, remotes) >= this.#engine.timeline.finalEnd;
  }

  /**
   * Once a session's advance.
   *
   * @param standing `isSole`: nobody else can reign, whoever holds what, so all that is ordered is final;
   *   `excuses` tells who does not count
   */
  advance(nowMs: number, self: MemberId | null, remotes: Remotes, standing: Standing): void {
    const { timeline } = this.#engine;
    const end = this.#findMajorityEnd(self, remotes, standing);
    const isAdvancing = end > this.#majorityEnd || end === timeline.end;
    if (isAdvancing || this.#advancedMs === null) this.#advancedMs = nowMs;
    this.#majorityEnd = end;
    timeline.makeFinal(this.#findRoomEnd(standing.isSole ? timeline.end : end));
  }

  /** What lies behind a change of who counts is counted anew, in the room as it is then. */
  #findRoomEnd(end: number): number {
    const { timeline, final } = this.#engine;
    for (let tick = final.tick; tick < end; tick++) {
      if (timeline.commandsAt(tick).some(changesVoters)) return tick + 1;
    }
    return end;
  }

  #findMajorityEnd(self: MemberId | null, remotes: Remotes, { excuses }: Standing): number {
    this.#noteReign();
    this.#counted.clear();
    this.#present.clear();
    for (const member of this.#engine.final.room.members) {
      const remote = remotes.get(member.peer);
      const isOwn = member.id === self;
      if (!isOwn && (remote?.hasLeft || excuses(member))) continue;
      const held = isOwn ? this.#engine.timeline.end : (remote?.feed.heldEnd ?? 0);
      this.#counted.put(held);
      if (isOwn || !member.absent) this.#present.put(held);
    }
    const { end } = this.#engine.timeline;
    const agreed = Math.min(this.#counted.findMajority(end), this.#present.findMajority(end));
    return agreed >= this.#reignEnd ? agreed : 0;
  }

  #noteReign(): void {
    const { term } = this.#reign;
    if (this.#term === term) return;
    const hasBegun = this.#engine.room.term === term;
    if (hasBegun) this.#term = term;
    this.#reignEnd = hasBegun ? this.#engine.timeline.end : Number.POSITIVE_INFINITY;
  }
}

/** How far each of some members holds the timeline. */
class HeldEnds {
  readonly #ends = new Float64Array(MEMBER_NUMBERS);
  #count = 0;

  clear(): void {
    this.#count = 0;
  }

  /** Sorted, largest first. */
  put(end: number): void {
    let place = this.#count;
    for (; place > 0 && (this.#ends[place - 1] ?? 0) < end; place--) {
      this.#ends[place] = this.#ends[place - 1] ?? 0;
    }
    this.#ends[place] = end;
    this.#count += 1;
  }

  /** As far as more than half hold it; `all` of it when there is nobody. */
  findMajority(all: number): number {
    return this.#count === 0 ? all : (this.#ends[Math.floor(this.#count / 2)] ?? 0);
  }
}

function toldEndOf({ peer }: Member, remotes: Remotes): number {
  return remotes.get(peer)?.feed.toldEnd ?? 0;
}
