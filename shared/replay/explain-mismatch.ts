import { hashMatch } from '../sim/match/checksum.ts';
import { diffMatch, type StateDifference } from '../sim/match/diff-state.ts';
import { EventBuffer } from '../sim/events.ts';
import { createMatchState } from '../sim/match-state.ts';
import { hashRoom } from '../room/hash-room.ts';
import { TICK_RATE, type Tick } from '../sim/tick.ts';
import { type ArenaSource, type World, hashWorld } from '../room/world.ts';
import { OPENING, TICK_HASH_MASK } from '../wire/replay-measures.ts';
import { type ReplaySegment, countMultiples } from '../wire/replay-segment.ts';
import { restoreWorld } from '../wire/world-codec.ts';
import { findRecordedWorld } from './find-input.ts';
import { SegmentPlayer } from './play-replay.ts';

/** A number as it was recorded, and as it came out here. */
export type ReplayDifference = {
  /** As `diffMatch` names it; `room`, `match` and `tick` for what has no closer name. */
  readonly field: string;
  readonly index: number;
  readonly recorded: number;
  readonly played: number;
};

export type ReplayMismatch = {
  /** The first that does not come out as recorded. */
  readonly tick: Tick;
  /** Where there is a recorded state to compare with: at that tick, or soon after. */
  readonly comparedAt: Tick;
  readonly differences: readonly ReplayDifference[];
};

/** True when the tick that was just played has the hash that the segment recorded for it. */
export function hasTickHash({ played, world }: SegmentPlayer, segment: ReplaySegment): boolean {
  return tickHash(world) === segment.tickHashes[played - 1];
}

/**
 * [P9] What differs. When one input explains it, at that very tick; else at the next place where the
 * file has a state.
 *
 * @param player behind the first tick that does not come out as recorded
 */
export function explainMismatch(
  player: SegmentPlayer,
  segment: ReplaySegment,
  next: ReplaySegment | null,
  arenas: ArenaSource,
): ReplayMismatch {
  const { world } = player;
  const { tick } = world;
  const hashes = [diffHashes(player, segment)];
  const before = playTo(segment, player.played - 1, arenas);
  const found = hasTickHash(player, segment) ? null : findRecordedWorld(before, segment);
  if (found) return { tick, comparedAt: tick, differences: diffWorlds(found, world) };
  const events = new EventBuffer();
  let differences = diffKeyframe(world, segment);
  while (differences.length === 0 && !player.isAtEnd) {
    player.step(events);
    differences = diffKeyframe(world, segment);
  }
  const isJoined = next !== null && next.opening !== OPENING.snapshot;
  const recorded = isJoined && player.isAtEnd ? restoreWorld(next.start, arenas) : null;
  if (differences.length === 0 && recorded) differences = diffWorlds(recorded, world);
  if (differences.length > 0) return { tick, comparedAt: world.tick, differences };
  return { tick, comparedAt: tick, differences: hashes };
}

/** Differences of two worlds of one tick; a room that differs is told as one number, its hash. */
export function diffWorlds(recorded: World, played: World): readonly ReplayDifference[] {
  const differences: ReplayDifference[] = [];
  const tell = (field: string, a: number, b: number): void => {
    if (a !== b) differences.push({ field, index: 0, recorded: a, played: b });
  };
  tell('tick', recorded.tick, played.tick);
  tell('room', hashRoom(recorded.room), hashRoom(played.room));
  if (recorded.match.words.length !== played.match.words.length) {
    tell('match', recorded.match.words.length, played.match.words.length);
    return differences;
  }
  return [...differences, ...rename(diffMatch(played.arena, recorded.match, played.match))];
}

function playTo(segment: ReplaySegment, rows: number, arenas: ArenaSource): SegmentPlayer {
  const player = SegmentPlayer.open(segment, arenas);
  if (!player) throw new Error('a segment that was played can be opened');
  const events = new EventBuffer();
  while (player.played < rows) player.step(events);
  return player;
}

/** The least that can be told: which of the two hashes of the tick is another one. */
function diffHashes({ played, world }: SegmentPlayer, segment: ReplaySegment): ReplayDifference {
  const recorded = segment.tickHashes[played - 1]!;
  if (recorded !== tickHash(world)) {
    return { field: 'match', index: 0, recorded, played: tickHash(world) };
  }
  const second = countMultiples(segment.start.tick, world.tick, TICK_RATE) - 1;
  const whole = segment.secondHashes[second]!;
  return { field: 'room', index: 0, recorded: whole, played: hashWorld(world) };
}

/** Nothing when the segment has no keyframe of this tick, or one of another stadium. */
function diffKeyframe(world: World, segment: ReplaySegment): readonly ReplayDifference[] {
  const { start, keyframes, keyframeSeconds, tickHashes } = segment;
  const { frameWords, words } = keyframes;
  const every = keyframeSeconds * TICK_RATE;
  const isOnGrid = world.tick % every === 0;
  if (!isOnGrid && world.tick !== start.tick + tickHashes.length) return [];
  const index = countMultiples(start.tick, world.tick, every) - (isOnGrid ? 1 : 0);
  const frame = words.subarray(index * frameWords, (index + 1) * frameWords);
  if (frame.length !== world.match.words.length) return [];
  const recorded = createMatchState(world.arena.discCount);
  recorded.words.set(frame);
  return rename(diffMatch(world.arena, recorded, world.match));
}

function tickHash(world: World): number {
  return hashMatch(world.match) & TICK_HASH_MASK;
}

function rename(differences: readonly StateDifference[]): readonly ReplayDifference[] {
  return differences.map(({ field, index, a, b }) => ({ field, index, recorded: a, played: b }));
}
