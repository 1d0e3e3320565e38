import type { PeerId } from '../base/peer-id.ts';
import type { BotLevelName } from './bots.ts';
import type { MatchRules, MemberId } from './command.ts';
import type { DiscTraits } from './disc-values.ts';
import type { Kits } from './kit.ts';
import type { KickLimit } from '../sim/match/match-commands.ts';
import type { Seat } from '../sim/seat.ts';
import type { Team } from '../sim/team.ts';
import type { Tick } from '../sim/tick.ts';

/** What every member is, a person or a bot. */
type Entry = {
  readonly id: MemberId;
  readonly name: string;
  readonly team: Team;
};

/** A person with a machine of its own. */
export type Person = Entry & {
  readonly type: 'person';
  readonly peer: PeerId;
  /** Null for spectators: a seat goes with a team. */
  readonly seat: Seat | null;
  readonly ready: boolean;
  /** No input came for a while; the seat is kept and no longer waited for. */
  readonly absent: boolean;
  /** [R19] The page plays and its person does nothing; no start waits for it. */
  readonly idle: boolean;
  /** [R12] The team in which it takes a bot's seat at the next kick-off; none when it does not. */
  readonly waits: Team;
  /** [R34] It has the host's rights, by the host's word. */
  readonly coHost: boolean;
  /** [R41] No person sits there: a program runs the room, or helps to. It plays in no team. */
  readonly script: boolean;
  /** [R42] A script that looks at each line of chat before others see it. */
  readonly filters: boolean;
  /** [R35] Drawn on its disc in place of what its machine would draw; null: nothing is. */
  readonly badge: string | null;
};

/** [R9] A player that nobody holds: always here, always ready, and on no machine of its own. */
export type Bot = Entry & {
  readonly type: 'bot';
  readonly seat: Seat;
  readonly level: BotLevelName;
  readonly peer: null;
  readonly ready: true;
  readonly absent: false;
  readonly idle: false;
};

export type Member = Person | Bot;

/** [R27] A voice, and the tick in which the vote ends. */
export type RoomVote = {
  readonly by: MemberId;
  /** The member that is to go; null: the match is to pause, or to go on. */
  readonly against: MemberId | null;
  readonly until: Tick;
};

/** Those who count: their page numbers as bits, and the tick that brought it. */
export type Configuration = { readonly pages: number; readonly at: Tick };

/** A disc that is not as its stadium has it. */
export type ChangedDisc = {
  /** Index in the arena, those of seats among them. */
  readonly disc: number;
  /** [R40] Of a player: once another one plays there, or in another team, it is over. Null: a disc of the file. */
  readonly holder: { readonly member: MemberId; readonly team: Team } | null;
  readonly traits: DiscTraits;
};

/** [R46] The room plays on from a moment of a replay, and what it is again afterwards. */
export type PlaysOn = {
  /** Hash of what the moment travels as. */
  readonly moment: string;
  /** The person that asked for it; BY_SEQUENCER where nobody knows any more. */
  readonly by: MemberId;
  /** The first tick of play: what was recorded for the moment's first tick was held in it. */
  readonly from: Tick;
  /** Bots that came for discs without a person. */
  readonly bots: readonly MemberId[];
  /** People that changed teams for it. */
  readonly moved: readonly {
    readonly member: MemberId;
    readonly before: Team;
    readonly to: Team;
  }[];
  readonly stadium: string;
  readonly rules: MatchRules;
};

/**
 * The members and what is agreed: a fold of the timeline's commands. Immutable, so that the final
 * and the predicted world may share one.
 */
