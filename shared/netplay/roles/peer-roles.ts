import { assert } from '../../base/assert.ts';
import { only } from '../../consensus/members.ts';
import { type PeerState, foundRoom, startPeer } from '../../consensus/peer-state.ts';
import { resumeRoom } from '../../consensus/resume-room.ts';
import { FIRST_TERM, NO_TERM, uncleanTerm } from '../../consensus/term-state.ts';
import {
  BY_SEQUENCER,
  type Command,
  type MemberId,
  type RoomRequest,
  toMemberId,
} from '../../room/command.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { findMemberOf } from '../../room/room-state.ts';
import type { ArenaSource, World } from '../../room/world.ts';
import { passName } from '../replication/admission.ts';
import { resumeWorld } from '../replication/kept-world.ts';
import type { Role } from './role.ts';
import { Seeking, type SeekingParts } from './seeking.ts';
import { Agreement, type AgreementParts } from '../agreement/agreement.ts';
import { Following, type FollowingParts } from './following.ts';
import { Sequencing, type SequencingParts } from './sequencing.ts';

/** What the roles work on, and what a founder begins with. */
export type RoleParts = AgreementParts &
  Omit<FollowingParts, 'agreement'> &
  Omit<SequencingParts, 'agreement'> &
  SeekingParts & {
    readonly arenas: ArenaSource;
    /** [N31] What this page kept of the match before it was loaded anew. */
    readonly kept: Uint8Array | null;
  };

/** A peer is the sequencer or follows one; consensus says which. */
export class PeerRoles {
  readonly #parts: RoleParts;

  constructor(parts: RoleParts) {
    this.#parts = parts;
  }

  /** The first role of a session: of one that makes the room, comes to it, or is said to run it. */
  begin(role: 'create' | 'join' | 'return', nowMs: number): Role {
    if (role === 'create') return this.found(nowMs);
    return role === 'join' ? this.join(nowMs) : this.seek();
  }

  /**
   * Makes the room, from what this page kept of it if there is something.
   *
   * @param term of a lineage of its own where the room was there before
   */
  found(nowMs: number, term = FIRST_TERM): Role {
    const { engine, self, kept, arenas, page } = this.#parts;
    const world = kept && resumeWorld(kept, arenas, self);
    if (world) return this.#resume(world, nowMs);
    const state = foundRoom(page, nowMs, term);
    const member = toMemberId(0);
    assert(engine.timeline.end === 0, 'a room begins with its first tick');
    const by = BY_SEQUENCER;
    const name = passName(this.#parts.name, member);
    this.#orderFirst(member, state.terms.term, [{ type: 'join', member, peer: self, name, by }]);
    return this.#lead(this.#agree(state), member);
  }

  /** [N31] A lineage of its own: a page that comes later with the old one believes the newer. */
  #resume(world: World, nowMs: number): Role {
    const { engine, clock, self, page } = this.#parts;
    const own = findMemberOf(world.room, self);
    assert(own !== undefined, 'a world that is gone on from has this peer in it');
    engine.load(world);
    clock.restart(world.tick, nowMs);
    const state = resumeRoom(page, world.tick, world.room.term, nowMs);
    this.#orderFirst(own.id, state.terms.term, []);
    return this.#lead(this.#agree(state), own.id);
  }

  /** Comes to a room that another peer made. */
  join(nowMs: number): Role {
    const agreement = this.#agree(startPeer(this.#parts.page, nowMs));
    return this.#follow(agreement, null, false, []);
  }

  /** Comes back to a room that it is said to run: another peer there may have a world. */
  seek(): Role {
    const parts = this.#parts;
    return new Seeking(parts, {
      // [C15] The room as it was may go on with one whom nobody hears.
      found: (nowMs) => this.found(nowMs, uncleanTerm(NO_TERM, parts.page)),
      follow: (sequencer, self) => {
        parts.current.sequencer = sequencer;
        const agreement = this.#agree(startPeer(parts.page, parts.nowMs));
        return this.#follow(agreement, self, false, []);
      },
    });
  }

  /** The tick that brings the first configuration. */
  #orderFirst(member: MemberId, term: number, commands: readonly Command[]): void {
    const { engine, page } = this.#parts;
    const mark = { type: 'mark', member, term, pages: only(page), by: BY_SEQUENCER } as const;
    engine.timeline.append(new Uint8Array(MAX_SEATS), 0, [...commands, mark]);
  }

  #agree(state: PeerState): Agreement {
    const { engine } = this.#parts;
    const agreement = new Agreement(this.#parts, state);
    // What a founder ordered is in the room before it lets anybody in.
    engine.advance(engine.predicted.tick);
    return agreement;
  }

  #follow(
    agreement: Agreement,
    self: MemberId | null,
    hasWorld: boolean,
    pending: readonly RoomRequest[],
  ): Role {
    const lead = (own: MemberId, wishes: readonly RoomRequest[]): Role => {
      const role = this.#lead(agreement, own);
      for (const request of wishes) role.request(request);
      return role;
    };
    return new Following({ ...this.#parts, agreement }, lead, { self, hasWorld, pending });
  }

  #lead(agreement: Agreement, self: MemberId | null): Sequencing {
    const follow = (own: MemberId | null, pending: readonly RoomRequest[]): Role =>
      this.#follow(agreement, own, true, pending);
    return new Sequencing({ ...this.#parts, agreement }, follow, self);
  }
}
