import { type Arena } from '../sim/physics/arena.ts';
import { isCleanMatch } from '../sim/match/checksum.ts';
import { MAX_SEATS, MEMBER_NUMBERS } from '../base/room-limits.ts';
import { createMatchState } from '../sim/match-state.ts';
import { SENT_AWAY_MAX } from '../room/leaving.ts';
import { CHANGED_DISCS_MAX } from '../room/disc-values.ts';
import { type Member, type RoomState, WINS_MAX } from '../room/room-state.ts';
import { arenaOf, type ArenaSource, type World } from '../room/world.ts';
import {
  type Codec,
  type Decoded,
  below,
  beside,
  bytes,
  flag,
  list,
  optional,
  struct,
  variants,
} from './codec.ts';
import {
  badge,
  botLevel,
  changedDisc,
  fullTerm,
  kickLimit,
  kit,
  longTick,
  matchRules,
  memberId,
  memberName,
  pageNumbers,
  peerId,
  seat,
  stadiumId,
  team,
  teamCount,
} from './fields.ts';
import { decodeMessage, encodeMessage } from './packets.ts';

/** 1024 discs of 32 bytes and the integers. */
const MATCH_MAX_BYTES = 40_000;
/** [R9] Of every bot. */
const BOT_IS = { peer: null, ready: true, absent: false, idle: false } as const;
/** [R27] Each person has two voices at most. */
const VOTES_MAX = 2 * MEMBER_NUMBERS;
const WORLD_MAX_BYTES = MATCH_MAX_BYTES + 8_000;

/** The places of these are the tags. */
export const member: Codec<Member> = variants(1, {
  person: struct({
    id: memberId,
    name: memberName,
    team,
    seat: optional(seat),
    peer: peerId,
    ready: flag,
    absent: flag,
    idle: flag,
    waits: team,
    coHost: flag,
    script: flag,
    filters: flag,
    badge: optional(badge),
  }),
  bot: beside(struct({ id: memberId, name: memberName, team, seat, level: botLevel }), BOT_IS),
});

const roomState: Codec<RoomState> = struct({
  members: list(member, MEMBER_NUMBERS),
  host: memberId,
  owner: optional(peerId),
  sequencer: memberId,
  term: fullTerm,
  configuration: optional(struct({ pages: pageNumbers, at: longTick })),
  rules: matchRules,
  stadium: stadiumId,
  coming: optional(stadiumId),
  isSwapped: flag,
  rematchAt: optional(longTick),
  votes: list(struct({ by: memberId, against: optional(memberId), until: longTick }), VOTES_MAX),
  sentAway: list(peerId, SENT_AWAY_MAX),
  wins: struct({ sun: below(WINS_MAX + 1), wave: below(WINS_MAX + 1) }),
  auto: teamCount,
  rotates: flag,
  queue: list(memberId, MEMBER_NUMBERS),
  kits: struct({ sun: optional(kit), wave: optional(kit) }),
  areTeamsLocked: flag,
  kickLimit,
  discs: list(changedDisc, CHANGED_DISCS_MAX),
  playsOn: optional(
    struct({
      moment: stadiumId,
      by: memberId,
      from: longTick,
      bots: list(memberId, MAX_SEATS),
      moved: list(struct({ member: memberId, before: team, to: team }), MEMBER_NUMBERS),
      stadium: stadiumId,
      rules: matchRules,
    }),
  ),
  deserted: optional(struct({ team, since: longTick })),
});

/** [W8] The match is its buffer as it lies in memory: little-endian doubles, then integers. */
export const worldSnapshot = struct({
  tick: longTick,
  room: roomState,
  match: bytes(MATCH_MAX_BYTES),
});

export type WorldSnapshot = Decoded<typeof worldSnapshot>;

/** [W8] The bytes of a world, for a snapshot. */
export function encodeWorld(world: World): Uint8Array<ArrayBuffer> {
  const match = new Uint8Array(world.match.buffer);
  return encodeMessage(
    worldSnapshot,
    { tick: world.tick, room: world.room, match },
    WORLD_MAX_BYTES,
  );
}

/** Id of the stadium that an encoded world is on; null when the bytes are no world. */
export function stadiumOfWorld(encoded: Uint8Array): string | null {
  return decodeMessage(worldSnapshot, encoded)?.room.stadium ?? null;
}

/** Null when the bytes are no world, or one of a stadium that is not here. */
export function decodeWorld(encoded: Uint8Array, arenas: ArenaSource): World | null {
  const snapshot = decodeMessage(worldSnapshot, encoded);
  return snapshot && restoreWorld(snapshot, arenas);
}

/** Null when the stadium is not here, or the match is none that can be on it. */
export function restoreWorld(snapshot: WorldSnapshot, arenas: ArenaSource): World | null {
  const arena: Arena | undefined = areDiscsOf(snapshot, arenas)
    ? arenaOf(snapshot.room, arenas)
    : undefined;
  if (!arena) return null;
  const match = createMatchState(arena.discCount);
  if (snapshot.match.length !== match.buffer.byteLength) return null;
  new Uint8Array(match.buffer).set(snapshot.match);
  return isCleanMatch(match) ? { tick: snapshot.tick, room: snapshot.room, arena, match } : null;
}

/** [R40] The stadium has every disc that is said to be another one. */
function areDiscsOf({ room }: WorldSnapshot, arenas: ArenaSource): boolean {
  const count = arenas(room.stadium)?.discCount ?? 0;
  return room.discs.every(({ disc }) => disc < count);
}
