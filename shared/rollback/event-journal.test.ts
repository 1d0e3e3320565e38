import { expect, test } from 'vitest';
import { EVENT, EventBuffer, type EventKind } from '../sim/events.ts';
import { EventJournal } from './event-journal.ts';

function kickBy(...seats: readonly number[]): EventBuffer {
  const buffer = new EventBuffer();
  for (const seat of seats) buffer.add(EVENT.kick as EventKind, seat, -1);
  return buffer;
}

const NOTHING = new EventBuffer();

test('an event is told once, however often its tick is simulated', () => {
  const journal = new EventJournal();
  journal.record(100, kickBy(2));
  journal.record(100, kickBy(2));
  expect(journal.take()).toMatchObject([{ tick: 100, kind: EVENT.kick, subject: 2 }]);
  expect(journal.take()).toEqual([]);
});

test('an event that moves by a few ticks is the same; far apart there are two', () => {
  const journal = new EventJournal();
  journal.record(100, kickBy(2));
  journal.record(104, kickBy(2));
  journal.record(120, kickBy(2));
  expect(journal.take().map(({ tick }) => tick)).toEqual([100, 120]);
});

test('an event that a later simulation leaves out does not hold any more', () => {
  const journal = new EventJournal();
  journal.record(100, kickBy(2, 3));
  const [kick, other] = journal.take();
  expect(journal.holds(kick!)).toBe(true);
  journal.record(100, kickBy(3));
  expect(journal.holds(kick!)).toBe(false);
  expect(journal.holds(other!)).toBe(true);
});

test('an event that moved holds where it is now, and one that came back holds again', () => {
  const journal = new EventJournal();
  journal.record(100, kickBy(2));
  const [kick] = journal.take();
  journal.record(100, NOTHING);
  journal.record(103, kickBy(2));
  expect(journal.holds(kick!)).toBe(true);
  journal.record(103, NOTHING);
  expect(journal.holds(kick!)).toBe(false);
  journal.record(100, kickBy(2));
  expect(journal.holds(kick!)).toBe(true);
});
