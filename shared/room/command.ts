import type { Brand } from '../base/brand.ts';
import type { PeerId } from '../base/peer-id.ts';
import { MEMBER_NUMBERS } from '../base/room-limits.ts';
import type { Seat } from '../sim/seat.ts';
import type { Team } from '../sim/team.ts';
import type { KickLimit } from '../sim/match/match-commands.ts';
import type { BotLevelName } from './bots.ts';
import type { DiscValues } from './disc-values.ts';
import type { Kit } from './kit.ts';

/** Number of a member within its room, given by the sequencer; never used twice in a row. */
export type MemberId = Brand<number, 'MemberId'>;

/** `by` of a command that the sequencer itself made: joins, absences. */
export const BY_SEQUENCER = MEMBER_NUMBERS as MemberId;

/** Brands a number that is known to be a member's. */
export function toMemberId(value: number): MemberId {
  return value as MemberId;
}

/** As many as a script may ask for; what the menu offers is less. */
export const TIME_LIMIT_MINUTES_MAX = 99;
export const SCORE_LIMIT_MAX = 99;

/** [R29] What the host can do to both teams at once, between matches. */
export const ARRANGEMENTS = ['shuffle', 'balance', 'swap'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** 0 = no limit. */
export type MatchRules = { readonly timeLimitMinutes: number; readonly scoreLimit: number };

/** What a member may ask for. */
export type RoomRequest =
  | { readonly type: 'team'; readonly member: MemberId; readonly team: Team }
  | { readonly type: 'ready'; readonly ready: boolean }
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  | { readonly type: 'pause'; readonly paused: boolean }
  | { readonly type: 'rules'; readonly rules: MatchRules }
  | { readonly type: 'stadium'; readonly stadium: string }
  | { readonly type: 'leave'; readonly member: MemberId }
  /** Another member runs the room from now on. */
  | { readonly type: 'host'; readonly member: MemberId }
  /** [R9] A bot comes to a team. */
  | BotRequest
  /** A bot plays on a level from now on. */
  | { readonly type: 'level'; readonly member: MemberId; readonly level: BotLevelName }
  /** [R20] The person is there, after it was asked or found idle. */
  | { readonly type: 'here' }
  /** [R31] Matches follow one another by themselves, with so many a team; 0: they do not. [R50] `rotates`: all make place. */
  | { readonly type: 'auto'; readonly size: number; readonly rotates: boolean }
  /** [R32] A person on the bench waits for a place, or only watches. */
  | { readonly type: 'wait'; readonly waiting: boolean }
  /** [R29] Both teams change. */
  | { readonly type: 'arrange'; readonly how: Arrangement }
  /** [R27] A voice for sending a member away or, `against` being null, for the pause or its end. */
  | { readonly type: 'vote'; readonly against: MemberId | null; readonly yes: boolean }
  /** [R47] The other side has left: the match ends as won. */
  | { readonly type: 'claim' }
  /** [R44] The room plays on from a moment of a replay, whoever asks on the disc of this seat. */
  | PlayOnRequest
  | ScriptedRequest;

/** What rooms that a script runs are made with; people may ask for it too. */
export type ScriptedRequest =
  /** [R34] A person has the host's rights from now on, or no longer. */
  | { readonly type: 'coHost'; readonly member: MemberId; readonly coHost: boolean }
  /** [R35] What stands on a person's disc; null: nothing. */
  | { readonly type: 'badge'; readonly member: MemberId; readonly text: string | null }
  /** [R36] What a team looks like; null: as each person chose. */
  | { readonly type: 'kit'; readonly team: Team; readonly kit: Kit | null }
  /** [R37] These stand together at the top of the list, or at its end. */
  | { readonly type: 'order'; readonly members: readonly MemberId[]; readonly toTop: boolean }
  /** [R38] Only those who run the room change teams, or everybody again. */
  | { readonly type: 'lock'; readonly locked: boolean }
  /** [R39] How fast kicks may follow each other. */
  | { readonly type: 'kickRate'; readonly limit: KickLimit }
  /** [R40] A disc of the map is another one; `disc` is its index. */
  | { readonly type: 'disc'; readonly disc: number; readonly values: DiscValues }
  /** [R40] The disc of a player is another one. */
  | { readonly type: 'playerDisc'; readonly member: MemberId; readonly values: DiscValues }
  /** [R41] The member that asks is a script; [R42] `filters`: it looks at all chat first. */
  | { readonly type: 'script'; readonly filters: boolean };

export type PlayOnRequest = {
  readonly type: 'playOn';
  /** Hash of what the moment travels as. */
  readonly moment: string;
  /** Null: by the rule for everybody. */
  readonly seat: Seat | null;
};

export type BotRequest = {
  readonly type: 'bot';
  readonly team: Team;
  readonly level: BotLevelName;
};

/** What the sequencer says by itself, or makes of a request. */
export type SequencerCommand =
  | {
      readonly type: 'join';
      readonly member: MemberId;
      readonly peer: PeerId;
      readonly name: string;
    }
  | { readonly type: 'absent'; readonly member: MemberId; readonly absent: boolean }
  /** `pages`: the page numbers of those who count from here on, as bits. */
  | {
      readonly type: 'mark';
      readonly member: MemberId;
      readonly term: number;
      readonly pages: number;
    }
  /** The stadium that the host asked for is on its way to everybody; null: it did not come. */
  | { readonly type: 'coming'; readonly stadium: string | null };

/**
 * Anything but input that changes the room. Commands ride in the timeline, never beside it, so
 * that everybody applies them at the same tick.
 */
export type Command = (
  | Exclude<RoomRequest, BotRequest | PlayOnRequest>
  /** The sequencer gives the number. */
  | (BotRequest & { readonly member: MemberId })
  /** It gives the numbers of bots that may have to come, too. */
  | (PlayOnRequest & { readonly numbers: readonly MemberId[] })
  | SequencerCommand
) & { readonly by: MemberId };

/** [N17] What a machine has to hold to apply this command; null: nothing. */
export function neededFor(command: Command): string | null {
  if (command.type === 'stadium') return command.stadium;
  return command.type === 'playOn' ? command.moment : null;
}
