import { expect, test } from 'vitest';
import { parseRoomCode } from '../../../shared/lobby/ids.ts';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { FinalWatcher } from '../../../shared/netplay/engine/room-engine.ts';
import { parsePeerId } from '../../../shared/base/peer-id.ts';
import { applyCommand } from '../../../shared/room/apply-command.ts';
import { BY_SEQUENCER, type Command, toMemberId } from '../../../shared/room/command.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { createWorld } from '../../../shared/room/world.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { practise } from '../../../tests/simulation/practice-match.ts';
import { RemovalWatch, removeMember } from './remove-member.ts';

const CODE = parseRoomCode('PVX-7Q2')!;

function setUp() {
  const session = practise({ botNames: ['bot Iris', 'bot Juno'] });
  let ticks = 0;
  const run = (): void => {
    for (let i = 0; i < 3; i += 1) session.advance(ticks++ * TICK_MS);
  };
  run();
  const told: unknown[] = [];
  const lobby = {
    removeMember: (...asked: unknown[]) => {
      told.push(asked);
      return Promise.resolve(fail<LobbyError>({ code: 'NOT_SEQUENCER' }));
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

function room() {
  const peers = ['ana', 'ben', 'cy', 'dan'].map((name) => parsePeerId(name)!);
  const world = createWorld('classic', builtInArena, 1);
  let ticks = 0;
  const recorder: FinalWatcher = { begin: () => {}, record: () => (ticks += 1) };
  const watches = peers.map((self) => {
    const asked: string[] = [];
    const answers: Result<unknown, LobbyError>[] = [];
    const watch = new RemovalWatch(recorder, self, (peer) => {
      asked.push(peer);
      return Promise.resolve(answers.shift() ?? ok(null));
    });
    watch.begin(world);
    return { watch, asked, answers };
  });
  const say = (...commands: readonly Command[]): void => {
    for (const command of commands) applyCommand(world, command, builtInArena);
    for (const { watch } of watches) watch.record(world, new Uint8Array(8), commands);
  };
  for (const [id, peer] of peers.entries()) {
    say({ type: 'join', member: toMemberId(id), peer, name: 'x', by: BY_SEQUENCER });
  }
  // Ana's machine orders, Ben runs the room.
  say({ type: 'host', member: toMemberId(1), by: toMemberId(0) });
  return { watches, say, ticks: () => ticks };
}

test('[L9] the sequencer has the lobby keep out whom the host sent away, and nobody else', () => {
  const { watches, say, ticks } = room();
  say({ type: 'leave', member: toMemberId(1), by: toMemberId(2) });
  say({ type: 'leave', member: toMemberId(2), by: toMemberId(1) });
  say({ type: 'leave', member: toMemberId(3), by: toMemberId(3) });
  expect(watches.map(({ asked }) => asked)).toEqual([['cy'], [], [], []]);
  expect(ticks()).toBe(8 * 4);
});

test('[L9] a sequencer that was sent away is kept out by the next one', () => {
  const { watches, say } = room();
  say({ type: 'leave', member: toMemberId(0), by: toMemberId(1) });
  say({ type: 'mark', member: toMemberId(2), term: 40, pages: 0, by: BY_SEQUENCER });
  expect(watches.map(({ asked }) => asked)).toEqual([[], [], ['ana'], []]);
});

test('[L9] the lobby is asked again as long as it takes another peer for the sequencer', async () => {
  const { watches, say } = room();
  const { asked, answers } = watches[0]!;
  answers.push(fail({ code: 'NOT_SEQUENCER' }), fail({ code: 'NO_ANSWER' }));
  say({ type: 'leave', member: toMemberId(2), by: toMemberId(1) });
  for (let tick = 0; tick < 1000; tick += 1) {
    say();
    await Promise.resolve();
  }
  expect(asked).toEqual(['cy', 'cy', 'cy']);
});
