import { expect, test } from 'vitest';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import { applyCommand } from '../../shared/room/apply-command.ts';
import { BY_SEQUENCER, type RoomRequest, toMemberId } from '../../shared/room/command.ts';
import { createWorld } from '../../shared/room/world.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { AskedChanges } from './asked-changes.ts';

function makeSession() {
  const stadiums = new StadiumCollection();
  const world = createWorld('classic', stadiums.arena, 1);
  const requests: RoomRequest[] = [];
  const self = toMemberId(0);
  const peer = parsePeerId('script')!;
  const commands = [
    { type: 'join', member: self, peer, name: 'Script', by: BY_SEQUENCER },
    { type: 'script', filters: false, by: self },
  ] as const;
  for (const command of commands) applyCommand(world, command, stadiums.arena);
  const session = {
    self,
    world,
    state: { state: 'live', isMoving: false } as const,
    wishes: { open: requests, takeMissed: () => [] },
    request: (request: RoomRequest) => void requests.push(request),
  };
  return { world, requests, changes: new AskedChanges(session, stadiums) };
}

const typesOf = (requests: readonly RoomRequest[]) => requests.map(({ type }) => type);

test('a map and a start that follow a stop in one breath wait until the match has stopped', () => {
  const { world, requests, changes } = makeSession();
  world.match.ints[MATCH.phase] = PHASE.playing;
  changes.ask({ type: 'request', request: { type: 'stop' } });
  changes.ask({ type: 'request', request: { type: 'stadium', stadium: 'big' } });
  changes.ask({ type: 'request', request: { type: 'start' } });
  changes.advance(0);
  changes.advance(100);
  expect(typesOf(requests)).toEqual(['stop']);
  world.match.ints[MATCH.phase] = PHASE.warmUp;
  changes.advance(200);
  expect(typesOf(requests)).toEqual(['stop', 'stadium', 'start']);
});

test('a stop that never comes is waited for no longer than three seconds', () => {
  const { world, requests, changes } = makeSession();
  world.match.ints[MATCH.phase] = PHASE.playing;
  changes.ask({ type: 'request', request: { type: 'stop' } });
  changes.ask({ type: 'request', request: { type: 'start' } });
  changes.advance(0);
  changes.advance(2_900);
  expect(typesOf(requests)).toEqual(['stop']);
  changes.advance(3_100);
  expect(typesOf(requests)).toEqual(['stop', 'start']);
});

test('two limits that are set one after the other both hold', () => {
  const { requests, changes } = makeSession();
  changes.ask({ type: 'limits', scoreLimit: 7 });
  changes.ask({ type: 'limits', timeLimitMinutes: 0 });
  changes.advance(0);
  expect(requests.at(-1)).toEqual({ type: 'rules', rules: { scoreLimit: 7, timeLimitMinutes: 0 } });
});

test('a script that asks for more than can wait loses the newest', () => {
  const { requests, changes } = makeSession();
  for (let count = 0; count < 2_000; count += 1) {
    changes.ask({ type: 'request', request: { type: 'start' } });
  }
  changes.advance(0);
  expect(changes.dropped).toBe(2_000 - requests.length);
  expect(changes.dropped).toBeGreaterThan(0);
});

test('nothing is asked before the room knows that it is a script', () => {
  const { world, requests, changes } = makeSession();
  world.room = {
    ...world.room,
    members: world.room.members.map((one) => ({ ...one, script: false }) as typeof one),
  };
  changes.ask({ type: 'request', request: { type: 'start' } });
  changes.advance(0);
  changes.advance(500);
  expect(requests).toEqual([{ type: 'script', filters: false }]);
});
