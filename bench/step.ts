import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Arena } from '../shared/sim/arena.ts';
import { builtInArena } from '../shared/stadium/built-in-stadiums.ts';
import { compileArena } from '../shared/stadium/compile-arena.ts';
import { parseStadium } from '../shared/stadium/parse-stadium.ts';
import { ScriptedMatch } from '../tools/scripted-match.ts';
import { measure, measureAllocation, type Measurement } from './measure.ts';

export type StepFigures = Measurement & {
  readonly name: string;
  /** What one tick leaves on the heap, the scripted players left out. */
  readonly bytesPerTick: number;
};

const SEED = 8;
const TICKS = 2000;
/** Inputs come from a recorded loop of this many ticks: choosing them is not part of the tick. */
const INPUT_LOOP = 600;
/** Of a folder, the largest files are tried; the cost of a tick follows the size roughly. */
const LARGEST_FILES = 12;

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
  return {
    name,
    ...measure(step, TICKS),
    bytesPerTick: measureAllocation(step, TICKS * 10),
  };
}

function heaviestOf(folder: string): StepFigures | null {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .toSorted((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size)
    .slice(0, LARGEST_FILES);
  let heaviest: StepFigures | null = null;
  for (const file of files) {
    const parsed = parseStadium(readFileSync(join(folder, file), 'utf8'));
    if (!parsed.ok) continue;
    const figures = stepFigures(`${file} 4v4`, compileArena(parsed.value), 4);
    if (heaviest === null || figures.medianUs > heaviest.medianUs) heaviest = figures;
  }
  return heaviest;
}

function recordInputs(arena: Arena, playersPerTeam: number): readonly Uint8Array[] {
  const scripted = new ScriptedMatch(arena, playersPerTeam, SEED);
  return Array.from({ length: INPUT_LOOP }, () => {
    scripted.step();
    return scripted.inputs.slice();
  });
}
