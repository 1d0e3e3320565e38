import { expect, test } from 'vitest';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { BY_SEQUENCER, toMemberId } from '../../room/command.ts';
import { toTick } from '../../sim/tick.ts';
import { BallotBox, type VotePart } from './ballot-box.ts';
import { endOf } from './held-rows.ts';

const VOTER = 3;

/** Ticks `from` up to, not including, `end` of a vote for all from 100 up to 230; each row is its tick. */
function partOf(from: number, end: number, wholeEnd = 230): VotePart {
  const rows = new Uint8Array((end - from) * MAX_SEATS);
  for (let tick = from; tick < end; tick++) rows.fill(tick, (tick - from) * MAX_SEATS);
  return {
    type: 'vote',
    term: 95,
    voteFrom: toTick(100),
    voteEnd: toTick(wholeEnd),
    lastTerm: 63,
    fromTick: toTick(from),
    rows,
    commands: [],
  };
}

test('[N51] a vote that comes in several packets counts when all are there, and holds every tick', () => {
  const box = new BallotBox();
  expect(box.take(VOTER, partOf(100, 164))).toBe(null);
  // A part that comes again changes nothing.
  expect(box.take(VOTER, partOf(100, 164))).toBe(null);
  expect(box.take(VOTER, partOf(164, 228))).toBe(null);
  expect(box.take(VOTER, partOf(228, 230))).toMatchObject({
    type: 'vote',
    term: 95,
    tail: { from: 100, end: 230, term: 63, marks: [] },
  });
  const held = box.rowsOf(VOTER);
  expect(endOf(held)).toBe(230);
  expect(held.rows[(229 - 100) * MAX_SEATS]).toBe(229);
});

test('a part that overtook the one before it is waited for', () => {
  const box = new BallotBox();
  expect(box.take(VOTER, partOf(164, 230))).toBe(null);
  expect(box.take(VOTER, partOf(100, 164))).toBe(null);
  expect(box.take(VOTER, partOf(164, 230))).not.toBe(null);
});

test('a voter that holds nothing beyond the candidate has voted with one packet', () => {
  const box = new BallotBox();
  expect(box.take(VOTER, partOf(100, 100, 90))).toMatchObject({ tail: { from: 100, end: 90 } });
});

test('the configurations among the ticks come with the vote', () => {
  const box = new BallotBox();
  const member = toMemberId(1);
  const mark = { type: 'mark', member, term: 63, pages: 0b11, by: BY_SEQUENCER } as const;
  const part = { ...partOf(100, 102, 102), commands: [{ row: 1, command: mark }] };
  expect(box.take(VOTER, part)).toMatchObject({
    tail: { marks: [{ at: 101, term: 63, members: 0b11 }] },
  });
});

test('a vote with more ticks than can wait to become final is none', () => {
  const box = new BallotBox();
  expect(box.take(VOTER, partOf(100, 164, 100_000))).toBe(null);
  expect(() => box.rowsOf(VOTER)).toThrow();
});
