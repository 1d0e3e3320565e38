import { expect, test } from 'vitest';
import { parseRoomCode } from '../../../shared/lobby/ids.ts';
import type { FinalWatcher } from '../../../shared/netplay/engine/room-engine.ts';
import { parsePeerId } from '../../../shared/base/peer-id.ts';
import { applyCommand } from '../../../shared/room/apply-command.ts';
import { BY_SEQUENCER, type Command, toMemberId } from '../../../shared/room/command.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { createWorld } from '../../../shared/room/world.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { PracticeSession } from '../../match/practice-session.ts';
import { RemovalWatch, removeMember } from './remove-member.ts';

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
      return Promise.resolve({ ok: false, error: { code: 'NOT_SEQUENCER' } });
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

test('[L9] whoever sequences has the lobby keep out whom the host sent away, and nobody else', () => {
  const [ana, ben, cy, dan] = ['ana', 'ben', 'cy', 'dan'].map((name) => parsePeerId(name)!);
  const keptOut = [ana, ben].map((self) => {
    const world = createWorld('classic', builtInArena, 1);
    const out: string[] = [];
    let ticks = 0;
    const recorder: FinalWatcher = { begin: () => {}, record: () => (ticks += 1) };
    const watch = new RemovalWatch(recorder, self!, (peer) => out.push(peer));
    watch.begin(world);
    const say = (command: Command): void => {
      applyCommand(world, command, builtInArena);
      watch.record(world, new Uint8Array(8), [command]);
    };
    for (const [id, peer] of [ana, ben, cy, dan].entries()) {
      say({ type: 'join', member: toMemberId(id), peer: peer!, name: 'x', by: BY_SEQUENCER });
    }
    // Ana's machine orders, Ben runs the room.
    say({ type: 'host', member: toMemberId(1), by: toMemberId(0) });
    say({ type: 'leave', member: toMemberId(1), by: toMemberId(2) });
    say({ type: 'leave', member: toMemberId(2), by: toMemberId(1) });
    say({ type: 'leave', member: toMemberId(3), by: toMemberId(3) });
    expect(ticks).toBe(8);
    return out;
  });
  expect(keptOut).toEqual([[cy], []]);
});
