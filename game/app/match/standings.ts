import { MATCH, PHASE, SEAT, seatInt } from '../../../shared/sim/match-state.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import { isAway, isPlayedByBot, isScript, type Member } from '../../../shared/room/room-state.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import type { World } from '../../../shared/room/world.ts';
import type { Deed, PingView, StandingsView } from '../../ui/model/view-model.ts';

const DEEDS = ['goals', 'assists', 'saves', 'ownGoals'] as const satisfies readonly Deed[];
type Deeds = Readonly<Record<Deed, number>>;
const NONE: Deeds = { goals: 0, assists: 0, saves: 0, ownGoals: 0 };

/** Once an end is this old it is final, and no guess. */
const CERTAIN_TICKS = 80;

/** What everybody did in the matches that this page has seen end in a room. */
export class SessionTally {
  readonly #sums = new Map<string, Deeds>();
  #room = '';
  #isCounted = false;
  #matches = 0;

  /** Runs every tick. @param room names it: of another one nothing is kept */
  follow({ match, room: { members } }: World, room: string): void {
    if (room !== this.#room) {
      this.#room = room;
      this.#sums.clear();
      this.#isCounted = false;
      this.#matches = 0;
    }
    const phase = match.ints[MATCH.phase];
    if (phase !== PHASE.end && phase !== PHASE.warmUp) this.#isCounted = false;
    const isOver = phase === PHASE.end && match.ints[MATCH.phaseTicks]! >= CERTAIN_TICKS;
    if (!isOver || this.#isCounted) return;
    this.#isCounted = true;
    this.#matches += 1;
    for (const member of members) {
      if (member.seat === null) continue;
      this.#sums.set(keyOf(member), add(this.#before(member), deedsOf(match.ints, member.seat)));
    }
  }

  /** True once another match came before the one that is on. */
  get hasMore(): boolean {
    return this.#matches > (this.#isCounted ? 1 : 0);
  }

  /** Those of this match among them. */
  sumOf(member: Member, now: Deeds): Deeds {
    const before = this.#before(member);
    return this.#isCounted ? before : add(before, now);
  }

  #before(member: Member): Deeds {
    return this.#sums.get(keyOf(member)) ?? NONE;
  }
}

/** How everybody stands, team by team, those with most goals first. `pings` by peer. */
export function readStandings(
  { match, room }: World,
  self: MemberId | null,
  pings: ReadonlyMap<string, PingView>,
  tally: SessionTally,
): StandingsView {
  const rows = room.members.flatMap((member) => {
    if (member.seat === null) return [];
    const deeds = deedsOf(match.ints, member.seat);
    return {
      id: member.id,
      peer: member.peer,
      name: member.name,
      badge: member.type === 'person' ? member.badge : null,
      team: member.team,
      isSelf: member.id === self,
      isBot: isPlayedByBot(member),
      isAway: isAway(member),
      deeds,
      sums: tally.sumOf(member, deeds),
      ping: member.peer === null ? null : (pings.get(member.peer) ?? null),
    };
  });
  const watching = room.members
    .filter(({ team }) => team === TEAM_NONE)
    .map((member) => {
      const { id, peer, name } = member;
      const isSelf = id === self;
      return { id, peer, name, isSelf, isAway: isAway(member), isScript: isScript(member) };
    });
  rows.sort((a, b) => a.team - b.team || b.deeds.goals - a.deeds.goals);
  return { rows, watching, hasMore: tally.hasMore };
}

/** A person keeps its peer when it comes back under another number. */
function keyOf({ peer, name }: Member): string {
  return peer ?? `bot ${name}`;
}

function deedsOf(ints: Int32Array, seat: number): Deeds {
  return fill((deed) => ints[seatInt(seat, SEAT[deed])]!);
}

function add(a: Deeds, b: Deeds): Deeds {
  return fill((deed) => a[deed] + b[deed]);
}

function fill(valueOf: (deed: Deed) => number): Deeds {
  return Object.fromEntries(DEEDS.map((deed) => [deed, valueOf(deed)])) as Deeds;
}
