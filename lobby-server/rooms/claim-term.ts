import type { PeerId } from '../../shared/base/peer-id.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Refusal, Request } from '../../shared/lobby/lobby-events.ts';
import type { RoomRecord, LobbySeat } from '../store/room-store.ts';

export type ClaimRequest = Request<'room:claim'>;

/** With fewer there is nobody to outvote. */
const ELECTORATE_MIN = 2;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * [L17] Gives a term to the one peer that claims it first; whoever holds it may ask again, and learns
 * whether those whom it misses are gone. The room itself comes back when nothing has to change.
 *
 * @param silent open connections over which nobody answers: they count as closed
 */
export function claimTerm(
  room: RoomRecord,
  connection: string,
  claim: ClaimRequest,
  silent = NOBODY,
): Result<RoomRecord, Refusal> {
  const seat = room.seats.find((one) => one.connection === connection);
  if (seat === undefined) return fail({ code: 'NOT_MEMBER' });
  const newest = room.claimed ? room.term : room.term - 1;
  const isAgain = room.host === seat.id && room.claimed && claim.term === room.term;
  if (!isAgain && claim.term <= newest) return fail({ code: 'STALE_TERM', term: newest });
  const heard = without(room, silent);
  const isGiven = isAgain ? isAlone(heard, claim) : mayReign(heard, seat, claim);
  if (!isGiven) return fail({ code: 'NOT_HOST', term: newest });
  if (isAgain) return ok(note(room, claim));
  return ok({
    ...note(room, claim),
    host: seat.id,
    term: claim.term,
    claimed: true,
    revision: room.revision + 1,
  });
}

/**
 * [L28] The connections that alone stand in the way of this claim: it is worth asking whether anybody
 * is there. None where less than half want the claimant: the others may hold what is final without it,
 * and are not to lose that for a slow answer.
 */
export function findInTheWay(
  room: RoomRecord,
  connection: string,
  claim: ClaimRequest,
): readonly string[] {
  if (claimTerm(room, connection, claim).ok || !hasHalf(room, claim)) return [];
  const others = room.seats
    .filter(({ id }) => id === room.host || claim.missing?.includes(id) === true)
    .flatMap((seat) => seat.connection ?? [])
    .filter((one) => one !== connection);
  return claimTerm(room, connection, claim, new Set(others)).ok ? others : [];
}

function without(room: RoomRecord, silent: ReadonlySet<string>): RoomRecord {
  if (silent.size === 0) return room;
  const seats = room.seats.map((seat) =>
    seat.connection !== null && silent.has(seat.connection) ? { ...seat, connection: null } : seat,
  );
  return { ...room, seats };
}

/** A new term, that nobody has. */
function mayReign(room: RoomRecord, { id }: LobbySeat, claim: ClaimRequest): boolean {
  // A claim for the record takes nothing from another member.
  const isRecord = claim.missing === null;
  // A host that the lobby named when the last one left may hold less than the others.
  if (room.host === id && (room.claimed || isRecord)) return true;
  const mayKnow = claim.insists || !room.behind.includes(id) || isLast(room, id, claim);
  const isLeft = !isRecord && !isHostHeard(room) && isAlone(room, claim) && mayKnow;
  return isLeft || isMajority(room, claim);
}

/** True when no other member is heard that may hold more, not even one that the claimant never met. */
function isLast(
  { host, claimed, seats, behind }: RoomRecord,
  own: PeerId,
  claim: ClaimRequest,
): boolean {
  return seats.every(({ id, connection }) => {
    const hasLostIt = id === host && !claimed;
    const isKnown = id === own || behind.includes(id) || claim.voters.includes(id);
    return connection === null || hasLostIt || isKnown;
  });
}

function isAlone(room: RoomRecord, claim: ClaimRequest): boolean {
  return claim.insists || !hasOthers(room, claim);
}

/** Notes the missing members: they may lack what becomes final without them. */
function note(room: RoomRecord, { missing }: ClaimRequest): RoomRecord {
  const isKnown = missing === null || missing.join() === room.behind.join();
  return isKnown ? room : { ...room, behind: missing };
}

/** One that the lobby named is not in the way of others: it has not said that it reigns. */
function isHostHeard({ host, claimed, seats }: RoomRecord): boolean {
  return claimed && seats.some(({ id, connection }) => id === host && connection !== null);
}

/** Members that the claimant does not hear, but the lobby does: they may have a match of their own. */
function hasOthers({ seats }: RoomRecord, { missing }: ClaimRequest): boolean {
  return seats.some(({ id, connection }) => connection !== null && missing?.includes(id) === true);
}

/** [L18] The lobby cannot ask the voters, but it knows how many there can be. */
function isMajority(room: RoomRecord, claim: ClaimRequest): boolean {
  return hasHalf(room, claim) && countOf(claim.voters) * 2 > countOf(claim.electorate);
}

/** Some may lack what became final without them: at least half of the rest has to vote along. */
function hasHalf({ seats, behind }: RoomRecord, { voters, electorate }: ClaimRequest): boolean {
  const all = new Set(electorate);
  const votes = new Set(voters);
  const areVoters = voters.every((id) => all.has(id));
  const isPossible = areVoters && all.size >= ELECTORATE_MIN && all.size <= seats.length;
  const holders = [...all].filter((id) => !behind.includes(id));
  const isHeld = holders.filter((id) => votes.has(id)).length * 2 >= holders.length;
  return isPossible && votes.size * 2 >= all.size && isHeld;
}

function countOf(ids: readonly string[]): number {
  return new Set(ids).size;
}
