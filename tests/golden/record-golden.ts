import { hashMatch } from '../../shared/sim/match/checksum.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { resetMatch, startMatch } from '../../shared/sim/match/match-commands.ts';
import { createMatchState } from '../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { stepMatch } from '../../shared/sim/match/step-match.ts';
import { SIM_VERSION } from '../../shared/version.ts';
import { ScriptedPlayers } from '../../tools/stadiums/scripted-match.ts';
import {
  applyCommands,
  arenaOf,
  type GoldenCommand,
  type GoldenMatch,
  HASH_EVERY_TICKS,
} from './replay-golden.ts';

const TICKS = 1800;

/** Two a side from the start; a pause, one who comes late and one who goes. */
const COMMANDS: readonly GoldenCommand[] = [
  { tick: 0, type: 'place', seat: 0, team: 1 },
  { tick: 0, type: 'place', seat: 1, team: 2 },
  { tick: 0, type: 'place', seat: 2, team: 1 },
  { tick: 0, type: 'place', seat: 5, team: 2 },
  { tick: 400, type: 'pause', paused: true },
  { tick: 430, type: 'pause', paused: false },
  { tick: 700, type: 'place', seat: 7, team: 1 },
  { tick: 1200, type: 'place', seat: 1, team: 0 },
];

/** Plays a new golden match with scripted players and writes down what they did. */
export function recordGolden(
  source: Pick<GoldenMatch, 'name' | 'stadium' | 'text'>,
  seed: number,
): GoldenMatch {
  const limits = { timeLimitTicks: 1000, scoreLimit: 3 };
  const arena = arenaOf(source);
  const match = createMatchState(arena.discCount);
  const players = new ScriptedPlayers(seed);
  const events = new EventBuffer();
  const inputs: number[][] = Array.from({ length: MAX_SEATS }, () => []);
  const hashes: number[] = [];
  resetMatch(arena, match, seed);
  for (let tick = 0; tick < TICKS; tick += 1) {
    applyCommands({ commands: COMMANDS }, arena, match, tick);
    if (tick === 0) startMatch(arena, match, limits);
    players.choose(arena, match, tick);
    for (const [seat, held] of players.inputs.entries()) appendRun(inputs[seat]!, held);
    events.clear();
    stepMatch(arena, match, tick, players.inputs, events);
    if ((tick + 1) % HASH_EVERY_TICKS === 0) hashes.push(hashMatch(match));
  }
  return {
    simVersion: SIM_VERSION,
    ...source,
    seed,
    ticks: TICKS,
    ...limits,
    commands: COMMANDS,
    inputs,
    hashes,
  };
}

function appendRun(runs: number[], held: number): void {
  const last = runs.length - 2;
  if (last >= 0 && runs[last] === held) runs[last + 1]! += 1;
  else runs.push(held, 1);
}
