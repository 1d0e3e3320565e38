import { expect, test } from 'vitest';
import { RoomLab } from '../../tests/determinism/room-lab.ts';
import { EVENT } from '../sim/events.ts';
import { isAwarded } from '../sim/match/is-decided.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import { TEAM_SUN, TEAM_WAVE } from '../sim/team.ts';
import { COUNTDOWN_TICKS } from '../sim/tuning.ts';
import { CLAIM_TICKS, mayClaim } from './claiming.ts';
import { toMemberId } from './command.ts';
import { hashRoom } from './hash-room.ts';

/** So many people in a match that is played; 0, 2 … are Sun's. */
function inMatch(count: number): RoomLab {
  const room = new RoomLab(count);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  return room;
}

function lose(room: RoomLab, id: number, absent = true): void {
  room.order({ type: 'absent', member: toMemberId(id), absent });
}

test('[R47] twenty seconds after the last of a team went away the other one may claim the match', () => {
  const room = inMatch(2);
  lose(room, 1);
  expect(room.world.room.deserted).toEqual({ team: TEAM_WAVE, since: room.world.tick - 1 });
  room.step(CLAIM_TICKS - 2);
  room.ask(0, { type: 'claim' });
  expect(room.phase).not.toBe(PHASE.end);
  room.ask(0, { type: 'claim' });
  expect([room.phase, room.get('winner')]).toEqual([PHASE.end, TEAM_SUN]);
  expect([room.get('sunScore'), room.get('waveScore')]).toEqual([0, 0]);
  room.step(10);
  expect(room.world.room).toMatchObject({ wins: { sun: 1, wave: 0 }, deserted: null });
});

test('[R47] a claim before its time changes nothing, be it said a thousand times', () => {
  const room = inMatch(2);
  for (let times = 0; times < 1000; times += 1) room.ask(0, { type: 'claim' });
  lose(room, 1);
  for (let times = 0; times < CLAIM_TICKS - 1; times += 1) room.ask(0, { type: 'claim' });
  expect([room.phase === PHASE.end, room.world.room.wins]).toEqual([false, { sun: 0, wave: 0 }]);
});

test('[R47] nobody claims who is not in the other team: not the deserted one, not one who watches', () => {
  const room = inMatch(3);
  room.ask(2, { type: 'team', member: toMemberId(2), team: 0 });
  lose(room, 1);
  room.step(CLAIM_TICKS);
  expect([0, 1, 2, 30].filter((id) => mayClaim(room.world, toMemberId(id)))).toEqual([0]);
  for (const id of [1, 2]) room.ask(id, { type: 'claim' });
  expect(room.phase).not.toBe(PHASE.end);
});

test('[R47] one who is back, for however short, ends the counting', () => {
  const room = inMatch(2);
  lose(room, 1);
  room.step(CLAIM_TICKS);
  lose(room, 1, false);
  expect(room.world.room.deserted).toBeNull();
  lose(room, 1);
  room.ask(0, { type: 'claim' });
  expect(room.phase).not.toBe(PHASE.end);
});

test('[R47] a team with one person left is not deserted; both teams away is no win for anybody', () => {
  const room = inMatch(4);
  lose(room, 1);
  expect(room.world.room.deserted).toBeNull();
  lose(room, 3);
  expect(room.world.room.deserted?.team).toBe(TEAM_WAVE);
  for (const id of [0, 2]) lose(room, id);
  expect(room.world.room.deserted).toBeNull();
});

test('[R47] a seat that is given up leaves the team deserted since when it was', () => {
  const room = inMatch(2);
  lose(room, 1);
  const { deserted } = room.world.room;
  room.step(100);
  room.order({ type: 'leave', member: toMemberId(1) });
  expect(room.world.room.deserted).toEqual(deserted);
});

test('[R47] a team of bots alone is not deserted, and one whose person is away beside its bot is', () => {
  const room = new RoomLab(1);
  const bot = { type: 'bot', team: TEAM_WAVE, level: 'regular', member: toMemberId(9) } as const;
  room.ask(0, bot as never);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  expect(room.world.room.deserted).toBeNull();
  room.join(1);
  room.ask(0, { type: 'team', member: toMemberId(1), team: TEAM_WAVE });
  lose(room, 1);
  expect(room.world.room.deserted?.team).toBe(TEAM_WAVE);
});

test('[R47] a paused match can be claimed, and a script lets nobody claim', () => {
  const room = inMatch(2);
  lose(room, 1);
  room.ask(0, { type: 'pause', paused: true });
  room.step(CLAIM_TICKS);
  room.ask(0, { type: 'claim' });
  expect([room.phase, room.get('pause')]).toEqual([PHASE.end, 0]);
  const scripted = inMatch(3);
  scripted.ask(0, { type: 'script', filters: false });
  lose(scripted, 1);
  scripted.step(CLAIM_TICKS);
  expect(mayClaim(scripted.world, toMemberId(2))).toBe(false);
});

test('[R47] since when a team is deserted is part of what all have to agree on', () => {
  const room = inMatch(2);
  lose(room, 1);
  const { deserted, ...rest } = room.world.room;
  expect(deserted).not.toBeNull();
  const later = { ...rest, deserted: { ...deserted!, since: deserted!.since + 1 } };
  expect(hashRoom(later as never)).not.toBe(hashRoom(room.world.room));
});

/** The winners of which the ends tell that the last tick brought. */
function endsTold({ events }: RoomLab): readonly number[] {
  const told = Array.from({ length: events.count }, (_, index) => index);
  return told.filter((at) => events.kind[at] === EVENT.end).map((at) => events.object[at]!);
}

test('[R49] a claim tells of the end once, like the last whistle, also in a pause or behind a deciding goal', () => {
  for (const before of [
    () => {},
    (room: RoomLab) => room.ask(0, { type: 'pause', paused: true }),
    ({ world: { match } }: RoomLab) => {
      match.ints[MATCH.sunScore] = match.ints[MATCH.scoreLimit]!;
      match.ints[MATCH.phase] = PHASE.goal;
      match.ints[MATCH.phaseTicks] = 0;
    },
  ]) {
    const room = inMatch(2);
    lose(room, 1);
    room.step(CLAIM_TICKS);
    before(room);
    room.ask(0, { type: 'claim' });
    expect([room.phase, room.get('phaseTicks'), endsTold(room)]).toEqual([
      PHASE.end,
      0,
      [TEAM_SUN],
    ]);
    room.step();
    expect([room.get('phaseTicks'), endsTold(room)]).toEqual([1, []]);
    expect(room.world.room.wins).toEqual({ sun: 1, wave: 0 });
  }
});

test('[R49] a match is awarded where its score would not have ended it, or not so', () => {
  const claimed = (sun: number, wave: number): boolean => {
    const room = inMatch(2);
    lose(room, 1);
    room.step(CLAIM_TICKS);
    const { ints } = room.world.match;
    [ints[MATCH.sunScore], ints[MATCH.waveScore]] = [sun, wave];
    expect(isAwarded(room.world.match)).toBe(false);
    room.ask(0, { type: 'claim' });
    return isAwarded(room.world.match);
  };
  const { scoreLimit } = inMatch(2).world.room.rules;
  expect([claimed(0, 0), claimed(1, 0), claimed(0, 1)]).toEqual([true, true, true]);
  expect([claimed(0, scoreLimit), claimed(scoreLimit, 0)]).toEqual([true, false]);
});
