import { expect, test } from 'vitest';
import { type PeerId, parsePeerId } from '../../base/peer-id.ts';
import { BY_SEQUENCER, type Command, toMemberId } from '../../room/command.ts';
import type { Claim } from './election.ts';
import { type Voter, countVotes, listRooms } from './quorum.ts';

function peerOf(id: number): PeerId {
  return parsePeerId(`peer-${id}`)!;
}

/** A room of so many, of whom these are absent. */
function roomOf(count: number, ...absent: readonly number[]): readonly Voter[] {
  return Array.from({ length: count }, (_, id) => {
    return { id: toMemberId(id), peer: peerOf(id), absent: absent.includes(id) };
  });
}

const comes = (id: number): Command => {
  const member = toMemberId(id);
  return { type: 'join', member, peer: peerOf(id), name: 'x', by: BY_SEQUENCER };
};
const isAway = (id: number, absent: boolean): Command => {
  return { type: 'absent', member: toMemberId(id), absent, by: BY_SEQUENCER };
};

/** Those who claim all want the first of them: whether it is chosen, and out of whom. */
function choose(
  first: readonly Voter[],
  commands: readonly Command[],
  claimants: readonly number[],
  gone: number | null = null,
): [isChosen: boolean, voters: readonly number[], electorate: readonly number[]] {
  const candidate = toMemberId(claimants[0]!);
  const ends = { tailTerm: 1, from: 0, finalEnd: 0, end: 0 };
  const claims = claimants.map((id): Claim => {
    return { member: toMemberId(id), vote: candidate, hidden: false, ...ends };
  });
  const missed = gone === null ? null : toMemberId(gone);
  const count = countVotes(listRooms(first, commands), claims, candidate, missed);
  return [count.isChosen, count.voters.map(({ id }) => id), count.electorate.map(({ id }) => id)];
}

test('[N10] more than half of the present, and half is not enough', () => {
  expect(choose(roomOf(4), [], [1, 2, 3])).toEqual([true, [1, 2, 3], [0, 1, 2, 3]]);
  expect(choose(roomOf(4), [], [1, 2])[0]).toBe(false);
  expect(choose(roomOf(3, 2), [], [1])).toEqual([false, [1], [0, 1]]);
});

test('[N10] a sequencer that said goodbye has no vote', () => {
  expect(choose(roomOf(2), [], [1], 0)).toEqual([true, [1], [1]]);
  expect(choose(roomOf(3), [], [1], 0)).toEqual([false, [1], [0, 1, 2]]);
});

test('[N10] who is absent itself is no majority of one against those who are present', () => {
  expect(choose(roomOf(2, 0), [], [0])).toEqual([false, [], [1]]);
});

test('[N10] an absent member that claims has a vote, and makes the majority larger', () => {
  expect(choose(roomOf(3, 2), [], [1, 2])).toEqual([true, [1, 2], [0, 1, 2]]);
});

test('[N11] those who were absent choose nobody without half of those who played on', () => {
  expect(choose(roomOf(5, 3, 4), [], [2, 3, 4])).toEqual([false, [2], [0, 1, 2]]);
  expect(choose(roomOf(5, 3, 4), [], [1, 2, 3, 4])[0]).toBe(true);
});

test('[N10] a vote of somebody whose joining is not final counts only where it is', () => {
  expect(choose(roomOf(2), [comes(2)], [1, 2])).toEqual([false, [1], [0, 1]]);
});

test('[N11] who were ordered to come since count as well: one hinders nobody, two may', () => {
  expect(choose(roomOf(3), [comes(3)], [1, 2])[0]).toBe(true);
  expect(choose(roomOf(3), [comes(3), comes(4)], [1, 2])).toEqual([false, [1, 2], [0, 1, 2, 3, 4]]);
  expect(choose(roomOf(3), [comes(3), comes(4)], [1, 2, 3])[0]).toBe(true);
});

test('[L28] whoever has less than half of any of these rooms shows that count', () => {
  expect(choose(roomOf(2), [comes(2)], [1])).toEqual([false, [1], [0, 1, 2]]);
  expect(choose(roomOf(2), [], [1])).toEqual([false, [1], [0, 1]]);
});

test('[N11] so do those who were ordered to be present again', () => {
  const back = [isAway(3, false), isAway(4, false)];
  expect(choose(roomOf(5, 3, 4), back, [1, 2])[0]).toBe(false);
  expect(choose(roomOf(5, 3, 4), [...back, isAway(4, true)], [1, 2])[0]).toBe(false);
  expect(choose(roomOf(5, 3, 4), [isAway(3, false)], [1, 2])[0]).toBe(true);
});

test('every room on the way counts, and what changes nobody is none', () => {
  const leaves: Command = { type: 'leave', member: toMemberId(1), by: BY_SEQUENCER };
  const ready: Command = { type: 'ready', ready: true, by: toMemberId(0) };
  const rooms = listRooms(roomOf(2), [comes(2), ready, comes(2), leaves]);
  expect(rooms.map((room) => room.map(({ id }) => id))).toEqual([
    [0, 1],
    [0, 1, 2],
    [0, 1, 2],
    [0, 2],
  ]);
});
