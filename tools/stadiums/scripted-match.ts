import type { Arena } from '../../shared/sim/physics/arena.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
} from '../../shared/sim/input.ts';
import { placePlayer, resetMatch, startMatch } from '../../shared/sim/match/match-commands.ts';
import {
  createMatchState,
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  type MatchState,
  SEAT,
  seatInt,
} from '../../shared/sim/match-state.ts';
import { nextRandom, seedRandom } from '../../shared/sim/match/random.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { SEATS } from '../../shared/sim/seat.ts';
import { stepMatch } from '../../shared/sim/match/step-match.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';

/** Inputs are held this long: about what a lively player changes. */
const HOLD_TICKS = 9;

/** Closer than this on an axis, a chaser does not steer along it. */
const NEAR = 6;

/** Seeded scripts that chase the ball, err and kick. */
export class ScriptedPlayers {
  readonly inputs = new Uint8Array(MAX_SEATS);
  readonly #random = new Int32Array(4);

  constructor(seed: number) {
    seedRandom(this.#random, 0, seed);
  }

  /** Decides what is held in a tick; seats take turns to change their minds. */
  choose(arena: Arena, match: MatchState, tick: number): void {
    for (let seat = 0; seat < MAX_SEATS; seat += 1) {
      if ((tick + seat) % HOLD_TICKS !== 0) continue;
      const chance = nextRandom(this.#random, 0);
      const isHere = match.ints[seatInt(seat, SEAT.team)] !== TEAM_NONE;
      const way = (chance & 3) === 0 ? (chance >>> 8) & 15 : chaseBall(arena, match, seat);
      this.inputs[seat] = isHere ? way | ((chance & 4) === 0 ? 0 : INPUT_KICK) : 0;
    }
  }
}

/** A match played by scripts: the same seed is the same match. For tests, tools and benches. */
export class ScriptedMatch {
  readonly arena: Arena;
  readonly match: MatchState;
  readonly events = new EventBuffer();
  readonly #players: ScriptedPlayers;
  #tick = 0;

  constructor(arena: Arena, playersPerTeam: number, seed: number) {
    this.arena = arena;
    this.match = createMatchState(arena.discCount);
    this.#players = new ScriptedPlayers(seed);
    resetMatch(arena, this.match, seed);
    for (const seat of SEATS.slice(0, playersPerTeam * 2)) {
      placePlayer(arena, this.match, seat, seat % 2 === 0 ? TEAM_SUN : TEAM_WAVE);
    }
    startMatch(arena, this.match, { timeLimitTicks: 0, scoreLimit: 0 }, 0);
  }

  /** What was held in the last tick. */
  get inputs(): Uint8Array {
    return this.#players.inputs;
  }

  step(): void {
    this.#players.choose(this.arena, this.match, this.#tick);
    this.stepWith(this.inputs);
  }

  stepWith(inputs: Uint8Array): void {
    this.events.clear();
    stepMatch(this.arena, this.match, this.#tick, inputs, this.events);
    this.#tick += 1;
  }
}

function chaseBall(arena: Arena, match: MatchState, seat: number): number {
  const { discs } = match;
  const at = (arena.firstPlayerDisc + seat) * DISC_STRIDE;
  const dx = discs[DISC_X]! - discs[at + DISC_X]!;
  const dy = discs[DISC_Y]! - discs[at + DISC_Y]!;
  const sideways = dx > NEAR ? INPUT_RIGHT : dx < -NEAR ? INPUT_LEFT : 0;
  return sideways | (dy > NEAR ? INPUT_DOWN : dy < -NEAR ? INPUT_UP : 0);
}
