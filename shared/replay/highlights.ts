import { MAX_SEATS } from '../base/room-limits.ts';
import { findMemberAt } from '../room/room-state.ts';
import type { World } from '../room/world.ts';
import { EVENT, type EventBuffer } from '../sim/events.ts';
import { MATCH, PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { toSeat } from '../sim/seat.ts';
import { TEAM_NONE, type Team } from '../sim/team.ts';
import { TICK_RATE } from '../sim/tick.ts';

/** [V8] A goal or a save, by the position behind the tick in which it was. */
export type Highlight = {
  readonly position: number;
  readonly kind: 'goal' | 'save';
  /** That scored, or that was saved. */
  readonly team: Team;
  /** The scorer or the saver; '' = nobody. */
  readonly name: string;
  readonly isOwnGoal: boolean;
  readonly sun: number;
  readonly wave: number;
};

/** Of a hostile file there are no more than this; a long match has some hundred. */
const HIGHLIGHTS_MAX = 2000;
/** Saves of a team within this are one. */
const APART_TICKS = TICK_RATE;

/** Finds the highlights in worlds that are shown to it tick by tick. */
export class HighlightFinder {
  readonly highlights: Highlight[] = [];
  readonly #saves = new Int32Array(MAX_SEATS);

  /** From here on it is this world that goes on. */
  join(world: World): void {
    for (let seat = 0; seat < MAX_SEATS; seat++) this.#saves[seat] = savesOf(world, seat);
  }

  /** @param world behind the tick in which these events were */
  look(world: World, events: EventBuffer, position: number): void {
    for (let index = 0; index < events.count; index += 1) {
      if (events.kind[index] !== EVENT.goal) continue;
      const team = events.object[index] as Team;
      this.#add(world, 'goal', team, events.subject[index]!, position);
    }
    for (let seat = 0; seat < MAX_SEATS; seat++) {
      const saves = savesOf(world, seat);
      if (saves > this.#saves[seat]!) this.#addSave(world, seat, position);
      this.#saves[seat] = saves;
    }
  }

  /** Two mates who both stop a ball at the post are one save to who watches. */
  #addSave(world: World, seat: number, position: number): void {
    const team = teamAt(world, seat);
    const last = this.highlights.findLast(
      (highlight) => highlight.kind === 'save' && highlight.team === team,
    );
    const isAnother = last !== undefined && position - last.position < APART_TICKS;
    if (!isAnother) this.#add(world, 'save', team, seat, position);
  }

  #add(world: World, kind: Highlight['kind'], team: Team, seat: number, position: number): void {
    const { ints } = world.match;
    // What happens in a warm-up counts nothing.
    if (this.highlights.length === HIGHLIGHTS_MAX || ints[MATCH.phase] === PHASE.warmUp) return;
    const [sun, wave] = [ints[MATCH.sunScore]!, ints[MATCH.waveScore]!];
    const isSeat = seat >= 0 && seat < MAX_SEATS;
    const name = isSeat ? (findMemberAt(world.room, toSeat(seat))?.name ?? '') : '';
    const isOwnGoal = kind === 'goal' && isSeat && teamAt(world, seat) !== team;
    this.highlights.push({ position, kind, team, name, isOwnGoal, sun, wave });
  }
}

function savesOf({ match }: World, seat: number): number {
  return match.ints[seatInt(seat, SEAT.saves)]!;
}

function teamAt({ match }: World, seat: number): Team {
  return (match.ints[seatInt(seat, SEAT.team)] ?? TEAM_NONE) as Team;
}
