import type { Arena } from '../physics/arena.ts';
import {
  DISC_STRIDE,
  MATCH,
  MATCH_INTS,
  type MatchState,
  SEAT,
  SEAT_INTS,
} from '../match-state.ts';

/** `index` counts discs for the disc fields, seats for the seat fields, and is 0 for the others. */
export type StateDifference = {
  readonly field: string;
  readonly index: number;
  readonly a: number;
  readonly b: number;
};

const DISC_FIELDS = ['disc.x', 'disc.y', 'disc.vx', 'disc.vy'];
const PLAYER_FIELDS = ['player.x', 'player.y', 'player.vx', 'player.vy'];

/** Every number in which two matches of one arena differ. For reports, never in a tick. */
export function diffMatch(arena: Arena, a: MatchState, b: MatchState): readonly StateDifference[] {
  const differences: StateDifference[] = [];
  for (let at = 0; at < a.discs.length; at += 1) {
    // Object.is tells −0 from 0, as the hash does.
    if (Object.is(a.discs[at], b.discs[at])) continue;
    differences.push({ ...discField(arena, at), a: a.discs[at]!, b: b.discs[at]! });
  }
  for (let at = 0; at < a.ints.length; at += 1) {
    if (a.ints[at] === b.ints[at]) continue;
    differences.push({ ...intField(at), a: a.ints[at]!, b: b.ints[at]! });
  }
  return differences;
}

function discField(arena: Arena, at: number): { field: string; index: number } {
  const disc = Math.floor(at / DISC_STRIDE);
  const isPlayer = disc >= arena.firstPlayerDisc;
  const names = isPlayer ? PLAYER_FIELDS : DISC_FIELDS;
  return {
    field: names[at % DISC_STRIDE]!,
    index: isPlayer ? disc - arena.firstPlayerDisc : disc,
  };
}

function intField(at: number): { field: string; index: number } {
  if (at < MATCH_INTS) return { field: `match.${nameOf(MATCH, at)}`, index: 0 };
  const offset = at - MATCH_INTS;
  return {
    field: `seat.${nameOf(SEAT, offset % SEAT_INTS)}`,
    index: Math.floor(offset / SEAT_INTS),
  };
}

function nameOf(fields: Readonly<Record<string, number>>, value: number): string {
  return Object.keys(fields).find((name) => fields[name] === value) ?? '?';
}
