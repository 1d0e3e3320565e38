import { setPaused } from '../sim/match/match-commands.ts';
import { MATCH, PAUSED } from '../sim/match-state.ts';
import { TICK_RATE, toTick } from '../sim/tick.ts';
import type { MemberId } from './command.ts';
import { sendAway } from './leaving.ts';
import {
  findPerson,
  isAway,
  peopleIn,
  type Person,
  type RoomState,
  type RoomVote,
} from './room-state.ts';
import { isStopped, type World } from './world.ts';

/** [R27] A vote ends so long after its first voice. */
export const VOTE_TICKS = 30 * TICK_RATE;

/** [R28] So many have to agree before a member goes: no one sends another away alone. */
const VOICES_MIN = 2;

/** [R27] The voices for the pause or its end (`against` is null), or for sending this member away. */
export function voicesFor({ votes }: RoomState, against: MemberId | null): readonly RoomVote[] {
  return votes.filter((vote) => vote.against === against);
}

/** [R27] [R28] How many voices it takes, of those who are there. */
export function voicesNeeded(room: RoomState, against: MemberId | null): number {
  const voters = peopleIn(room).filter((one) => mayVote(one, against) && !isAway(one));
  const majority = Math.floor(voters.length / 2) + 1;
  return against === null ? majority : Math.max(VOICES_MIN, majority);
}

/** On the pause those vote who play; on a member all the others. */
export function mayVote({ id, seat, script }: Person, against: MemberId | null): boolean {
  if (script) return false;
  return against === null ? seat !== null : id !== against;
}

/** [R27] A person votes, or takes its voice back. */
export function castVote(world: World, by: MemberId, against: MemberId | null, yes: boolean): void {
  const voter = findPerson(world.room, by);
  const isOpen = against === null ? !isStopped(world) : isPersonHere(world.room, against);
  if (!voter || !isOpen || !mayVote(voter, against)) return;
  const before = voicesFor(world.room, against);
  const until = before[0]?.until ?? toTick(world.tick + VOTE_TICKS);
  // One voice against one member: for another it is given up.
  const others = world.room.votes.filter(
    (vote) => vote.by !== by || (vote.against === null) !== (against === null),
  );
  const votes = yes ? [...others, { by, against, until }] : others;
  world.room = { ...world.room, votes };
  const { length } = voicesFor(world.room, against);
  if (!yes || length < voicesNeeded(world.room, against)) return;
  if (against !== null) return sendAway(world, against);
  setPaused(world.match, world.match.ints[MATCH.pause] !== PAUSED);
  dropPauseVotes(world);
}

/** [R41] No vote is against a script: its room would be nobody's. */
function isPersonHere(room: RoomState, id: MemberId): boolean {
  return findPerson(room, id)?.script === false;
}

/** [R27] Once a tick: votes that took too long, or have nothing left to decide. */
export function dropOldVotes(world: World): void {
  const { votes } = world.room;
  if (votes.length === 0) return;
  const isOff = isStopped(world);
  const kept = votes.filter(
    ({ against, until }) => world.tick < until && !(isOff && against === null),
  );
  if (kept.length < votes.length) world.room = { ...world.room, votes: kept };
}

/** The host decided without them, or they did themselves. */
export function dropPauseVotes(world: World): void {
  const votes = world.room.votes.filter(({ against }) => against !== null);
  world.room = { ...world.room, votes };
}
