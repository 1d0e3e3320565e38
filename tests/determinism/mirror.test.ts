import { expect, test } from 'vitest';
import { EventBuffer } from '../../shared/sim/events.ts';
import { INPUT_LEFT, INPUT_RIGHT } from '../../shared/sim/input.ts';
import { placePlayer, resetMatch, startMatch } from '../../shared/sim/match/match-commands.ts';
import {
  createMatchState,
  DISC_STRIDE,
  MATCH,
  type MatchState,
  SEAT,
  SEAT_INTS,
  seatInt,
} from '../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { SEATS } from '../../shared/sim/seat.ts';
import { stepMatch } from '../../shared/sim/match/step-match.ts';
import { otherTeam, TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import {
  BUILT_IN_STADIUMS,
  builtInArena,
} from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { ScriptedPlayers } from '../../tools/stadiums/scripted-match.ts';

const TICKS = 6000;

/**
 * Each seat keeps its place in the order and changes its side: the order of a pass is then the
 * same on both sides, and everything but the sign of x must be too.
 */
test.each([...BUILT_IN_STADIUMS.keys()])(
  '[S26] on %s a match with the sides exchanged is the mirror image of the match',
  (id) => {
    const arena = builtInArena(id)!;
    const match = createMatchState(arena.discCount);
    const mirror = createMatchState(arena.discCount);
    const players = new ScriptedPlayers(77);
    const inputs = new Uint8Array(MAX_SEATS);
    const events = new EventBuffer();
    resetMatch(arena, match, 1);
    resetMatch(arena, mirror, 1);
    for (const seat of SEATS.slice(0, 4)) {
      const team = seat % 2 === 0 ? TEAM_SUN : TEAM_WAVE;
      placePlayer(arena, match, seat, team);
      placePlayer(arena, mirror, seat, otherTeam(team));
    }
    const limits = { timeLimitTicks: 0, scoreLimit: 0 };
    startMatch(arena, match, limits);
    startMatch(arena, mirror, limits);
    mirror.ints[MATCH.kickOffTeam] = TEAM_WAVE;
    for (let tick = 0; tick < TICKS; tick += 1) {
      players.choose(arena, match, tick);
      for (const [seat, held] of players.inputs.entries()) inputs[seat] = mirrorInput(held);
      stepMatch(arena, match, tick, players.inputs, events);
      stepMatch(arena, mirror, tick, inputs, events);
      events.clear();
      const difference = findAsymmetry(match, mirror, arena.firstPlayerDisc);
      if (difference !== null) expect({ tick, difference }).toBeNull();
    }
    expect(match.ints[MATCH.sunScore]).toBe(mirror.ints[MATCH.waveScore]);
    expect(match.ints[seatInt(0, SEAT.touches)]).toBeGreaterThan(5);
  },
);

function mirrorInput(held: number): number {
  const others = held & ~(INPUT_LEFT | INPUT_RIGHT);
  const left = (held & INPUT_RIGHT) === 0 ? 0 : INPUT_LEFT;
  return others | left | ((held & INPUT_LEFT) === 0 ? 0 : INPUT_RIGHT);
}

/** Compares the ball, the seats and their statistics; posts do not move. */
function findAsymmetry(match: MatchState, mirror: MatchState, firstPlayer: number): string | null {
  for (const disc of [0, firstPlayer, firstPlayer + 1, firstPlayer + 2, firstPlayer + 3]) {
    for (let field = 0; field < DISC_STRIDE; field += 1) {
      const at = disc * DISC_STRIDE + field;
      const sign = field % 2 === 0 ? -1 : 1;
      if (match.discs[at] !== mirror.discs[at]! * sign) return `disc ${disc} field ${field}`;
    }
  }
  for (const seat of SEATS) {
    for (let field = SEAT.kick; field < SEAT_INTS; field += 1) {
      const at = seatInt(seat, field);
      if (match.ints[at] !== mirror.ints[at]) return `seat ${seat} field ${field}`;
    }
  }
  return null;
}
