import { BotView } from '../../shared/bots/bot-view.ts';
import { createBotMemory } from '../../shared/bots/bot-memory.ts';
import type { BotLevel } from '../../shared/bots/levels.ts';
import { think } from '../../shared/bots/think.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { placePlayer, resetMatch, startMatch } from '../../shared/sim/match/match-commands.ts';
import { stepMatch } from '../../shared/sim/match/step-match.ts';
import {
  createMatchState,
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  MATCH,
  type MatchState,
  PHASE,
  SEAT,
  seatInt,
} from '../../shared/sim/match-state.ts';
import type { Arena } from '../../shared/sim/physics/arena.ts';
import { SEATS } from '../../shared/sim/seat.ts';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';

/** What plays a seat: the keys that it holds in a tick. */
export type MatchPlayer = (arena: Arena, match: MatchState, seat: number, tick: number) => number;

/** Makes the players of a team. */
export type MakePlayer = (match: BotMatch, team: Team, seed: number) => MatchPlayer;

/** The ball stands while it is within its own radius of where it was, in map units. */
const STANDING = 10;
/** The ball stands too long from so many ticks on. */
const LONG_STAND = 2 * TICK_RATE + 1;
/** Players this near to the ball, centre to centre, are at it: 1.5 diameters of a disc. */
const AT_BALL = 45;

/** A match between two kinds of players without a page, and what is measured of it. */
export class BotMatch {
  readonly arena: Arena;
  readonly match: MatchState;
  readonly view = new BotView();
  readonly inputs = new Uint8Array(MAX_SEATS);
  /** Longest time that the ball stood in play, in ticks. */
  longestStand = 0;
  /** How often it stood for more than two seconds. */
  stands = 0;
  /** Ticks of play; and of them, by team, those with at most one player at the ball. */
  played = 0;
  readonly calm = [0, 0, 0];
  /** Time that the players took, and how often a bot thought. */
  thoughtMs = 0;
  thoughts = 0;
  tick = 0;
  readonly #players: readonly MatchPlayer[];
  readonly #events = new EventBuffer();
  #x = 0;
  #y = 0;
  #stood = 0;

  constructor(
    arena: Arena,
    perTeam: number,
    seed: number,
    sides: readonly [MakePlayer, MakePlayer],
  ) {
    this.arena = arena;
    this.match = createMatchState(arena.discCount);
    resetMatch(arena, this.match, seed);
    const seats = SEATS.slice(0, perTeam * 2);
    for (const seat of seats) placePlayer(arena, this.match, seat, teamOf(seat));
    this.#players = seats.map((seat) => sides[seat % 2]!(this, teamOf(seat), seed));
    startMatch(arena, this.match, { timeLimitTicks: 0, scoreLimit: 0 }, 0);
    // The seed says who kicks off: no side has more of it.
    this.match.ints[MATCH.kickOffTeam] = seed % 2 === 0 ? TEAM_SUN : TEAM_WAVE;
  }

  /** Goals of the teams, sun first. */
  get score(): readonly [number, number] {
    return [this.match.ints[MATCH.sunScore]!, this.match.ints[MATCH.waveScore]!];
  }

  /** Own goals of a team's players. */
  ownGoals(team: Team): number {
    let sum = 0;
    for (const seat of SEATS) {
      if (this.match.ints[seatInt(seat, SEAT.team)] !== team) continue;
      sum += this.match.ints[seatInt(seat, SEAT.ownGoals)]!;
    }
    return sum;
  }

  step(): void {
    const { arena, match, tick } = this;
    this.view.see(arena, match, tick);
    const startMs = performance.now();
    for (const [seat, player] of this.#players.entries()) {
      this.inputs[seat] = player(arena, match, seat, tick);
    }
    this.thoughtMs += performance.now() - startMs;
    this.#events.clear();
    stepMatch(arena, match, tick, this.inputs, this.#events);
    this.tick += 1;
    this.#measure();
  }

  #measure(): void {
    const { discs, ints } = this.match;
    const dx = discs[DISC_X]! - this.#x;
    const dy = discs[DISC_Y]! - this.#y;
    const isPlaying = ints[MATCH.phase] === PHASE.playing;
    if (!isPlaying || dx * dx + dy * dy > STANDING * STANDING) {
      this.#x = discs[DISC_X]!;
      this.#y = discs[DISC_Y]!;
      this.#stood = 0;
    } else this.#stood += 1;
    if (this.#stood === LONG_STAND) this.stands += 1;
    this.longestStand = Math.max(this.longestStand, this.#stood);
    if (!isPlaying) return;
    this.played += 1;
    for (const team of [TEAM_SUN, TEAM_WAVE] as const)
      if (this.#atBall(team) < 2) this.calm[team]! += 1;
  }

  #atBall(team: Team): number {
    const { discs, ints } = this.match;
    let count = 0;
    for (const seat of SEATS) {
      if (ints[seatInt(seat, SEAT.team)] !== team) continue;
      const at = (this.arena.firstPlayerDisc + seat) * DISC_STRIDE;
      const dx = discs[at + DISC_X]! - discs[DISC_X]!;
      const dy = discs[at + DISC_Y]! - discs[DISC_Y]!;
      if (dx * dx + dy * dy < AT_BALL * AT_BALL) count += 1;
    }
    return count;
  }
}

/** Players of a level. */
export function bots(level: BotLevel): MakePlayer {
  return (match, _team, seed) => {
    const memory = createBotMemory(seed, level);
    return (_arena, _match, seat, tick) => {
      match.thoughts += 1;
      return think(match.view, SEATS[seat]!, tick, memory);
    };
  };
}

function teamOf(seat: number): Team {
  return seat % 2 === 0 ? TEAM_SUN : TEAM_WAVE;
}
