import { expect, test } from 'vitest';
import { type PeerId, parsePeerId } from '../../base/peer-id.ts';
import { BY_SEQUENCER, type Command, toMemberId } from '../../room/command.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { createWorld } from '../../room/world.ts';
import { builtInArena } from '../../stadium/built-in/built-in-stadiums.ts';
import { Finality, type Standing } from './finality.ts';
import type { RemotePeer } from './remote-peer.ts';
import { RoomEngine } from '../engine/room-engine.ts';

const self = toMemberId(0);
const peers = Array.from({ length: 5 }, (_, id) => parsePeerId(`peer-${id}`)!);
const nobodyExcused: Standing = { isSole: false, excuses: () => false };

/** A room of five of which the first one orders; who holds what is set by hand. */
function createRoom() {
  const engine = new RoomEngine(createWorld('classic', builtInArena, 1), builtInArena);
  const reign = { term: 1, sequencer: peers[0]! };
  const finality = new Finality(engine, reign);
  const held = new Map<PeerId, { heldEnd: number; hasLeft: boolean }>();
  const order = (...commands: Command[]): void => {
    engine.timeline.append(new Uint8Array(MAX_SEATS), 0, commands);
    engine.advance(engine.timeline.end);
  };
  const count = (standing = nobodyExcused, nowMs = 0): number => {
    const remotes = new Map(
      [...held].map(([peer, { heldEnd, hasLeft }]) => {
        return [peer, { hasLeft, feed: { heldEnd } } as RemotePeer] as const;
      }),
    );
    finality.advance(nowMs, self, remotes, standing);
    engine.advance(engine.timeline.end);
    return engine.timeline.finalEnd;
  };
  const hold = (id: number, heldEnd: number, hasLeft = false): void => {
    held.set(peers[id]!, { heldEnd, hasLeft });
  };
  peers.forEach((peer, id) => {
    order({ type: 'join', member: toMemberId(id), peer, name: 'x', by: BY_SEQUENCER });
  });
  engine.timeline.makeFinal(engine.timeline.end);
  engine.advance(engine.timeline.end);
  count();
  const begin = engine.timeline.end;
  for (let tick = 0; tick < 20; tick++) order();
  return { engine, reign, finality, begin, order, count, hold };
}

test('[N24] a tick is final when a majority holds it, the sequencer among them', () => {
  const { begin, count, hold } = createRoom();
  expect(count()).toBe(begin);
  hold(1, begin + 8);
  expect(count()).toBe(begin);
  hold(2, begin + 5);
  expect(count()).toBe(begin + 5);
  hold(3, begin + 20);
  expect(count()).toBe(begin + 8);
});

test('[N24] what was ordered before the present reign is final only with its first tick', () => {
  const { engine, reign, begin, order, count, hold } = createRoom();
  for (const id of [1, 2, 3, 4]) hold(id, begin + 20);
  reign.term = 2;
  hold(4, begin + 19);
  expect(count()).toBe(begin);
  order({ type: 'reign', member: self, term: 2, pages: 0, by: BY_SEQUENCER });
  expect(count()).toBe(begin);
  for (const id of [1, 2, 3, 4]) hold(id, begin + 21);
  expect(count()).toBe(engine.timeline.end);
});

test('[N24] who said goodbye does not count, nor an absent one whom the lobby excuses', () => {
  const { begin, count, hold } = createRoom();
  hold(1, begin + 9);
  hold(4, 0, true);
  expect(count()).toBe(begin);
  expect(count({ isSole: false, excuses: ({ id }) => id === 3 })).toBe(begin + 9);
});

test('[N24] alone in the word of the lobby all that is ordered is final', () => {
  const { engine, count } = createRoom();
  expect(count({ isSole: true, excuses: () => false })).toBe(engine.timeline.end);
});

test('[N13] it is stuck when no majority says anything new for half a second', () => {
  const { finality, begin, count, hold } = createRoom();
  count(nobodyExcused, 0);
  expect(finality.isStuck(500)).toBe(false);
  expect(finality.isStuck(501)).toBe(true);
  for (const id of [1, 2]) hold(id, begin + 3);
  count(nobodyExcused, 600);
  expect(finality.isStuck(1_000)).toBe(false);
});
