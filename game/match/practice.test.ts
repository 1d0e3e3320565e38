import { expect, test } from 'vitest';
import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import { INPUT_LEFT, toInputBits } from '../../shared/sim/input.ts';
import { MATCH, PHASE, SEAT, seatInt } from '../../shared/sim/match-state.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { hashWorld } from '../../shared/room/world.ts';
import { practise } from '../../tests/simulation/practice-match.ts';
import type { PracticeOptions, PracticeSession } from './practice-session.ts';

const THREE_A_SIDE = ['bot 1', 'bot 2', 'bot 3', 'bot 4', 'bot 5'];

function makeSession(part: Partial<PracticeOptions> = {}): PracticeSession {
  return practise({ seed: 7, attract: true, ...part });
}

/** Runs `seconds` in steps of a tick and returns the events. */
function play(session: PracticeSession, seconds: number, fromMs = 0): MatchEvent[] {
  const events: MatchEvent[] = [];
  for (let tick = 0; tick <= seconds * 60; tick += 1) {
    session.advance(fromMs + tick * TICK_MS);
    events.push(...session.takeEvents());
  }
  return events;
}

test('two bots play: goals fall on both sides within minutes', () => {
  const session = makeSession({ rules: { timeLimitMinutes: 0, scoreLimit: 0 } });
  const goals = play(session, 300).filter((event) => event.kind === EVENT.goal);
  expect(goals.length).toBeGreaterThanOrEqual(4);
  expect(new Set(goals.map((goal) => goal.object)).size).toBe(2);
});

test('bots hardly ever score own goals', () => {
  const session = makeSession({ rules: { timeLimitMinutes: 0, scoreLimit: 0 } });
  const events = play(session, 600);
  const { ints } = session.world.match;
  const own = ints[seatInt(0, SEAT.ownGoals)]! + ints[seatInt(1, SEAT.ownGoals)]!;
  const all = events.filter((event) => event.kind === EVENT.goal).length;
  expect(own / all).toBeLessThan(0.1);
});

test('the same seed plays the same match to the bit', () => {
  const [a, b] = [makeSession(), makeSession()];
  play(a, 60);
  play(b, 60);
  expect(hashWorld(a.world)).toBe(hashWorld(b.world));
});

test('at home a bot has the disc until a button is pressed', () => {
  const session = makeSession();
  play(session, 1);
  expect(session.self).toBeNull();
  session.holdInput(toInputBits(INPUT_LEFT));
  play(session, 1, 1000);
  expect(session.self).toBe(0);
  session.holdInput(toInputBits(0));
  play(session, 25, 2000);
  expect(session.self).toBeNull();
});

test('who takes over at home has the nearest disc of its team to the ball, under its own name', () => {
  const session = makeSession({ botNames: THREE_A_SIDE, standIn: 'bot Sun' });
  play(session, 3);
  const names = () => session.world.room.members.map(({ name }) => name);
  const before = names();
  expect(before).not.toContain('Ana');
  const { arena, match, room } = session.world;
  const fromBall = (seat: number | null): number => {
    const at = (arena.firstPlayerDisc + seat!) * 4;
    return Math.hypot(match.discs[at]! - match.discs[0]!, match.discs[at + 1]! - match.discs[1]!);
  };
  const sun = room.members.filter(({ team }) => team === 1);
  const near = sun.toSorted((a, b) => fromBall(a.seat) - fromBall(b.seat))[0]!;
  session.holdInput(toInputBits(INPUT_LEFT));
  session.advance(3000 + 1.5 * TICK_MS);
  expect(sun).toHaveLength(3);
  expect(session.self).toBe(near.id);
  expect(names()).toEqual(before.map((name) => (name === near.name ? 'Ana' : name)));
  session.holdInput(toInputBits(0));
  play(session, 25, 3050);
  expect(session.self).toBeNull();
  expect(names()).toEqual(before);
});

test('at home one match follows another, also for somebody who plays there', () => {
  const session = makeSession({ botNames: THREE_A_SIDE });
  session.holdInput(toInputBits(INPUT_LEFT));
  play(session, 1);
  session.request({ type: 'stop' });
  play(session, 2, 1000);
  expect(session.world.match.ints[MATCH.phase]).not.toBe(PHASE.warmUp);
});

test('home begins with a match in full play', () => {
  const { ints } = makeSession({ botNames: THREE_A_SIDE }).world.match;
  expect(ints[MATCH.clock]).toBeGreaterThan(60);
});

test('in practice the person stands still until a button is pressed', () => {
  const session = makeSession({ attract: false });
  play(session, 4);
  const { discs, ints } = session.world.match;
  const mine = session.world.arena.firstPlayerDisc * 4;
  expect([discs[mine + 2], discs[mine + 3]]).toEqual([0, 0]);
  expect(ints[MATCH.phase]).toBe(PHASE.kickOff);
});

test('after a match the bot waits for the person, who starts the next one', () => {
  const session = makeSession({ attract: false });
  play(session, 1);
  session.request({ type: 'stop' });
  play(session, 1, 2000);
  expect(session.world.match.ints[MATCH.phase]).toBe(PHASE.warmUp);
  expect(session.world.room.members.map((member) => member.ready)).toEqual([false, false]);
  session.request({ type: 'ready', ready: true });
  play(session, 1, 4000);
  expect(session.world.match.ints[MATCH.phase]).not.toBe(PHASE.warmUp);
});

test('a long sleep is skipped, not caught up', () => {
  const session = makeSession();
  session.advance(0);
  session.advance(1000 * TICK_MS);
  const { tick } = session.world;
  session.advance(60_000_000);
  expect(session.world.tick).toBe(tick + 1);
});

test('the blend runs from the last tick to the next', () => {
  const session = makeSession();
  session.advance(100);
  expect(session.blendAt(100)).toBeCloseTo(0);
  expect(session.blendAt(100 + TICK_MS / 2)).toBeCloseTo(0.5);
  expect(session.blendAt(100 + TICK_MS * 3)).toBe(1);
});

test.each([50, 250, 700, 1500])(
  'a page with one look in %i ms keeps 60 ticks a second',
  (lookMs) => {
    const session = makeSession();
    session.advance(0);
    const start = session.world.tick;
    for (let nowMs = lookMs; nowMs <= 30_000; nowMs += lookMs) session.advance(nowMs);
    expect(session.world.tick - start).toBeGreaterThanOrEqual(29 * 60 - 90);
  },
);

test('a stop of the page is not made up for', () => {
  const session = makeSession();
  session.advance(0);
  const start = session.world.tick;
  session.advance(4000);
  expect(session.world.tick - start).toBe(1);
});

test('a pause stops everything, and the time is not made up for afterwards', () => {
  const session = makeSession({ attract: false });
  play(session, 1);
  const { tick } = session.world;
  const hash = hashWorld(session.world);
  session.isPaused = true;
  play(session, 60, 1000);
  expect([session.world.tick, hashWorld(session.world)]).toEqual([tick, hash]);
  session.isPaused = false;
  session.advance(61_000 + 2.5 * TICK_MS);
  expect(session.world.tick).toBe(tick + 2);
});
