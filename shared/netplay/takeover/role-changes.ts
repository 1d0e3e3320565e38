import type { PeerId } from '../../base/peer-id.ts';
import { type MemberId, type RoomRequest, TERM_MAX } from '../../room/command.ts';
import { findMemberOf } from '../../room/room-state.ts';
import type { ArenaSource, World } from '../../room/world.ts';
import {
  type ClaimantParts,
  ClaimantRole,
  type ClaimantStart,
  type Succession,
} from './claimant-role.ts';
import {
  type FollowerExits,
  type FollowerParts,
  FollowerRole,
  type FollowerStart,
  NEWCOMER,
} from './follower-role.ts';
import type { HeardClaim } from './heard-claims.ts';
import { resumeWorld } from '../replication/kept-world.ts';
import type { Remotes } from '../replication/remote-peer.ts';
import { replaceRows } from '../replication/replace-rows.ts';
import type { Departure, Role, Roles } from './role.ts';
import { type SeekerParts, SeekerRole } from './seeker-role.ts';
import { type SequencerExits, type SequencerParts, SequencerRole } from './sequencer-role.ts';
import { turnTo } from './turn-to.ts';

/** What is final at one peer may be so many ticks behind what is final at another. */
const BEHIND_TICKS = 24;

/** What the roles work on, and what a founder begins with. */
export type RoleParts = ClaimantParts &
  FollowerParts &
  SeekerParts &
  SequencerParts & {
    readonly arenas: ArenaSource;
    /** [N31] What this page kept of the match before it was loaded anew. */
    readonly kept: Uint8Array | null;
  };

/** Who a peer can be, and how it becomes something else. */
export class RoleChanges implements Roles {
  readonly #parts: RoleParts;
  readonly #remotes: Remotes;

  constructor(parts: RoleParts, remotes: Remotes) {
    this.#parts = parts;
    this.#remotes = remotes;
  }

  /** Makes the room, from what this page kept of it if there is something. */
  found(nowMs: number): Role {
    const { reign, self, kept, arenas } = this.#parts;
    const world = kept && resumeWorld(kept, arenas, self);
    if (world) return this.#resume(world, nowMs);
    reign.sequencer = self;
    return new SequencerRole(this.#parts, this.#depart, null);
  }

  /** [N31] A reign of its own number: whoever comes later with the old one believes the newer. */
  #resume(world: World, nowMs: number): Role {
    const { engine, clock, reign, self } = this.#parts;
    const term = Math.min(Math.max(reign.term, world.room.term) + 1, TERM_MAX);
    const own = findMemberOf(world.room, self)!;
    const deposed = world.room.sequencer;
    engine.load(world);
    clock.restart(world.tick, nowMs);
    Object.assign(reign, { sequencer: self, term });
    const role = new SequencerRole(this.#parts, this.#depart, own.id);
    role.proclaim(term, deposed, 'reloaded');
    return role;
  }

  /** Comes to a room that somebody else made. */
  join(): Role {
    return new FollowerRole(this.#parts, this.#leave, NEWCOMER);
  }

  /**
   * Comes back to a room that it is said to run. Somebody there may have a world; only when nobody
   * has is the room made anew.
   */
  seek(): Role {
    const parts = this.#parts;
    return new SeekerRole(parts, {
      found: (nowMs) => this.found(nowMs),
      follow: (sequencer, self) => {
        parts.reign.sequencer = sequencer;
        return new FollowerRole(parts, this.#leave, { ...NEWCOMER, self });
      },
    });
  }

  readonly #stepDown = (own: MemberId | null, sequencer: PeerId, term: number): Role => {
    turnTo(this.#parts, sequencer, term);
    return this.#followAs({ self: own, isStale: false, pending: [] });
  };

  readonly #abdicate: SequencerExits['abdicate'] = (start, sequencer, term) => {
    turnTo(this.#parts, sequencer, term);
    return this.#followAs(start);
  };

  readonly #contend: SequencerExits['contend'] = (own, { term, pending, nowMs }) => {
    const claimant = this.#claim({ own, departure: 'silent', nowMs, term });
    for (const request of pending) claimant.request(request);
    return claimant;
  };

  readonly #depart: SequencerExits = {
    depose: this.#stepDown,
    contend: this.#contend,
    abdicate: this.#abdicate,
  };

  readonly #wedge = (own: MemberId, departure: Departure, nowMs: number): Role =>
    this.#claim({ own, departure, nowMs, term: this.#parts.reign.term + 1 });

  #claim(start: ClaimantStart): Role {
    const { own } = start;
    const claimant: ClaimantRole = new ClaimantRole(
      this.#parts,
      {
        succeed: (claims, change) =>
          this.#succeed(own, claims, { ...change, pending: claimant.takePending() }),
        follow: (sequencer, term) => this.#follow(own, sequencer, term, claimant.takePending()),
        joinAnew: (sequencer) => {
          turnTo(this.#parts, sequencer, this.#parts.reign.term);
          return this.#followAs({ self: own, isStale: true, pending: claimant.takePending() });
        },
        followAsHeir: (sequencer, heirloom) => {
          const role = this.#follow(own, sequencer, this.#parts.reign.term, claimant.takePending());
          role.beHeir(heirloom);
          return role;
        },
      },
      start,
    );
    return claimant;
  }

  readonly #leave: FollowerExits = {
    wedge: this.#wedge,
    inherit: (own, { term, end }, pending) => {
      const old = this.#remotes.get(this.#parts.reign.sequencer);
      if (old) old.knownEnd = end;
      return this.#succeed(own, [], { newest: null, term, departure: 'abdicated', pending });
    },
  };

