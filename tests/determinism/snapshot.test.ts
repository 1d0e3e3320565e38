import { expect, test } from 'vitest';
import { hashMatch, isCleanMatch } from '../../shared/sim/match/checksum.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { copyMatchState, createMatchState } from '../../shared/sim/match-state.ts';
import { stepMatch } from '../../shared/sim/match/step-match.ts';
import { ScriptedMatch } from '../../tools/stadiums/scripted-match.ts';
import { allArenas } from './all-arenas.ts';

const TICKS = 600;

test.each(allArenas())(
  '[S1] [S70] [S71] on $name a tick from a copy gives the same hash, without NaN or −0',
  ({ arena }) => {
    const scripted = new ScriptedMatch(arena, 2, 5);
    const copy = createMatchState(arena.discCount);
    const events = new EventBuffer();
    for (let tick = 0; tick < TICKS; tick += 1) {
      copyMatchState(scripted.match, copy);
      scripted.step();
      stepMatch(arena, copy, tick, scripted.inputs, events);
      if (hashMatch(copy) !== hashMatch(scripted.match) || !isCleanMatch(copy)) {
        expect({ tick, isClean: isCleanMatch(copy) }).toBeNull();
      }
    }
    expect(hashMatch(copy)).toBe(hashMatch(scripted.match));
  },
);
