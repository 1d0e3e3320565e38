import { expect, test } from 'vitest';
import { parsePeerId } from '../../base/peer-id.ts';
import { toMemberId } from '../../room/command.ts';
import { DEFAULT_RULES, type RoomState } from '../../room/room-state.ts';
import { type Claim, chooseCandidate, isAble, isMajority, newestOf } from './election.ts';

function roomOf(absent: readonly boolean[], sequencer = 0): RoomState {
  const members = absent.map((isAbsent, id) => ({
    id: toMemberId(id),
    peer: parsePeerId(`peer-${id}`)!,
    name: 'x',
    team: 1 as const,
    seat: null,
    ready: false,
    absent: isAbsent,
  }));
  const reign = {
    host: toMemberId(0),
    sequencer: toMemberId(sequencer),
    term: 1,
    configuration: null,
  };
  return { members, ...reign, rules: DEFAULT_RULES, stadium: 'classic', owner: null, coming: null };
}

/** One that tells the last 60 ticks, of which the last 10 are not final. */
function claim(member: number, end = 100, vote: number | null = null): Claim {
  const chosen = vote === null ? null : toMemberId(vote);
  const ends = { tailTerm: 1, from: end - 60, finalEnd: end - 10, end };
  return { member: toMemberId(member), vote: chosen, hidden: false, ...ends };
}

test('[N10] the vote goes to the lowest number that is heard, whatever the order of arrival', () => {
  const room = roomOf([false, false, false, false]);
  expect(chooseCandidate(room, [claim(3), claim(1), claim(2)])).toBe(1);
  expect(chooseCandidate(room, [claim(2), claim(3)])).toBe(2);
  expect(chooseCandidate(room, [claim(3), claim(0)])).toBe(0);
});

test('[N10] who is too far behind to be brought up to date is not chosen', () => {
  expect(chooseCandidate(roomOf([false, false, false]), [claim(1, 100), claim(2, 161)])).toBe(2);
  expect(chooseCandidate(roomOf([false, false, false]), [claim(1, 101), claim(2, 161)])).toBe(1);
});

test('[N10] whoever somebody looks at comes before those in hidden tabs, the sequencer among them', () => {
  const room = roomOf([false, false, false]);
  const hidden = { ...claim(0), hidden: true };
  expect(chooseCandidate(room, [hidden, claim(2)])).toBe(2);
  expect(chooseCandidate(room, [hidden, { ...claim(2), hidden: true }])).toBe(0);
});

test('[N11] half is no majority', () => {
  expect(isMajority(2, 4)).toBe(false);
  expect(isMajority(2, 3)).toBe(true);
  expect(isMajority(1, 1)).toBe(true);
});

test('[N11] of two timelines the one of the newer reign goes on, however short it is', () => {
  const old = claim(1, 128);
  const newer = { ...claim(2, 120), tailTerm: 2 };
  expect(newestOf([old, newer])).toBe(newer);
  expect(newestOf([claim(1, 119), claim(2, 120)])).toMatchObject({ member: 2 });
});

test('[N11] whoever holds what another reign ordered needs all that is not final here', () => {
  const newer = { ...claim(2, 160), tailTerm: 2 };
  expect(isAble(claim(1, 109), [claim(1, 109), newer])).toBe(false);
  expect(isAble(claim(1, 110), [claim(1, 110), newer])).toBe(true);
});

test('[N11] who voted for itself before the others came does not stand when it is too far behind', () => {
  expect(isAble(claim(1, 100), [claim(1, 100), claim(2, 160)])).toBe(true);
  expect(isAble(claim(1, 99), [claim(1, 99), claim(2, 160)])).toBe(false);
});
