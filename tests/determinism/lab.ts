import type { Arena } from '../../shared/sim/physics/arena.ts';
import { EVENT, EventBuffer } from '../../shared/sim/events.ts';
import { placePlayer, resetMatch, startMatch } from '../../shared/sim/match/match-commands.ts';
import {
  createMatchState,
  DISC_STRIDE,
  MATCH,
  type MatchState,
  SEAT,
  seatInt,
} from '../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { toSeat } from '../../shared/sim/seat.ts';
import { stepMatch } from '../../shared/sim/match/step-match.ts';
import type { Team } from '../../shared/sim/team.ts';
import { arenaOfText } from './all-arenas.ts';

type Body = Place & { readonly vx: number; readonly vy: number };

export type Place = { readonly x: number; readonly y: number };

/** The distance of two places, in units of the pitch. */
export function distanceOf(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** A small stadium and a match in it, for tests that set up one situation and look at it. */
export class Lab {
  readonly arena: Arena;
  readonly match: MatchState;
  readonly events = new EventBuffer();
  readonly inputs = new Uint8Array(MAX_SEATS);
  tick = 0;

  /** `file` holds the keys of a stadium file beside name, width and height. */
  constructor(
    file: Readonly<Record<string, unknown>> = {},
    change: (arena: Arena) => Arena = (arena) => arena,
  ) {
    const text = JSON.stringify({ name: 'Lab', width: 400, height: 200, ...file });
    this.arena = change(arenaOfText(text));
    this.match = createMatchState(this.arena.discCount);
    resetMatch(this.arena, this.match, 1);
  }

  place(seat: number, team: Team): void {
    placePlayer(this.arena, this.match, toSeat(seat), team);
  }

  start(timeLimitTicks = 0, scoreLimit = 0, countdownTicks = 0): void {
    startMatch(this.arena, this.match, { timeLimitTicks, scoreLimit }, countdownTicks);
  }

  step(ticks = 1): void {
    for (let count = 0; count < ticks; count += 1) {
      this.events.clear();
      stepMatch(this.arena, this.match, this.tick, this.inputs, this.events);
      this.tick += 1;
    }
  }

  disc(index: number): Body {
    const at = index * DISC_STRIDE;
    const { discs } = this.match;
    return { x: discs[at]!, y: discs[at + 1]!, vx: discs[at + 2]!, vy: discs[at + 3]! };
  }

  player(seat: number): Body {
    return this.disc(this.arena.firstPlayerDisc + seat);
  }

  put(index: number, x: number, y: number, vx = 0, vy = 0): void {
    this.match.discs.set([x, y, vx, vy], index * DISC_STRIDE);
  }

  putPlayer(seat: number, x: number, y: number, vx = 0, vy = 0): void {
    this.match.discs.set([x, y, vx, vy], (this.arena.firstPlayerDisc + seat) * DISC_STRIDE);
  }

  get(field: keyof typeof MATCH): number {
    return this.match.ints[MATCH[field]]!;
  }

  seat(seat: number, field: keyof typeof SEAT): number {
    return this.match.ints[seatInt(seat, SEAT[field])]!;
  }

  /** Kinds of the events of the last tick, by name. */
  happened(): readonly string[] {
    const names = Object.keys(EVENT) as (keyof typeof EVENT)[];
    const kinds = Array.from(this.events.kind.subarray(0, this.events.count));
    return kinds.map((kind) => names.find((name) => EVENT[name] === kind) ?? '?');
  }
}
