import type { Probe } from '../../game/debug/probe.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import type { Member } from '../../shared/room/room-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { TEAM_SUN } from '../../shared/sim/team.ts';
import { chaseBall, type PlayKey, type Point } from './chase-ball.ts';

/** Both goals of the built-in stadium that rooms begin with. */
const GOAL_X = 370;

/** As much of a browser's page as a player needs; whichever library drives it. */
export type PlayPage = {
  readonly keyboard: {
    down(key: PlayKey): Promise<void>;
    up(key: PlayKey): Promise<void>;
  };
  evaluate<T>(look: () => T | Promise<T>): Promise<T>;
};

/** What one page says of the match, as of one moment. */
export type Look = {
  readonly self: number | null;
  readonly tick: number;
  readonly phase: number;
  readonly score: readonly [number, number];
  readonly discs: readonly number[];
  readonly members: readonly Member[];
};

/** Where a disc is, in map units, and how fast it moves, in map units a tick. */
export type Disc = Point & { readonly speed: number };

/** Looks after two ticks, so that looking again and again does not starve the page. */
export function look(page: PlayPage): Promise<Look> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 33));
    const probe = window.__peerball;
    if (probe === undefined) throw new Error('the page has no probe');
    const { self, tick, phase, score, discs, members } = probe;
    return { self, tick, phase, score, discs, members };
  });
}

/** Hashes of the final state that this page computed, as [tick, hash]. */
export function checkpoints(page: PlayPage): Promise<Probe['hashes']> {
  return page.evaluate(() => window.__peerball?.hashes ?? []);
}

/** A member's disc; the seats' discs are the last ones. */
export function discOf({ discs, members }: Look, id: number | null): Disc {
  const seat = members.find((member) => member.id === id)?.seat;
  if (seat === undefined || seat === null) throw new Error(`member ${id} has no disc`);
  return discAt(discs, discs.length / DISC_STRIDE - MAX_SEATS + seat);
}

/** The disc of the ball. */
export function ballOf({ discs }: Look): Disc {
  return discAt(discs, 0);
}

/**
 * Plays for whoever sits at the page, with real keys, until `isOver`. It looks, holds the keys that
 * the moment asks for, and looks again.
 */
export async function playUntil(
  page: PlayPage,
  isOver: (now: Look) => boolean,
  choose: (now: Look) => ReadonlySet<PlayKey> = chaseKeys,
): Promise<Look> {
  let held: ReadonlySet<PlayKey> = new Set();
  for (;;) {
    const now = await look(page);
    const wanted = isOver(now) ? new Set<PlayKey>() : choose(now);
    for (const key of held) if (!wanted.has(key)) await page.keyboard.up(key);
    for (const key of wanted) if (!held.has(key)) await page.keyboard.down(key);
    held = wanted;
    if (isOver(now)) return now;
  }
}

/** After the ball and, with it, at the other team's goal. */
export function chaseKeys(now: Look): ReadonlySet<PlayKey> {
  const isSun = now.members.find(({ id }) => id === now.self)?.team === TEAM_SUN;
  const goal = { x: isSun ? GOAL_X : -GOAL_X, y: 0 };
  return chaseBall(discOf(now, now.self), ballOf(now), goal);
}

function discAt(discs: readonly number[], disc: number): Disc {
  const at = (offset: number): number => discs[disc * DISC_STRIDE + offset] ?? Number.NaN;
  return { x: at(DISC_X), y: at(DISC_Y), speed: Math.hypot(at(DISC_VX), at(DISC_VY)) };
}
