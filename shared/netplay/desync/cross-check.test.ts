import { expect, test } from 'vitest';
import type { PeerId } from '../../base/peer-id.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import { Suspects } from '../session/suspects.ts';
import { CrossCheck } from './cross-check.ts';
import { HintHashes } from './hint-hashes.ts';

const [ana, ben, carl] = ['ana' as PeerId, 'ben' as PeerId, 'carl' as PeerId];

/** An engine whose hash at each checkpoint is its index; goes on when it is told. */
function createEngine() {
  const hashes = { newest: -1, get: (index: number) => (index < 0 ? undefined : index) };
  return { engine: { hashes } as unknown as RoomEngine, hashes };
}

function createCheck() {
  const { engine, hashes } = createEngine();
  const suspects = new Suspects();
  const current = { term: 63, sequencer: ana, mark: null };
  const check = new CrossCheck({ engine, current, suspects });
  const names = (): string[] =>
    suspects.all.map(({ peer, suspicion, count }) => `${peer} ${suspicion} ${count}`);
  /** One second on: Ben, and Carl, say this of the checkpoint that is reached now. */
  const goOn = (nowMs: number, ofBen: number, ofCarl = hashes.newest + 1): boolean => {
    hashes.newest += 1;
    check.advance(nowMs);
    check.take(ben, { index: hashes.newest, value: ofBen, life: 0 });
    check.take(carl, { index: hashes.newest, value: ofCarl, life: 0 });
    return check.advance(nowMs + 50);
  };
  return { check, current, goOn, names };
}

test('[N42] members that hold the same say nothing', () => {
  const { goOn, names } = createCheck();
  for (let index = 0; index < 5; index++) expect(goOn(index * 1_000, index)).toBe(false);
  expect(names()).toEqual([]);
});

test('[N42] [C22] one that differs once is named, and was repaired', () => {
  const { goOn, names } = createCheck();
  for (let index = 0; index < 4; index++) goOn(index * 1_000, index);
  expect(goOn(4_000, 99)).toBe(false);
  expect(goOn(5_000, 5)).toBe(false);
  expect(goOn(6_000, 99)).toBe(false);
  expect(names()).toEqual(['ben differs 2']);
});

test('[N42] one that differs twice running means that the sequencer is two-faced: once', () => {
  const { current, goOn, names } = createCheck();
  for (let index = 0; index < 4; index++) goOn(index * 1_000, index);
  expect([goOn(4_000, 99), goOn(5_000, 99), goOn(6_000, 99)]).toEqual([false, true, false]);
  expect(names()).toEqual(['ben differs 3', 'ana two-faced 1']);
  current.term = 95;
  for (let index = 7; index < 20; index++) expect(goOn(index * 1_000, 99)).toBe(false);
});

test('[N42] a new sequencer has time to repair what the one before left behind', () => {
  const { current, goOn } = createCheck();
  for (let index = 0; index < 4; index++) goOn(index * 1_000, index);
  current.term = 95;
  expect([goOn(4_000, 99), goOn(5_000, 99), goOn(6_000, 99)]).toEqual([false, false, false]);
  expect(goOn(7_000, 99)).toBe(true);
});

test('[N42] what was told twice or of long ago is looked at once or not at all', () => {
  const { check, goOn, names } = createCheck();
  for (let index = 0; index < 40; index++) goOn(index * 1_000, index);
  for (const index of [39, 39, 3]) check.take(ben, { index, value: 99, life: 0 });
  check.advance(41_000);
  expect(names()).toEqual([]);
});

test('[N42] two hints to each member carry the newest checkpoint, also of a state that is gone', () => {
  const { engine, hashes } = createEngine();
  const hints = new HintHashes(engine);
  hints.observe();
  expect(hints.take(ben)).toBeNull();
  hashes.newest = 7;
  hints.observe();
  hashes.newest = -1;
  hints.observe();
  const values = [ben, carl, ben, carl, ben].map((peer) => hints.take(peer)?.value);
  expect(values).toEqual([7, 7, 7, 7, undefined]);
});
