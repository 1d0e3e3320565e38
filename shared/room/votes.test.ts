import { expect, test } from 'vitest';
import { RoomLab } from '../../tests/determinism/room-lab.ts';
import { PAUSED } from '../sim/match-state.ts';
import { COUNTDOWN_TICKS, RESUME_TICKS } from '../sim/tuning.ts';
import { toMemberId } from './command.ts';
import { VOTE_TICKS, voicesNeeded } from './votes.ts';

/** So many people in a match that is played. */
function inMatch(count: number): RoomLab {
  const room = new RoomLab(count);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  return room;
}

function vote(room: RoomLab, by: number, against: number | null, yes = true): void {
  const member = against === null ? null : toMemberId(against);
  room.ask(by, { type: 'vote', against: member, yes });
}

function isHere(room: RoomLab, id: number): boolean {
  return room.world.room.members.some((member) => member.id === toMemberId(id));
}

test('[R27] more than half of the players pause the match, and so many let it go on after a countdown', () => {
  const room = inMatch(4);
  for (const by of [0, 1]) vote(room, by, null);
  expect(room.get('pause')).toBe(0);
  vote(room, 2, null);
  expect([room.get('pause'), room.world.room.votes]).toEqual([PAUSED, []]);
  for (const by of [1, 2, 3]) vote(room, by, null);
  expect(room.get('pause')).toBe(RESUME_TICKS - 1);
  room.step(RESUME_TICKS - 1);
  expect(room.get('pause')).toBe(0);
});

test('[R27] a voice counts once, may be taken back, and goes with the one that gave it', () => {
  const room = inMatch(4);
  for (const by of [1, 1, 2]) vote(room, by, null);
  vote(room, 2, null, false);
  expect(room.world.room.votes.map(({ by }) => by)).toEqual([1]);
  room.ask(1, { type: 'leave', member: toMemberId(1) });
  expect(room.world.room.votes).toEqual([]);
});

test('[R27] a voice that is taken back decides nothing, be those who are left enough', () => {
  const room = inMatch(6);
  for (const by of [0, 1, 2]) vote(room, by, null);
  for (const id of [3, 4, 5]) room.order({ type: 'absent', member: toMemberId(id), absent: true });
  vote(room, 2, null, false);
  expect([room.get('pause'), room.world.room.votes.length]).toEqual([0, 2]);
  vote(room, 1, null);
  expect(room.get('pause')).toBe(PAUSED);
});

test('[R27] spectators do not vote on the pause, players that are away are not counted', () => {
  const room = inMatch(4);
  room.ask(3, { type: 'team', member: toMemberId(3), team: 0 });
  vote(room, 3, null);
  expect(room.world.room.votes).toEqual([]);
  room.order({ type: 'absent', member: toMemberId(2), absent: true });
  expect(voicesNeeded(room.world.room, null)).toBe(2);
  for (const by of [0, 1]) vote(room, by, null);
  expect(room.get('pause')).toBe(PAUSED);
});

test('[R27] a vote ends thirty seconds after its first voice, and with the host’s word or the match', () => {
  const room = inMatch(4);
  vote(room, 1, null);
  for (let tick = 0; tick < VOTE_TICKS - 2; tick += 1) {
    room.inputs.fill(tick % 2);
    room.step();
  }
  vote(room, 2, null);
  expect(room.world.room.votes).toHaveLength(2);
  room.step(1);
  expect(room.world.room.votes).toEqual([]);
  vote(room, 1, null);
  room.ask(0, { type: 'pause', paused: true });
  expect(room.world.room.votes).toEqual([]);
  vote(room, 1, null);
  room.ask(0, { type: 'stop' });
  expect(room.world.room.votes).toEqual([]);
});

test('[R27] without a match there is no pause to vote on', () => {
  const room = new RoomLab(2);
  for (const by of [0, 1]) vote(room, by, null);
  expect(room.world.room.votes).toEqual([]);
});

test('[R28] more than half of the others, and two at least, send a member away, the host included', () => {
  const room = inMatch(5);
  for (const by of [1, 2]) vote(room, by, 0);
  expect(isHere(room, 0)).toBe(true);
  vote(room, 3, 0);
  const { host, owner, sentAway, votes } = room.world.room;
  expect(isHere(room, 0)).toBe(false);
  expect([host, owner, sentAway, votes]).toEqual([1, 'peer-1', ['peer-0'], []]);
});

test('[R28] of two, nobody sends the other away; nobody votes on itself, on a bot or on one who left', () => {
  const room = inMatch(2);
  vote(room, 0, 1);
  expect(isHere(room, 1)).toBe(true);
  vote(room, 0, 0);
  vote(room, 0, 9);
  expect(room.world.room.votes.map(({ against }) => against)).toEqual([1]);
});

test('[R28] a voice against another member takes the one before back', () => {
  const room = inMatch(4);
  vote(room, 0, 1);
  vote(room, 0, 2);
  vote(room, 0, null);
  expect(room.world.room.votes.map(({ against }) => against)).toEqual([2, null]);
});

test('[R26] the last sixteen that were sent away are known; one that left by itself is not', () => {
  const room = new RoomLab(1);
  for (let id = 1; id <= 20; id += 1) {
    room.join(id);
    room.ask(0, { type: 'leave', member: toMemberId(id) });
  }
  room.join(21);
  room.ask(21, { type: 'leave', member: toMemberId(21) });
  const { sentAway } = room.world.room;
  expect([sentAway.length, sentAway[0], sentAway.at(-1)]).toEqual([16, 'peer-5', 'peer-20']);
});
