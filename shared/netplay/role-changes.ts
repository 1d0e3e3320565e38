import type { PeerId } from '../base/peer-id.ts';
import type { MemberId, RoomRequest } from '../sim/command.ts';
import { findMemberOf } from '../sim/room-state.ts';
import { ClaimantRole, type HeardClaim } from './claimant-role.ts';
import { type FollowerExits, FollowerRole, type FollowerStart, NEWCOMER } from './follower-role.ts';
import type { Remotes } from './remote-peer.ts';
import type { Departure, Role, RoleContext } from './role.ts';
import { SeekerRole } from './seeker-role.ts';
import { type SequencerExits, SequencerRole } from './sequencer-role.ts';

/** Who a peer can be, and how it becomes something else. */
export class RoleChanges {
  readonly #context: RoleContext;
  readonly #remotes: Remotes;

  constructor(context: RoleContext, remotes: Remotes) {
    this.#context = context;
    this.#remotes = remotes;
  }

  /** Makes the room. */
  found(): Role {
    const { reign, self } = this.#context;
    reign.sequencer = self;
    return new SequencerRole(this.#context, this.#depart, null);
  }

  /** Comes to a room that somebody else made. */
  join(): Role {
    return new FollowerRole(this.#context, this.#leave, NEWCOMER);
  }

  /**
   * Comes back to a room that it is said to run. Somebody there may have a world; only when nobody
   * has is the room made anew.
   */
  seek(): Role {
    const context = this.#context;
    return new SeekerRole(context, {
      found: () => this.found(),
      follow: (sequencer, self) => {
        context.reign.sequencer = sequencer;
        return new FollowerRole(context, this.#leave, { ...NEWCOMER, self });
      },
    });
  }

  readonly #stepDown = (own: MemberId | null, sequencer: PeerId, term: number): Role => {
    Object.assign(this.#context.reign, { sequencer, term });
    this.#context.clock.forget();
    this.#context.counts.retractions += 1;
    return this.#followAs({ self: own, isStale: true, pending: [] });
  };

  readonly #abdicate: SequencerExits['abdicate'] = (start, sequencer, term) => {
    Object.assign(this.#context.reign, { sequencer, term });
    this.#context.clock.forget();
    return this.#followAs(start);
  };

  readonly #depart: SequencerExits = { depose: this.#stepDown, abdicate: this.#abdicate };

  readonly #wedge = (own: MemberId, departure: Departure, nowMs: number): Role => {
    const claimant: ClaimantRole = new ClaimantRole(
      this.#context,
      {
        succeed: (claims, term, how) =>
          this.#succeed(own, claims, { term, departure: how, pending: claimant.takePending() }),
        follow: (sequencer, term) => this.#follow(own, sequencer, term, claimant.takePending()),
        joinAnew: (sequencer) => {
          this.#context.reign.sequencer = sequencer;
          this.#context.clock.forget();
          return this.#followAs({ self: own, isStale: true, pending: claimant.takePending() });
        },
        followAsHeir: (sequencer, heirloom) => {
          const role = this.#follow(
            own,
            sequencer,
            this.#context.reign.term,
            claimant.takePending(),
          );
          role.beHeir(heirloom);
          return role;
        },
      },
      { own, departure, nowMs },
    );
    return claimant;
  };

  readonly #leave: FollowerExits = {
    wedge: this.#wedge,
    inherit: (own, { term, end }, pending) => {
      const old = this.#remotes.get(this.#context.reign.sequencer);
      if (old) old.knownEnd = end;
      return this.#succeed(own, [], { term, departure: 'abdicated', pending });
    },
  };

  #follow(
    own: MemberId,
    sequencer: PeerId,
    term: number,
    pending: readonly RoomRequest[],
  ): FollowerRole {
    const { reign, clock } = this.#context;
    if (reign.sequencer !== sequencer) clock.forget();
    Object.assign(reign, { sequencer, term });
    return this.#followAs({ self: own, isStale: false, pending });
  }

  #followAs(start: Omit<FollowerStart, 'hasWorld'>): FollowerRole {
    return new FollowerRole(this.#context, this.#leave, { ...start, hasWorld: true });
  }

  /**
   * [N11] The cut is the newest final tick that anybody holds; what is missing here comes from the
   * claims. So a tick that any survivor has seen final stays final everywhere.
   */
  #succeed(
    own: MemberId,
    claims: readonly HeardClaim[],
    change: {
      readonly term: number;
      readonly departure: Departure;
      readonly pending: readonly RoomRequest[];
    },
  ): Role {
    const { engine, reign, clock, self } = this.#context;
    const deposed = engine.final.room.sequencer;
    const newestFirst = [...claims].sort((a, b) => b.end - a.end);
    for (const claim of newestFirst) {
      engine.appendRows(claim.from, claim.packet.rows, claim.packet.commands);
    }
    engine.advance(engine.predicted.tick);
    Object.assign(reign, { sequencer: self, term: change.term });
    clock.forget();
    const role = new SequencerRole(this.#context, this.#depart, own);
    this.#takeOverFeeds(claims);
    role.proclaim(change.term, deposed, change.departure);
    for (const request of change.pending) role.request(request);
    return role;
  }

  /** Everybody is supplied from where it is known to be. */
  #takeOverFeeds(claims: readonly HeardClaim[]): void {
    const { room } = this.#context.engine.final;
    for (const remote of this.#remotes.values()) {
      const member = findMemberOf(room, remote.peer);
      const claim = claims.find((one) => one.member === member?.id);
      const known = claim?.end ?? remote.knownEnd;
      remote.needsSnapshot = false;
      remote.isFed = member !== undefined;
      remote.feed.resume(known < 0 ? null : known, this.#context.engine.timeline.end);
    }
  }
}
