import { expect, test } from 'vitest';
import { parseRoomCode } from '../../shared/lobby/ids.ts';
import { toMemberId } from '../../shared/sim/command.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { builtInArena } from '../../shared/stadium/built-in-stadiums.ts';
import { PracticeSession } from '../match/practice-session.ts';
import { removeMember } from './remove-member.ts';

const CODE = parseRoomCode('PVX-7Q2')!;

function setUp() {
  const session = new PracticeSession({
    name: 'Ana',
    botNames: ['bot Iris', 'bot Juno'],
    arenas: builtInArena,
    stadium: 'classic',
    rules: { timeLimitMinutes: 3, scoreLimit: 3 },
    seed: 1,
    attract: false,
  });
  let ticks = 0;
  const run = (): void => {
    for (let i = 0; i < 3; i += 1) session.advance(ticks++ * TICK_MS);
  };
  run();
  const told: unknown[] = [];
  const lobby = {
    removeMember: (...asked: unknown[]) => {
      told.push(asked);
      return Promise.resolve({ ok: false, error: { code: 'NOT_HOST' } });
    },
  };
  const names = () => session.world.room.members.map(({ name }) => name);
  return { session, run, told, lobby, names };
}

test('who is sent away leaves the timeline, and the lobby is told whom to keep out', () => {
  const { session, run, told, lobby, names } = setUp();
  const iris = session.world.room.members[1]!;
  removeMember(session, lobby, CODE, iris.id);
  run();
  expect(names()).toEqual(['Ana', 'bot Juno']);
  expect(told).toEqual([[CODE, iris.peer]]);
});

test('nobody is sent away who has left by then', () => {
  const { session, run, told, lobby, names } = setUp();
  removeMember(session, lobby, CODE, toMemberId(9));
  run();
  expect(names()).toEqual(['Ana', 'bot Iris', 'bot Juno']);
  expect(told).toEqual([]);
});
