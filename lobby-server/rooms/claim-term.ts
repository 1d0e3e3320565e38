import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Refusal, Request } from '../../shared/lobby/lobby-events.ts';
import type { RoomRecord } from '../store/room-store.ts';

export type TermClaim = Request<'room:claim'>;

/** With fewer there is nobody to outvote. */
const ELECTORATE_MIN = 2;

/**
 * [L17] Gives a term to the one peer that claims it first; whoever holds it may ask again. The room
 * itself comes back when nothing has to change.
 */
export function claimTerm(
  room: RoomRecord,
  connection: string,
  claim: TermClaim,
): Result<RoomRecord, Refusal> {
  const seat = room.seats.find((one) => one.connection === connection);
  if (seat === undefined) return fail({ code: 'NOT_MEMBER' });
  const isHost = room.host === seat.id;
  if (isHost && room.claimed && claim.term === room.term) return ok(room);

  const newest = room.claimed ? room.term : room.term - 1;
  if (claim.term <= newest) return fail({ code: 'STALE_TERM', term: newest });
  if (!isHost && isHostHeard(room) && !isMajority(room, claim)) {
    return fail({ code: 'NOT_HOST', term: newest });
  }
  return ok({
    ...room,
    host: seat.id,
    term: claim.term,
    claimed: true,
    revision: room.revision + 1,
  });
}

/** One that the lobby named is not in the way of others: it has not said that it reigns. */
function isHostHeard({ host, claimed, seats }: RoomRecord): boolean {
  return claimed && seats.some(({ id, connection }) => id === host && connection !== null);
}

/** [L18] The lobby cannot count the votes, but it knows how many there can be. */
function isMajority({ seats }: RoomRecord, { votes, electorate }: TermClaim): boolean {
  const isPossible = electorate >= ELECTORATE_MIN && electorate <= seats.length;
  return isPossible && votes <= electorate && votes * 2 > electorate;
}
