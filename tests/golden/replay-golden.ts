import type { Arena } from '../../shared/sim/physics/arena.ts';
import { hashMatch } from '../../shared/sim/match/checksum.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import {
  placePlayer,
  resetMatch,
  setPaused,
  startMatch,
} from '../../shared/sim/match/match-commands.ts';
import { createMatchState, type MatchState } from '../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { toSeat } from '../../shared/sim/seat.ts';
import { stepMatch } from '../../shared/sim/match/step-match.ts';
import type { Team } from '../../shared/sim/team.ts';
import { builtInArena } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../../shared/stadium/compile/compile-arena.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';

/** Ticks from one recorded hash to the next. */
export const HASH_EVERY_TICKS = 60;

export type GoldenCommand =
  | { readonly tick: number; readonly type: 'place'; readonly seat: number; readonly team: Team }
  | { readonly tick: number; readonly type: 'pause'; readonly paused: boolean };

/** A recorded match: all that goes in, and the hash of the state each second. */
export type GoldenMatch = {
  readonly simVersion: number;
  readonly name: string;
  /** Id of a built-in stadium, or null: then `text` is the stadium file. */
  readonly stadium: string | null;
  readonly text: string | null;
  readonly seed: number;
  readonly ticks: number;
  readonly timeLimitTicks: number;
  readonly scoreLimit: number;
  /** Applied before the tick they name; those of tick 0 before the start. */
  readonly commands: readonly GoldenCommand[];
  /** For each seat: what is held, for how many ticks, and so on in turns. */
  readonly inputs: readonly (readonly number[])[];
  readonly hashes: readonly number[];
};

/** Plays a recorded match again; the hashes are the same on every engine, or the tick differs. */
export function replayGolden(
  golden: GoldenMatch,
  everyTicks = HASH_EVERY_TICKS,
): readonly number[] {
  const arena = arenaOf(golden);
  const match = createMatchState(arena.discCount);
  resetMatch(arena, match, golden.seed);
  const tracks = golden.inputs.map((runs) => expandRuns(runs, golden.ticks));
  const inputs = new Uint8Array(MAX_SEATS);
  const events = new EventBuffer();
  const hashes: number[] = [];
  for (let tick = 0; tick < golden.ticks; tick += 1) {
    applyCommands(golden, arena, match, tick);
    if (tick === 0) startMatch(arena, match, golden);
    for (let seat = 0; seat < MAX_SEATS; seat += 1) inputs[seat] = tracks[seat]?.[tick] ?? 0;
    events.clear();
    stepMatch(arena, match, tick, inputs, events);
    if ((tick + 1) % everyTicks === 0) hashes.push(hashMatch(match));
  }
  return hashes;
}

/** Index of the first second that came out differently, -1 when none did. */
export function firstMismatch(golden: GoldenMatch): number {
  const hashes = replayGolden(golden);
  if (hashes.length !== golden.hashes.length) return Math.min(hashes.length, golden.hashes.length);
  return hashes.findIndex((hash, index) => hash !== golden.hashes[index]);
}

/** The arena of a golden match: built in, or compiled from its text. */
export function arenaOf(golden: Pick<GoldenMatch, 'name' | 'stadium' | 'text'>): Arena {
  if (golden.stadium !== null) {
    const arena = builtInArena(golden.stadium);
    if (arena === undefined) throw new Error(`no built-in stadium ${golden.stadium}`);
    return arena;
  }
  const parsed = parseStadium(golden.text ?? '');
  if (!parsed.ok) throw new Error(`${golden.name}: ${JSON.stringify(parsed.error)}`);
  return compileArena(parsed.value);
}

/** Gives a match the commands of a tick. */
export function applyCommands(
  golden: Pick<GoldenMatch, 'commands'>,
  arena: Arena,
  match: MatchState,
  tick: number,
): void {
  for (const command of golden.commands) {
    if (command.tick !== tick) continue;
    if (command.type === 'pause') setPaused(match, command.paused);
    else placePlayer(arena, match, toSeat(command.seat), command.team);
  }
}

function expandRuns(runs: readonly number[], ticks: number): Uint8Array {
  const track = new Uint8Array(ticks);
  let at = 0;
  for (let index = 0; index + 1 < runs.length; index += 2) {
    const end = at + runs[index + 1]!;
    track.fill(runs[index]!, at, end);
    at = end;
  }
  return track;
}
