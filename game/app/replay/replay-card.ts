import { hashBytes } from '../../../shared/base/hash.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { MATCH, MATCH_INTS, PHASE, SEAT_INTS } from '../../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../../shared/base/room-limits.ts';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { type Replay, replayTicks } from '../../../shared/wire/replay-file.ts';
import type { ReplaySegment } from '../../../shared/wire/replay-segment.ts';
import type { ReplayCard } from '../../settings/replay-shelf.ts';

/** [V3] What is shorter is no match that anybody comes back to. */
const LEAST_TICKS = 5 * TICK_RATE;
const INTS = MATCH_INTS + MAX_SEATS * SEAT_INTS;

/** [V3] True when a match is on in it from its beginning, and for long enough to be kept. */
export function isWorthKeeping(replay: Replay): boolean {
  const phase = intsOf(startWords(replay.segments[0]!))[MATCH.phase];
  return phase !== PHASE.warmUp && phase !== PHASE.end && replayTicks(replay) >= LEAST_TICKS;
}

/** [V2] True when the match came to its end: whatever is recorded behind it is another one's. */
export function hasEnded(replay: Replay): boolean {
  return lastOfMatch(replay)[MATCH.phase] === PHASE.end;
}

/** [V2] The same for the same match, however much of it was recorded by then. */
export function idOf({ segments }: Replay): string {
  const { start } = segments[0]!;
  return `${start.tick}-${start.room.term}-${hashBytes(start.match)}`;
}

/** @param mapName of the map with this id; '' where that is not known */
export function cardOf(replay: Replay, mapName: (stadium: string) => string): ReplayCard {
  const last = replay.segments.at(-1)!;
  const { room } = last.start;
  const ints = lastOfMatch(replay);
  return {
    map: mapName(room.stadium),
    sun: namesIn(room, TEAM_SUN),
    wave: namesIn(room, TEAM_WAVE),
    sunScore: ints[MATCH.sunScore]!,
    waveScore: ints[MATCH.waveScore]!,
    ticks: replayTicks(replay),
  };
}

function namesIn({ members }: RoomState, team: Team): string[] {
  return members.filter((member) => member.team === team).map(({ name }) => name);
}

function startWords({ start }: ReplaySegment): Uint32Array {
  return new Uint32Array(start.match.slice().buffer);
}

/** The newest state in which a match is on or has ended: behind a stopped one the score is gone. */
function lastOfMatch({ segments }: Replay): Int32Array {
  for (const { keyframes } of segments.toReversed()) {
    const { frameWords, words } = keyframes;
    for (let end = words.length; end > 0; end -= frameWords) {
      const ints = intsOf(words.slice(end - frameWords, end));
      if (isOn(ints)) return ints;
    }
  }
  return intsOf(startWords(segments[0]!));
}

function isOn(ints: Int32Array): boolean {
  const phase = ints[MATCH.phase];
  return phase !== PHASE.warmUp && phase !== PHASE.countdown;
}

/** The integers behind the discs. */
function intsOf(words: Uint32Array): Int32Array {
  return new Int32Array(words.buffer, words.byteLength - INTS * Int32Array.BYTES_PER_ELEMENT);
}
