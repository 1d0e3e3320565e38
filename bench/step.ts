import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Arena } from '../shared/sim/physics/arena.ts';
import { builtInArena } from '../shared/stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../shared/stadium/compile/compile-arena.ts';
import { parseStadium } from '../shared/stadium/format/parse-stadium.ts';
import { ScriptedMatch } from '../tools/stadiums/scripted-match.ts';
import { measure, measureAllocation, type Measurement } from './measure.ts';

export type StepFigures = Measurement & {
  readonly name: string;
  /** What one tick leaves on the heap, the scripted players left out. */
  readonly bytesPerTick: number;
};

const SEED = 8;
const TICKS = 2000;
const ALLOCATION_RUNS = 8;
/** Inputs come from a recorded loop of this many ticks: choosing them is not part of the tick. */
const INPUT_LOOP = 600;
/** Of a folder, every file is tried shortly and so many of the slowest are measured. */
const MEASURED_FILES = 3;
const TRIAL_TICKS = 300;

/** Classic one against one and four against four; with a folder, also its most expensive file. */
export function benchStep(folder?: string): readonly StepFigures[] {
  const classic = builtInArena('classic');
  if (classic === undefined) throw new Error('the classic pitch is missing');
  const figures = [stepFigures('classic 1v1', classic, 1), stepFigures('classic 4v4', classic, 4)];
  const heaviest = folder === undefined ? null : heaviestOf(folder);
  return heaviest === null ? figures : [...figures, heaviest];
}

/** Microseconds and bytes of one tick with so many players a side. */
export function stepFigures(name: string, arena: Arena, playersPerTeam: number): StepFigures {
  const loop = recordInputs(arena, playersPerTeam);
  const scripted = new ScriptedMatch(arena, playersPerTeam, SEED);
  let tick = 0;
  const step = (): void => {
    scripted.stepWith(loop[tick % INPUT_LOOP]!);
    tick += 1;
  };
  const times = measure(step, TICKS);
  // The engine may still be compiling in a run: what a tick leaves it leaves in each of them.
  let bytesPerTick = Infinity;
  for (let run = 0; run < ALLOCATION_RUNS && bytesPerTick > 0; run += 1) {
    bytesPerTick = Math.min(bytesPerTick, measureAllocation(step, TICKS * 5));
  }
  return { name, ...times, bytesPerTick };
}

function heaviestOf(folder: string): StepFigures | null {
  const arenas = readdirSync(folder)
    .filter((name) => name.endsWith('.hbs'))
    .flatMap((name) => {
      const parsed = parseStadium(readFileSync(join(folder, name), 'utf8'));
      return parsed.ok ? [{ name, arena: compileArena(parsed.value) }] : [];
    });
  const slowest = arenas
    .map((one) => ({ ...one, trialUs: trialUs(one.arena) }))
    .toSorted((a, b) => b.trialUs - a.trialUs)
    .slice(0, MEASURED_FILES);
  const figures = slowest.map(({ name, arena }) => stepFigures(`${name} 4v4`, arena, 4));
  return figures.toSorted((a, b) => b.medianUs - a.medianUs)[0] ?? null;
}

function trialUs(arena: Arena): number {
  const scripted = new ScriptedMatch(arena, 4, SEED);
  return measure(() => scripted.step(), TRIAL_TICKS, 3).bestUs;
}

function recordInputs(arena: Arena, playersPerTeam: number): readonly Uint8Array[] {
  const scripted = new ScriptedMatch(arena, playersPerTeam, SEED);
  return Array.from({ length: INPUT_LOOP }, () => {
    scripted.step();
    return scripted.inputs.slice();
  });
}