export type RoomState = {
  /** In the order in which they came: numbers go round. */
  readonly members: readonly Member[];
  /** The person who runs the room: a member, whoever's machine is the sequencer. */
  readonly host: MemberId;
  /**
   * [R8] The owner of the room: the person that made it or was handed it, a member or not. Comes back as the
   * host. Null: of nobody yet.
   */
  readonly owner: PeerId | null;
  /** The member whose machine orders the ticks, and the number of its term. */
  readonly sequencer: MemberId;
  readonly term: number;
  /** Null where consensus does not elect the sequencer. */
  readonly configuration: Configuration | null;
  readonly rules: MatchRules;
  /** Id of the stadium: a built-in name or a content hash. */
  readonly stadium: string;
  /** The stadium that was asked for and is on its way: no match begins without it. */
  readonly coming: string | null;
  /** [R18] The teams play at each other's ends. */
  readonly isSwapped: boolean;
  /** [R17] The tick in which a rematch begins that somebody is ready for; null: nobody is, or none is due. */
  readonly rematchAt: Tick | null;
  /** [R27] In the order in which they came. */
  readonly votes: readonly RoomVote[];
  /** [R26] Peers that the others did not want here, the last ones last. */
  readonly sentAway: readonly PeerId[];
  /** [R30] Matches that each team has won here, up to WINS_MAX. */
  readonly wins: Wins;
  /** [R31] So many play in each team while matches follow one another by themselves; 0: they do not. */
  readonly auto: number;
  /** [R50] There those who won make place too; else only those who lost do. */
  readonly rotates: boolean;
  /** [R32] Persons on the bench that wait for a place, the first one first. */
  readonly queue: readonly MemberId[];
  /** [R36] What the teams are to look like. */
  readonly kits: Kits;
  /** [R38] Only those who run the room change teams. */
  readonly areTeamsLocked: boolean;
  /** [R39] How fast kicks may follow each other, on every map. */
  readonly kickLimit: KickLimit;
  /** [R40] Discs that are not as the stadium has them, in the order in which they came to be. */
  readonly discs: readonly ChangedDisc[];
  /** [R46] Null: the match is no continuation of another one. */
  readonly playsOn: PlaysOn | null;
  /** [R47] In a match: nobody of this team is there, since that tick, and somebody of the other one is. */
  readonly deserted: { readonly team: Team; readonly since: Tick } | null;
};

/** [R30] */
export type Wins = { readonly sun: number; readonly wave: number };
export const WINS_MAX = 255;

export const DEFAULT_RULES: MatchRules = { timeLimitMinutes: 3, scoreLimit: 3 };

/** [R34] The host, or one that has its rights. */
export function runsRoom(room: RoomState, id: MemberId): boolean {
  return room.host === id || findPerson(room, id)?.coHost === true;
}

/** A member that is not waited for: its page is away, or its person. */
export function isAway(member: Member): boolean {
  return member.absent || member.idle;
}

/** The member with this number. */
export function findMember(room: RoomState, id: MemberId): Member | undefined {
  return room.members.find((member) => member.id === id);
}

/** Tells a person from a bot. */
export function isPerson(member: Member): member is Person {
  return member.type === 'person';
}

/** [R41] A script runs the room. */
export function isScriptHosted(room: RoomState): boolean {
  return findPerson(room, room.host)?.script === true;
}

/** [R41] A program that plays in no team. */
export function isScript(member: Member): boolean {
  return isPerson(member) && member.script;
}

/** The people of a room, in the order in which they came. */
export function peopleIn({ members }: Pick<RoomState, 'members'>): readonly Person[] {
  return members.filter(isPerson);
}

/** A bot has the disc: its own, or that of a person that is away or idle ([N55], [R19]). */
export function isPlayedByBot(member: Member): boolean {
  return member.type === 'bot' || (isAway(member) && member.seat !== null);
}

/** The person with this number; a bot is none. */
export function findPerson(room: RoomState, id: MemberId): Person | undefined {
  return room.members.find((member): member is Person => member.id === id && isPerson(member));
}

/** The person that this peer is. */
export function findMemberOf(room: RoomState, peer: PeerId): Person | undefined {
  return room.members.find((member): member is Person => member.peer === peer);
}

/** [R19] The person on this seat does nothing; a bot has its disc meanwhile. */
export function isIdleAt(room: RoomState, seat: Seat): boolean {
  return findMemberAt(room, seat)?.idle === true;
}

/** The member on this seat. */
export function findMemberAt(room: RoomState, seat: Seat): Member | undefined {
  return room.members.find((member) => member.seat === seat);
}
