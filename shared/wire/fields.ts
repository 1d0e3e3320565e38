import { type PeerId, parsePeerId } from '../base/peer-id.ts';
import { MEMBER_NUMBERS, MAX_SEATS, NAME_BYTES_MAX, PAGE_NUMBERS } from '../base/room-limits.ts';
import {
  ARRANGEMENTS,
  type Arrangement,
  type MemberId,
  SCORE_LIMIT_MAX,
  TIME_LIMIT_MINUTES_MAX,
} from '../room/command.ts';
import { BADGE_BYTES_MAX } from '../room/looks.ts';
import type { DiscValues } from '../room/disc-values.ts';
import type { ChangedDisc } from '../room/room-state.ts';
import { WORLD_LIMIT } from '../sim/tuning.ts';
import { KICK_LIMIT_MAX } from '../room/limits.ts';
import { type Kit, KIT_ANGLES, KIT_STRIPES_MAX } from '../room/kit.ts';
import type { KickLimit } from '../sim/match/match-commands.ts';
import { INPUT_BIT_COUNT, type InputBits } from '../sim/input.ts';
import { TEAM_SIZE_MAX } from '../room/places.ts';
import type { Seat } from '../sim/seat.ts';
import type { Team } from '../sim/team.ts';
import type { Tick } from '../sim/tick.ts';
import { BOT_LEVEL_NAMES, type BotLevelName } from '../room/bots.ts';
import {
  type Codec,
  below,
  float32,
  int,
  list,
  oneOf,
  optional,
  struct,
  text,
  typed,
  uint,
} from './codec.ts';

/** Longest stadium id: a built-in name or 32 hex digits. */
export const STADIUM_ID_MAX_BYTES = 32;

const SHORT_TICKS = 2 ** 16;

export const longTick: Codec<Tick> = typed(uint(32));
/** Low 16 bits of a tick, unwrapped by the receiver around one it knows. */
export const shortTick: Codec<number> = uint(16);
/** A term of consensus: a count, and five bits that name its lineage (docs/spec/consensus.md). */
export const fullTerm: Codec<number> = uint(32);
/** The number of a page session in its room. */
export const pageNumber: Codec<number> = below(PAGE_NUMBERS);
/** A set of page numbers, a bit each. */
export const pageNumbers: Codec<number> = uint(PAGE_NUMBERS);
export const inputBits: Codec<InputBits> = typed(uint(INPUT_BIT_COUNT));
export const seat: Codec<Seat> = typed(below(MAX_SEATS));
export const team: Codec<Team> = typed(below(3));
/** [R31] Players of a team, or 0. */
export const teamCount: Codec<number> = below(TEAM_SIZE_MAX + 1);
/** Also holds BY_SEQUENCER. */
export const memberId: Codec<MemberId> = typed(below(MEMBER_NUMBERS + 1));
export const memberName: Codec<string> = text(NAME_BYTES_MAX);
export const botLevel: Codec<BotLevelName> = oneOf(BOT_LEVEL_NAMES);
export const arrangement: Codec<Arrangement> = oneOf(ARRANGEMENTS);
export const stadiumId: Codec<string> = text(STADIUM_ID_MAX_BYTES);

/** A colour, 0xRRGGBB. */
export const rgb: Codec<number> = uint(24);
/** [R36] */
export const kit: Codec<Kit> = struct({
  angle: below(KIT_ANGLES),
  text: rgb,
  stripes: list(rgb, KIT_STRIPES_MAX),
});
/** [R35] */
export const badge: Codec<string> = text(BADGE_BYTES_MAX);
/** [R39] */
export const kickLimit: Codec<KickLimit> = struct({
  interval: below(KICK_LIMIT_MAX + 1),
  rate: below(KICK_LIMIT_MAX + 1),
  burst: below(KICK_LIMIT_MAX + 1),
});

/** Index of a disc of an arena. */
export const disc: Codec<number> = uint(11);

const number32 = optional(float32(WORLD_LIMIT));
const flags = optional(int(32));
/** 0xRRGGBB, or -1. */
const colorOrNone = optional(checkedColor(int(25)));

/** [R40] What stays of a disc that a command changed. */
const traits = {
  radius: number32,
  bCoef: number32,
  invMass: number32,
  damping: number32,
  gravityX: number32,
  gravityY: number32,
  cMask: flags,
  cGroup: flags,
  color: colorOrNone,
};

/** [R40] */
export const discValues: Codec<DiscValues> = struct({
  x: number32,
  y: number32,
  vx: number32,
  vy: number32,
  ...traits,
});

/** [R40] */
export const changedDisc: Codec<ChangedDisc> = struct({
  disc,
  holder: optional(struct({ member: memberId, team })),
  traits: struct(traits),
});

export const peerId: Codec<PeerId> = checked(text(24), parsePeerId);

export const matchRules = struct({
  timeLimitMinutes: below(TIME_LIMIT_MINUTES_MAX + 1),
  scoreLimit: below(SCORE_LIMIT_MAX + 1),
});

/** [W6] The low 16 bits of a tick. */
export function toShortTick(tick: number): number {
  return tick % SHORT_TICKS;
}

/** The tick nearest to `near` whose low 16 bits are `short`; never below 0. */
export function unwrapTick(short: number, near: number): Tick {
  const base = near - (near % SHORT_TICKS) + short;
  const half = SHORT_TICKS / 2;
  if (base > near + half && base >= SHORT_TICKS) return (base - SHORT_TICKS) as Tick;
  return (base < near - half ? base + SHORT_TICKS : base) as Tick;
}

/** Of the negative numbers -1 alone is a colour. */
function checkedColor(codec: Codec<number>): Codec<number> {
  return {
    write: (writer, value) => codec.write(writer, value),
    read: (reader) => {
      const value = codec.read(reader);
      if (value < -1) reader.fail();
      return value;
    },
  };
}

function checked<Value extends string>(
  codec: Codec<string>,
  parse: (value: string) => Value | null,
): Codec<Value> {
  return {
    ...codec,
    write: (writer, value) => codec.write(writer, value),
    read: (reader) => {
      const value = parse(codec.read(reader));
      if (value === null) reader.fail();
      return value ?? ('' as Value);
    },
  };
}