  #follow(
    own: MemberId,
    sequencer: PeerId,
    term: number,
    pending: readonly RoomRequest[],
  ): FollowerRole {
    turnTo(this.#parts, sequencer, term);
    return this.#followAs({ self: own, isStale: false, pending });
  }

  #followAs(start: Omit<FollowerStart, 'hasWorld'>): FollowerRole {
    return new FollowerRole(this.#parts, this.#leave, { ...start, hasWorld: true });
  }

  /**
   * [N11] The timeline goes on behind the newest that anybody claimed; what is missing here comes from
   * that claim. So a tick that is final stays final everywhere.
   */
  #succeed(
    own: MemberId,
    claims: readonly HeardClaim[],
    change: Succession & { readonly pending: readonly RoomRequest[] },
  ): Role {
    const { engine, counts, self } = this.#parts;
    const { newest } = change;
    const deposed = engine.room.sequencer;
    turnTo(this.#parts, self, change.term);
    const isWhole = newest === null || replaceRows(this.#parts, newest.from, newest.packet);
    if (!isWhole) counts.retractions += 1;
    engine.timeline.agree(engine.timeline.end);
    engine.advance(engine.predicted.tick);
    const role = new SequencerRole(this.#parts, this.#depart, own);
    this.#takeOverFeeds(claims);
    role.proclaim(change.term, deposed, change.departure);
    for (const request of change.pending) role.request(request);
    return role;
  }

  /**
   * Everybody is supplied from where its timeline is surely the same: what is final there. Of those who
   * claimed nothing only a guess is possible; who holds less says so.
   */
  #takeOverFeeds(claims: readonly HeardClaim[]): void {
    const { room, timeline } = this.#parts.engine;
    for (const remote of this.#remotes.values()) {
      const member = findMemberOf(room, remote.peer);
      const claim = claims.find((one) => one.member === member?.id);
      const guess = Math.max(timeline.finalEnd - BEHIND_TICKS, timeline.start);
      const heard = remote.knownEnd < 0 ? null : Math.min(remote.knownEnd, guess);
      remote.needsSnapshot = false;
      remote.isFed = member !== undefined;
      remote.pace.hurry();
      remote.feed.resume(claim?.finalEnd ?? heard, timeline.end);
    }
  }
}
