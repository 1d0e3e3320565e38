import type { MemberId } from '../room/command.ts';
import { nameBot } from '../room/bots.ts';
import {
  type Bot,
  isAway,
  isPerson,
  isScript,
  type Member,
  type PlaysOn,
} from '../room/room-state.ts';
import type { Seat } from '../sim/seat.ts';
import { TEAM_NONE, type Team } from '../sim/team.ts';

/** A disc that somebody had in the recording. */
export type RecordedSeat = { readonly seat: Seat; readonly team: Team };

/** The person that asked, the disc that it chose, and numbers for bots that have to come. */
export type SeatWish = {
  readonly by: MemberId;
  readonly seat: Seat | null;
  readonly numbers: readonly MemberId[];
};

/** What became of the members. */
export type Taken = Pick<PlaysOn, 'bots' | 'moved'> & { readonly members: readonly Member[] };

/** Of a bot that comes where no other is: what a person of no experience can play with and against. */
const LEVEL = 'regular';

/**
 * [R45] Gives out the discs. The person that asked has the one that it chose. Then each person in a team, those who
 * are here before those who are away, in the order of the list, has the first free disc of its team, else of the
 * other one, else none. Then the room's bots in the same way, and bots that come for what is left.
 */
export function takeSeats(
  members: readonly Member[],
  recorded: readonly RecordedSeat[],
  asked: SeatWish,
): Taken {
  const free = [...recorded];
  const given = new Map<MemberId, RecordedSeat>();
  const give = (member: Member, isWanted: (one: RecordedSeat) => boolean): boolean => {
    const place = given.has(member.id) ? -1 : free.findIndex(isWanted);
    const [one] = place < 0 ? [] : free.splice(place, 1);
    if (one) given.set(member.id, one);
    return one !== undefined;
  };
  const giveAny = (member: Member): void => {
    if (!give(member, ({ team }) => team === member.team)) give(member, () => true);
  };
  const people = members.filter((one) => isPerson(one) && !isScript(one));
  const asker = people.find(({ id }) => id === asked.by);
  if (asker) give(asker, ({ seat }) => seat === asked.seat);
  const players = people.filter(({ team }) => team !== TEAM_NONE);
  for (const player of players) if (!isAway(player)) giveAny(player);
  for (const player of players) giveAny(player);
  for (const member of members) if (!isPerson(member)) giveAny(member);
  const kept = members.flatMap((member) => placeMember(member, given.get(member.id)));
  const moved = people.flatMap(({ id, team }) => {
    const to = given.get(id)?.team ?? TEAM_NONE;
    return team === to ? [] : [{ member: id, before: team, to }];
  });
  const bots = bringBots(kept, free, asked.numbers);
  return { members: [...kept, ...bots], moved, bots: bots.map(({ id }) => id) };
}

/** A bot without a disc is not there any more. */
function placeMember(member: Member, place: RecordedSeat | undefined): readonly Member[] {
  if (!isPerson(member)) return place ? [{ ...member, ...place }] : [];
  const { seat, team } = place ?? { seat: null, team: TEAM_NONE };
  return [{ ...member, seat, team, ready: false, waits: TEAM_NONE }];
}

function bringBots(
  members: readonly Member[],
  seats: readonly RecordedSeat[],
  numbers: readonly MemberId[],
): readonly Bot[] {
  const level = members.find((one) => !isPerson(one))?.level ?? LEVEL;
  const unused = numbers.filter(
    (id, place) => numbers.indexOf(id) === place && members.every((one) => one.id !== id),
  );
  const bots: Bot[] = [];
  for (const [place, id] of unused.entries()) {
    const at = seats[place];
    if (!at) break;
    const self = { type: 'bot', peer: null, ready: true, absent: false, idle: false } as const;
    bots.push({ ...self, ...at, id, name: nameBot([...members, ...bots], id), level });
  }
  return bots;
}
