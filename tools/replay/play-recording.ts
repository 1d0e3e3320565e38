import { readFileSync } from 'node:fs';
import { replayArenas } from '../../shared/replay/replay-stadiums.ts';
import { type ReplayVerdict, verifyReplay } from '../../shared/replay/verify-replay.ts';
import { SIM_VERSION, WIRE_VERSION } from '../../shared/version.ts';
import { decodeReplay, type Replay, type ReplayProblem } from '../../shared/wire/replay-file.ts';
import {
  firstMismatch,
  type GoldenMatch,
  HASH_EVERY_TICKS,
} from '../../tests/golden/replay-golden.ts';

/** Exit codes. */
export const SAME = 0;
export const DIFFERENT = 1;
export const UNREADABLE = 2;

const SHOWN_DIFFERENCES = 8;

type Say = (line: string) => void;

/** Plays a saved replay or a golden match (.json) again, says what came of it, and returns the code. */
export function playRecording(path: string, say: Say): number {
  try {
    return path.endsWith('.json') ? playGolden(path, say) : playSaved(path, say);
  } catch (problem) {
    // A file that is not there or no JSON: the others may still be played.
    say(`${path}: ${problem instanceof Error ? problem.message : String(problem)}`);
    return UNREADABLE;
  }
}

function playSaved(path: string, say: Say): number {
  const decoded = decodeReplay(readFileSync(path));
  const arenas = decoded.ok ? replayArenas(decoded.value) : null;
  if (!decoded.ok || !arenas) {
    say(`${path}: ${decoded.ok ? 'a stadium in it is broken' : wordsOf(decoded.error)}`);
    return UNREADABLE;
  }
  const verdict = verifyReplay(decoded.value, arenas);
  say(`${path}: ${describe(decoded.value)}`);
  return tell(path, verdict, say);
}

function tell(path: string, verdict: ReplayVerdict, say: Say): number {
  if (verdict.state === 'unplayable') {
    say(`${path}: the stadium ${JSON.stringify(verdict.stadium)} is not in it`);
    return UNREADABLE;
  }
  if (verdict.state === 'same') {
    const { ticks, seconds, finalTick, finalHash } = verdict;
    say(`as recorded: ${ticks} ticks, ${seconds} hashes; ${hex(finalHash)} at tick ${finalTick}`);
    return SAME;
  }
  const { tick, comparedAt, differences } = verdict;
  say(`differs first at tick ${tick}; compared at tick ${comparedAt}:`);
  for (const { field, index, recorded, played } of differences.slice(0, SHOWN_DIFFERENCES)) {
    say(`  ${field}[${index}]: recorded ${recorded}, here ${played}`);
  }
  const more = differences.length - SHOWN_DIFFERENCES;
  if (more > 0) say(`  and ${more} more`);
  return DIFFERENT;
}

function describe({ savedAtS, segments }: Replay): string {
  const names = new Set(
    segments.flatMap(({ start }) => start.room.members.map(({ name }) => name)),
  );
  const stadiums = new Set(segments.map(({ start }) => start.room.stadium));
  const saved = new Date(savedAtS * 1000).toISOString();
  const who = JSON.stringify([...names].join(', '));
  // Quoted: texts of a stranger's file must not steer the terminal.
  const where = JSON.stringify([...stadiums].join(', '));
  return `saved ${saved}, ${segments.length} segments on ${where}, with ${who}`;
}

function wordsOf(problem: ReplayProblem): string {
  switch (problem.type) {
    case 'no-replay':
      return 'this is no replay';
    case 'other-format':
      return `a replay of format ${problem.format}, which this version does not know`;
    case 'other-version':
      return (
        `recorded with simulation ${problem.sim} and wire ${problem.wire}, ` +
        `but this is simulation ${SIM_VERSION} and wire ${WIRE_VERSION}`
      );
    case 'too-large':
      return 'too large for a replay';
    default:
      return 'a replay that is cut or damaged';
  }
}

function playGolden(path: string, say: Say): number {
  const golden = JSON.parse(readFileSync(path, 'utf8')) as GoldenMatch;
  if (golden.simVersion !== SIM_VERSION) {
    say(`${path}: recorded at simulation version ${golden.simVersion}, not ${SIM_VERSION}`);
    return UNREADABLE;
  }
  const second = firstMismatch(golden);
  const [from, to] = [second * HASH_EVERY_TICKS, (second + 1) * HASH_EVERY_TICKS];
  const verdict = second < 0 ? 'as recorded' : `differs first between ticks ${from} and ${to}`;
  say(`${path}: ${golden.ticks} ticks on ${golden.name}, ${verdict}`);
  return second < 0 ? SAME : DIFFERENT;
}

function hex(hash: number): string {
  return hash.toString(16).padStart(8, '0');
}
