import { expect, test } from 'vitest';
import { EVENT, type EventKind, type MatchEvent } from '../../shared/sim/events.ts';
import { toSeat } from '../../shared/sim/seat.ts';
import { EventWatch } from './event-watch.ts';

const ME = toSeat(0);
const OTHER = toSeat(3);

function event(kind: EventKind, subject: number, tick: number): MatchEvent {
  return { tick, kind, subject, object: 1, x: 0, y: 0, strength: 5 };
}

/** A session that tells what it is given; what is in `gone` was predicted wrongly. */
function source(orderedTick: number) {
  const untold: MatchEvent[] = [];
  const gone = new Set<MatchEvent>();
  return {
    orderedTick,
    untold,
    gone,
    takeEvents: () => untold.splice(0),
    holds: (one: MatchEvent) => !gone.has(one),
  };
}

test('the own kick is heard at once, however uncertain the rest is', () => {
  const session = source(100);
  session.untold.push(event(EVENT.kick, ME, 120));
  expect(new EventWatch().take(session, ME)).toHaveLength(1);
});

test("somebody else's kick is only tinted until it is three ticks from final", () => {
  const session = source(100);
  const watch = new EventWatch();
  const kick = event(EVENT.kick, OTHER, 110);
  session.untold.push(kick);
  expect(watch.take(session, ME)).toEqual([]);
  expect(watch.isKickGuessed(session, OTHER)).toBe(true);
  expect(watch.isKickGuessed(session, ME)).toBe(false);
  session.orderedTick = 106;
  expect(watch.take(session, ME)).toEqual([]);
  session.orderedTick = 107;
  expect(watch.take(session, ME)).toEqual([kick]);
  expect(watch.isKickGuessed(session, OTHER)).toBe(false);
  expect(watch.take(session, ME)).toEqual([]);
});

test('a kick that is rolled back is never heard, and its tint is gone at once', () => {
  const session = source(100);
  const watch = new EventWatch();
  const kick = event(EVENT.kick, OTHER, 110);
  session.untold.push(kick);
  watch.take(session, ME);
  session.gone.add(kick);
  expect(watch.isKickGuessed(session, OTHER)).toBe(false);
  for (session.orderedTick = 101; session.orderedTick < 130; session.orderedTick += 1) {
    expect(watch.take(session, ME)).toEqual([]);
  }
});

test('a kick that comes back a few ticks later is heard after all', () => {
  const session = source(100);
  const watch = new EventWatch();
  const kick = event(EVENT.kick, OTHER, 110);
  session.untold.push(kick);
  watch.take(session, ME);
  session.gone.add(kick);
  session.orderedTick = 112;
  expect(watch.take(session, ME)).toEqual([]);
  session.gone.clear();
  session.orderedTick = 115;
  expect(watch.take(session, ME)).toEqual([kick]);
});

test('nobody cheers for a goal that did not fall', () => {
  const session = source(100);
  const watch = new EventWatch();
  const goal = event(EVENT.goal, ME, 110);
  session.untold.push(goal);
  expect(watch.take(session, ME)).toEqual([]);
  session.gone.add(goal);
  session.orderedTick = 112;
  expect(watch.take(session, ME)).toEqual([]);
});

test('bounces do not wait', () => {
  const session = source(100);
  session.untold.push(event(EVENT.wallHit, 0, 120));
  expect(new EventWatch().take(session, ME)).toHaveLength(1);
});

test('spectators hear every kick when it is certain', () => {
  const session = source(120);
  session.untold.push(event(EVENT.kick, ME, 120));
  expect(new EventWatch().take(session, null)).toHaveLength(1);
});
