import type { Arena } from '../../shared/sim/physics/arena.ts';
import { diffMatch } from '../../shared/sim/match/diff-state.ts';
import { EVENT, EventBuffer } from '../../shared/sim/events.ts';
import { placePlayer, resetMatch, startMatch } from '../../shared/sim/match/match-commands.ts';
import {
  copyMatchState,
  createMatchState,
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  type MatchState,
  SEAT,
  seatInt,
} from '../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { toSeat } from '../../shared/sim/seat.ts';
import { stepMatch } from '../../shared/sim/match/step-match.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';

const EVENT_NAMES = new Map(Object.entries(EVENT).map(([name, kind]) => [kind as number, name]));

/** One against one in an arena, tick by tick, with what the last tick did. */
export class PhysicsLab {
  readonly arena: Arena;
  readonly match: MatchState;
  readonly inputs = new Uint8Array(MAX_SEATS);
  readonly events = new EventBuffer();
  readonly #before: MatchState;
  #tick = 0;

  constructor(arena: Arena) {
    this.arena = arena;
    this.match = createMatchState(arena.discCount);
    this.#before = createMatchState(arena.discCount);
    this.kickOff();
  }

  kickOff(): void {
    resetMatch(this.arena, this.match, 1);
    placePlayer(this.arena, this.match, toSeat(0), TEAM_SUN);
    placePlayer(this.arena, this.match, toSeat(1), TEAM_WAVE);
    startMatch(this.arena, this.match, { timeLimitTicks: 0, scoreLimit: 0 }, 0);
  }

  step(): void {
    copyMatchState(this.match, this.#before);
    this.events.clear();
    stepMatch(this.arena, this.match, this.#tick, this.inputs, this.events);
    this.#tick += 1;
  }

  exists(disc: number): boolean {
    const seat = disc - this.arena.firstPlayerDisc;
    return seat < 0 || this.match.ints[seatInt(seat, SEAT.team)] !== TEAM_NONE;
  }

  /** The last disc under a place, as it is drawn on top; -1 = none. */
  discAt(x: number, y: number): number {
    for (let disc = this.arena.discCount - 1; disc >= 0; disc -= 1) {
      const dx = this.match.discs[disc * DISC_STRIDE + DISC_X]! - x;
      const dy = this.match.discs[disc * DISC_STRIDE + DISC_Y]! - y;
      const reach = Math.max(6, this.arena.discs.radius[disc]!);
      if (this.exists(disc) && dx * dx + dy * dy <= reach * reach) return disc;
    }
    return -1;
  }

  /** The contacts that the last tick told of, and every number that it changed. */
  report(): string {
    const { count, kind, subject, object, strength } = this.events;
    const contacts = Array.from({ length: count }, (_, at) =>
      [EVENT_NAMES.get(kind[at]!), subject[at], object[at], strength[at]!.toFixed(3)].join(' '),
    );
    const changes = diffMatch(this.arena, this.#before, this.match);
    const lines = changes.map(({ field, index, a, b }) => `${field}[${index}] ${a} → ${b}`);
    return [`tick ${this.#tick}`, ...contacts, '', ...lines].join('\n');
  }
}
