import { expect, test } from 'vitest';
import { KEPT_REPLAYS, ReplayShelf, type ReplayStore, type StoredReplay } from './replay-shelf.ts';

const CARD = { map: 'Classic', sun: ['Ana'], wave: ['Ben'], sunScore: 2, waveScore: 1, ticks: 600 };

function replay(number: number, isStarred = false): StoredReplay {
  const bytes = new Uint8Array([number]);
  return { id: `match-${number}`, savedAtMs: number * 1000, isStarred, card: CARD, bytes };
}

/** Fails with an error of that name, as long as it has one. */
class MemoryStore implements ReplayStore {
  readonly values = new Map<string, unknown>();
  problem = '';

  all = () => this.#answer(() => [...this.values]);
  put = (one: StoredReplay) => this.#answer(() => void this.values.set(one.id, one));
  remove = (key: string) => this.#answer(() => void this.values.delete(key));

  #answer<Value>(answer: () => Value): Promise<Value> {
    if (this.problem) return Promise.reject(Object.assign(new Error(), { name: this.problem }));
    return Promise.resolve(answer());
  }
}

function makeShelf() {
  const store = new MemoryStore();
  const shelf = new ReplayShelf(store);
  const ids = async () => (await shelf.list()).replays.map(({ id }) => Number(id.slice(6)));
  return { store, shelf, ids };
}

test('[V1] the last twenty are kept, newest first, and those with a star for good', async () => {
  const { shelf, ids } = makeShelf();
  await shelf.keep(replay(1));
  await shelf.star(replay(1), true);
  await shelf.keep(replay(2));
  for (let number = 3; number < 3 + KEPT_REPLAYS; number++) await shelf.keep(replay(number));
  const kept = await ids();
  expect(kept).toHaveLength(KEPT_REPLAYS + 1);
  expect([kept[0], kept.at(-1), kept.includes(2)]).toEqual([22, 1, false]);
});

test('[V2] a match that is kept twice is there once, and keeps its star', async () => {
  const { shelf, ids } = makeShelf();
  await shelf.keep(replay(1, true));
  await shelf.keep({ ...replay(1), savedAtMs: 5 });
  const { replays } = await shelf.list();
  expect(await ids()).toEqual([1]);
  expect(replays[0]).toMatchObject({ isStarred: true, savedAtMs: 5 });
});

test('[V2] what storage refuses stays for this visit, nothing old is dropped for it, and it is told', async () => {
  const { store, shelf, ids } = makeShelf();
  for (let number = 1; number <= KEPT_REPLAYS; number++) await shelf.keep(replay(number));
  store.put = () => Promise.reject(Object.assign(new Error(), { name: 'QuotaExceededError' }));
  await shelf.keep(replay(30));
  expect([shelf.state, shelf.isUnsaved('match-30'), store.values.size]).toEqual([
    'full',
    true,
    KEPT_REPLAYS,
  ]);
  expect((await ids())[0]).toBe(30);
  store.put = (one) => Promise.resolve(void store.values.set(one.id, one));
  await shelf.remove('match-1');
  expect([shelf.state, shelf.isUnsaved('match-30'), store.values.has('match-30')]).toEqual([
    'ok',
    false,
    true,
  ]);
});

test('[V2] where storage is forbidden a replay lasts for this visit', async () => {
  const { store, shelf, ids } = makeShelf();
  store.problem = 'SecurityError';
  await shelf.keep(replay(1));
  expect([shelf.state, await ids()]).toEqual(['blocked', [1]]);
  await shelf.star(replay(1), true);
  expect((await shelf.list()).replays[0]!.isStarred).toBe(true);
  await shelf.remove('match-1');
  expect(await ids()).toEqual([]);
});

test('[V2] what is no replay is told apart and can be removed; it hides nothing', async () => {
  const { store, shelf, ids } = makeShelf();
  await shelf.keep(replay(1));
  const card = { ...CARD, sun: [{}] };
  const broken = [null, 7, 'x', {}, { ...replay(2), bytes: [1] }, { ...replay(3), card }];
  for (const [index, value] of broken.entries()) store.values.set(`broken-${index}`, value);
  store.values.set('long', { ...replay(4), card: { ...CARD, map: 'm'.repeat(1e6) } });
  const { replays, broken: found } = await shelf.list();
  expect([replays.length, found.length]).toEqual([1, broken.length + 1]);
  for (const key of found) await shelf.remove(key);
  expect([await ids(), store.values.size]).toEqual([[1], 1]);
});
