import { expect, test } from 'vitest';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { KEPT_FOR_MS, KeptMatchStore } from './kept-match.ts';

const CODE = 'PVX7Q2' as RoomCode;
const ana = parsePeerId('ana')!;
const WORLD = Uint8Array.of(0, 1, 127, 128, 255);

/** A tab's store, and a clock that a test sets. */
class Tab {
  readonly items = new Map<string, string>();
  nowMs = 1_000_000;
  isForbidden = false;
  readonly store = new KeptMatchStore(
    () => {
      if (this.isForbidden) throw new DOMException('forbidden');
      return {
        getItem: (key) => this.items.get(key) ?? null,
        setItem: (key, text) => void this.items.set(key, text),
        removeItem: (key) => void this.items.delete(key),
      } as Storage;
    },
    () => this.nowMs,
  );

  save(): void {
    this.store.save(CODE, ana, { tick: 500, world: WORLD, stadium: null });
  }

  /** Changes a field of what lies there. */
  alter(field: string, value: unknown): void {
    const [key, text] = [...this.items][0]!;
    this.items.set(key, JSON.stringify({ ...JSON.parse(text), [field]: value }));
  }
}

test('[N31] a tab that comes back to its place has its match again', () => {
  const tab = new Tab();
  expect(tab.store.load(CODE, ana)).toBeNull();
  tab.save();
  expect(tab.store.load(CODE, ana)).toEqual({ tick: 500, world: WORLD, stadium: null });
  expect(tab.store.load('CCCCCC' as RoomCode, ana)).toBeNull();
  expect(tab.store.load(CODE, parsePeerId('ben')!)).toBeNull();
  tab.store.clear();
  expect(tab.store.load(CODE, ana)).toBeNull();
});

test('[N31] what is too old, from tomorrow or of another version is known of and not gone on from', () => {
  const lost = { tick: 500, world: null, stadium: null };
  for (const passedMs of [KEPT_FOR_MS + 1, -1]) {
    const tab = new Tab();
    tab.save();
    tab.nowMs += passedMs;
    expect(tab.store.load(CODE, ana)).toEqual(lost);
  }
  for (const field of ['sim', 'wire']) {
    const tab = new Tab();
    tab.save();
    tab.alter(field, 9_999);
    expect(tab.store.load(CODE, ana)).toEqual(lost);
  }
});

test.each([
  ['tick', -1],
  ['tick', 1e99],
  ['tick', '5'],
  ['world', 'no base64!'],
  ['world', 'A'.repeat(64_004)],
  ['world', null],
  ['stadium', 7],
  ['stadium', 'x'.repeat(400_001)],
  ['savedMs', 'yesterday'],
  ['more', true],
])('[N31] a record whose %s is %s is none', (field, value) => {
  const tab = new Tab();
  tab.save();
  tab.alter(field, value);
  expect(tab.store.load(CODE, ana)).toBeNull();
});

test('[N31] text that is no JSON is no match, and a forbidden store hurts nobody', () => {
  const tab = new Tab();
  tab.save();
  tab.items.set([...tab.items.keys()][0]!, '{"sim":');
  expect(tab.store.load(CODE, ana)).toBeNull();
  tab.isForbidden = true;
  tab.save();
  tab.store.clear();
  expect(tab.store.load(CODE, ana)).toBeNull();
});
