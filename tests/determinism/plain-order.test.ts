import { expect, test } from 'vitest';
import { hashMatch } from '../../shared/sim/match/checksum.ts';
import { diffMatch } from '../../shared/sim/match/diff-state.ts';
import { copyMatchState, createMatchState } from '../../shared/sim/match-state.ts';
import { ScriptedMatch } from '../../tools/stadiums/scripted-match.ts';
import { allArenas } from './all-arenas.ts';
import { plainStep } from './plain-step.ts';

const TICKS = 400;

test.each(allArenas())(
  '[S20] on $name the pruned tick and the plain one agree in every bit',
  ({ arena }) => {
    const scripted = new ScriptedMatch(arena, 3, 11);
    const plain = createMatchState(arena.discCount);
    copyMatchState(scripted.match, plain);
    for (let tick = 0; tick < TICKS; tick += 1) {
      scripted.step();
      plainStep(arena, plain, scripted.inputs);
      if (hashMatch(plain) === hashMatch(scripted.match)) continue;
      expect({ tick, differences: diffMatch(arena, scripted.match, plain) }).toBeNull();
    }
    expect(hashMatch(plain)).toBe(hashMatch(scripted.match));
  },
);
